/// How texts in English use a character beyond ASCII, to tell which encoding a byte was written in.
enum CharacterUse {
  case smallLetter
  case capitalLetter
  /// A letter that names of people and places seldom hold.
  case rareSmallLetter
  case rareCapitalLetter
  case pound
  case apostrophe
  /// A lone accent, which some keyboards give for an apostrophe.
  case accent
  case openingQuote
  case closingQuote
  case dash
  case noBreakSpace
  /// A sign that stands beside a figure: `½`, `°`, `²`.
  case figureSign
  /// A sign that stands at the end of a name or between words: `®`, `•`, `…`.
  case wordSign
  case currency
  /// `¿`, which databases write for a character that they could not keep.
  case lost
  /// A mathematical sign, a lone accent, a ligature: hardly ever in an export.
  case odd
  /// A line or block of a drawing.
  case drawing
  case control

  /// The use of a character.
  static func of(_ character: Unicode.Scalar) -> CharacterUse {
    switch character {
    case "£": .pound
    case "’": .apostrophe
    case "´": .accent
    case "‘", "“": .openingQuote
    case "”": .closingQuote
    case "–", "—": .dash
    case "\u{A0}": .noBreakSpace
    case "½", "¼", "¾", "°", "²", "³", "¹", "×", "º": .figureSign
    case "®", "™", "©", "•", "·", "…", "§", "\u{AD}": .wordSign
    case "€", "¥", "¢": .currency
    case "¿": .lost
    case "é", "è", "ê", "ë", "á", "à", "â", "ä", "ç", "í", "ñ", "ó", "ô", "ö", "ú", "ü":
      .smallLetter
    case "É", "È", "Á", "À", "Ä", "Ç", "Í", "Ñ", "Ó", "Ö", "Ü", "Ú": .capitalLetter
    case "ß"..."ÿ" where character != "÷", "œ", "š", "ž", "ı": .rareSmallLetter
    case "À"..."Þ", "Œ", "Š", "Ž", "Ÿ": .rareCapitalLetter
    case "\u{80}"..."\u{9F}": .control
    case "\u{2500}"..."\u{259F}", "■", "‗": .drawing
    default: .odd
    }
  }

  /// How much sense the character makes between its neighbours: from 4, where it is at home, to -5.
  func plausibility(
    before: HighByteContexts.Neighbour, after: HighByteContexts.Neighbour
  ) -> Int {
    switch self {
    case .smallLetter: CharacterUse.small(before, after)
    case .rareSmallLetter: CharacterUse.small(before, after) - 1
    case .capitalLetter: CharacterUse.capital(before, after)
    case .rareCapitalLetter: CharacterUse.capital(before, after) - 1
    case .pound: CharacterUse.pound(before, after)
    case .apostrophe, .openingQuote, .closingQuote, .accent: quote(before, after)
    case .dash:
      before.isLetter && after.isLetter ? 0 : before == .blank && after == .blank ? 3 : 2
    case .noBreakSpace:
      if before == .edge || after == .edge {
        3
      } else {
        before.isSmall && after.isSmall ? 0 : before.isLetter || after.endsWord ? 2 : 1
      }
    case .figureSign: before == .digit || after == .digit ? 1 : -1
    case .wordSign: before.isLetter && after.isLetter ? -2 : 1
    case .currency: after == .digit ? 2 : -1
    case .lost: before.isLetter && after.endsWord ? 2 : 1
    case .odd: -3
    case .drawing: -4
    case .control: -5
    }
  }

  private typealias Neighbour = HighByteContexts.Neighbour

  private static func small(_ before: Neighbour, _ after: Neighbour) -> Int {
    if before == .digit || after == .digit { return -2 }
    if before == .capital && after == .capital { return -2 }
    if before.isLetter { return after == .lastS ? 1 : 2 }
    return after.isSmall ? 1 : -2
  }

  private static func capital(_ before: Neighbour, _ after: Neighbour) -> Int {
    if before == .digit || after == .digit || before.isSmall { return -2 }
    if before == .capital && after.isSmall { return -1 }
    return before.isLetter || after.isLetter ? 2 : -2
  }

  private static func pound(_ before: Neighbour, _ after: Neighbour) -> Int {
    if after == .digit { return before.isLetter ? 2 : 4 }
    if before.isLetter && after.isLetter { return -3 }
    return before.isLetter ? 0 : 2
  }

  private func quote(
    _ before: HighByteContexts.Neighbour, _ after: HighByteContexts.Neighbour
  ) -> Int {
    let isBetween = before.isLetter && after.isLetter
    let opens = before.endsWord && !after.endsWord
    let closes = !before.endsWord && after.endsWord
    return switch self {
    case .apostrophe: after == .lastS ? 4 : isBetween ? 3 : closes ? 2 : opens ? 1 : -1
    case .accent: isBetween && after == .lastS ? 3 : isBetween ? 1 : -2
    case .openingQuote: opens ? 3 : isBetween ? 1 : -1
    default: closes ? 3 : -1
    }
  }
}
