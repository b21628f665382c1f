/// Quarters and runs of months in file names.
extension FileNamePeriod {
  /// `q1-2013-14`, `Quarter 1 2013`, `2013-14 Qtr1`.
  ///
  /// The quarter of a financial year, and where one year stands alone also that of the calendar.
  static func ofQuarter(_ tokens: [String]) -> FileNamePeriod? {
    for place in tokens.indices {
      guard let number = quarter(at: place, in: tokens) else { continue }
      var others = tokens
      others.removeSubrange(number.place...number.place)
      guard let year = statedYear(others[...]) else { continue }
      let start = (number.quarter - 1) * 3
      func financial(_ year: Int) -> MonthSpan? {
        MonthSpan(year: start < 9 ? year : year + 1, month: (start + 3) % 12 + 1, count: 3)
      }
      let calendar = MonthSpan(year: year.first, month: start + 1, count: 3)
      // A financial year may be called by either of the two that it lies in.
      let spans =
        year.isFinancial
        ? [financial(year.first)] : [financial(year.first), calendar, financial(year.first - 1)]
      return FileNamePeriod(year: year.first, spans: spans.compactMap(\.self))
    }
    return nil
  }

  /// The quarter that a word at a place names, and where its number stands.
  private static func quarter(
    at place: Int, in tokens: [String]
  ) -> (quarter: Int, place: Int)? {
    guard quarterWords.contains(tokens[place].lowercased()) else { return nil }
    for beside in [place + 1, place - 1, place - 2] where tokens.indices.contains(beside) {
      // `1st quarter`
      if beside == place - 2, !["st", "nd", "rd", "th"].contains(tokens[place - 1].lowercased()) {
        continue
      }
      if let number = Int(tokens[beside]), (1...4).contains(number), tokens[beside].utf8.count <= 2
      {
        return (number, beside)
      }
    }
    return nil
  }

  private static let quarterWords = ["q", "qtr", "quarter", "quarterly"]

  /// `Apr-Jun 2013`, `October to December 2013`, `Nov 2013 - Jan 2014`, `jan-mar-2013-14`.
  static func spanning(_ tokens: [String]) -> FileNamePeriod? {
    let months = tokens.indices.compactMap { place in
      MonthName.month(tokens[place]).map { (place: place, month: $0) }
    }
    guard let first = months.first, let last = months.last, first.month != last.month,
      tokens[first.place...last.place].allSatisfy(standsBetweenMonths)
    else { return nil }
    let length = (last.month - first.month + 12) % 12 + 1
    let start: Int
    if let year = statedYear(tokens[(last.place + 1)...].prefix(2)) {
      let ending = year.isFinancial && last.month < 4 ? year.first + 1 : year.first
      start = first.month > last.month ? ending - 1 : ending
    } else if let year = statedYear(tokens[..<first.place]) {
      start = year.isFinancial && first.month < 4 ? year.first + 1 : year.first
    } else {
      return nil
    }
    return MonthSpan(year: start, month: first.month, count: length).map {
      FileNamePeriod(year: start, spans: [$0])
    }
  }

  private static func standsBetweenMonths(_ token: String) -> Bool {
    MonthName.month(token) != nil || token.utf8.count <= 4 && Int(token) != nil
      || ["to", "and", "through", "until", "st", "nd", "rd", "th"].contains(token.lowercased())
  }

  /// The first year that some tokens state, and whether the next one follows it: `2013-14`, `1314`,
  /// `201314`.
  private static func statedYear(
    _ tokens: ArraySlice<String>
  ) -> (first: Int, isFinancial: Bool)? {
    var alone: (year: Int, digits: Int)?
    for place in tokens.indices {
      let token = tokens[place]
      let digits = token.utf8.count
      if digits == 6 || digits == 8, let year = fourDigitYear(token.prefix(4)),
        follows(token.dropFirst(4), year)
      {
        return (year, true)
      }
      if digits == 4, fourDigitYear(token) == nil, let year = year(token.prefix(2)),
        follows(token.dropFirst(2), year)
      {
        return (year, true)
      }
      guard let year = year(token) else { continue }
      if place + 1 < tokens.endIndex, follows(tokens[place + 1], year) { return (year, true) }
      // Two digits may count something else, such as thousands of pounds.
      if digits > alone?.digits ?? 0 { alone = (year, digits) }
    }
    return alone.map { ($0.year, false) }
  }

  /// Whether a text is the year behind another.
  private static func follows(_ text: some StringProtocol, _ year: Int) -> Bool {
    switch text.utf8.count {
    case 2: Int(text) == (year + 1) % 100
    case 4: Int(text) == year + 1
    default: false
    }
  }
}
