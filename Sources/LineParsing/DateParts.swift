/// The parts of a date cell, read from left to right: up to three numbers, one of which a month's
/// name may stand for, and a time of day, which says nothing about the day.
struct DateParts {
  private(set) var first: DayNumbers.Part?
  private(set) var second: DayNumbers.Part?
  private(set) var third: DayNumbers.Part?
  /// 0 or 1 where the first or the second part is a month's name.
  private(set) var monthPlace: Int?
  /// Where reading ended: behind the last byte, or at the first that no date has.
  private(set) var place = 0

  private var count = 0
  private var hasWeekday = false
  private var separators: Separators = []

  /// What stands between the three parts.
  private struct Separators: OptionSet {
    var rawValue: UInt8
    static let blank = Separators(rawValue: 1)
    static let comma = Separators(rawValue: 2)
    static let dot = Separators(rawValue: 4)
    static let line = Separators(rawValue: 8)
  }

  /// Whether dots alone stand between the parts.
  var hasDots: Bool { separators == .dot }

  /// Reads a cell; false where it holds something else than a date, as far as its form goes.
  mutating func read(_ cell: Span<UInt8>) -> Bool {
    while place < cell.count, count < 3 {
      let byte = cell[place]
      if DateParts.isDigit(byte) {
        guard takeNumber(cell) else { return false }
        if let first, first.digits > 4 { return endsAfterLongNumber(cell, first) }
      } else if DateParts.isLetter(byte) {
        guard takeWord(cell) else { return false }
      } else {
        guard takeSeparator(byte) else { return false }
      }
    }
    // A lone word, such as a weekday or a month, is no date; a cell of blanks is blank.
    guard count == 3 else { return count == 0 && isBlank(cell) }
    // Amounts are written `1,234,56` and figures `12 11 10`.
    if monthPlace == nil, separators.contains(.comma) { return false }
    if monthPlace == nil, separators.contains(.blank), first?.digits != 4, third?.digits != 4 {
      return false
    }
    return TimeOfDay.ends(cell, from: &place)
  }

  /// A sign between parts; in front of them stand blanks, or an apostrophe that marks a text.
  private mutating func takeSeparator(_ byte: UInt8) -> Bool {
    guard let separator = DateParts.separator(byte),
      count > 0 || hasWeekday || separator == .blank || byte == UInt8(ascii: "'")
    else { return false }
    if count > 0 { separators.insert(separator) }
    place += 1
    return true
  }

  private func isBlank(_ cell: Span<UInt8>) -> Bool {
    for place in 0..<cell.count where !DateParts.isBlank(cell[place]) { return false }
    return true
  }

  /// Five digits may have a part of a day behind a point, eight a time of day.
  private mutating func endsAfterLongNumber(
    _ cell: Span<UInt8>, _ number: DayNumbers.Part
  ) -> Bool {
    if hasWeekday { return false }
    guard number.digits == 5 else { return TimeOfDay.ends(cell, from: &place) }
    if place + 1 < cell.count, cell[place] == UInt8(ascii: "."),
      DateParts.isDigit(cell[place + 1])
    {
      place += 1
      while place < cell.count, DateParts.isDigit(cell[place]) { place += 1 }
    }
    while place < cell.count, DateParts.isBlank(cell[place]) { place += 1 }
    return place == cell.count
  }

  /// A number of up to four digits, or a first one of five, seven or eight.
  private mutating func takeNumber(_ cell: Span<UInt8>) -> Bool {
    let start = place
    var value = 0
    while place < cell.count, DateParts.isDigit(cell[place]) {
      guard place - start < 8 else { return false }
      value = value * 10 + Int(cell[place] - 0x30)
      place += 1
    }
    let digits = place - start
    // `Wed Apr 03 00:00:00 BST 2013`: the year stands behind the time.
    if count == 2, monthPlace == 0, place < cell.count, cell[place] == UInt8(ascii: ":") {
      return TimeOfDay.skipAmongParts(cell, from: &place)
    }
    guard digits <= 4 || (count == 0 && digits != 6) else { return false }
    if digits <= 2 { skipOrdinal(cell) }
    append(DayNumbers.Part(value: value, digits: digits))
    return true
  }

  /// `1st`, `2nd`, `3rd`, `4th`.
  private mutating func skipOrdinal(_ cell: Span<UInt8>) {
    guard place + 1 < cell.count else { return }
    let ending = (cell[place] | 0x20, cell[place + 1] | 0x20)
    let isWhole = place + 2 == cell.count || !DateParts.isLetter(cell[place + 2])
    if isWhole, DateParts.ordinals.contains(where: { $0 == ending }) { place += 2 }
  }

  private static let ordinals: [(UInt8, UInt8)] = ["st", "nd", "rd", "th"].map { ending in
    let letters = Array(ending.utf8)
    return (letters[0], letters[1])
  }

  /// A month's name, a weekday in front, or the word "of".
  private mutating func takeWord(_ cell: Span<UInt8>) -> Bool {
    let start = place
    var end = place
    while end < cell.count, DateParts.isLetter(cell[end]) { end += 1 }
    if monthPlace == nil, count < 2, let month = MonthName.month(cell, start..<end) {
      monthPlace = count
      append(DayNumbers.Part(value: month, digits: 0))
    } else if count == 0, WeekdayName.isDay(cell, start..<end) {
      hasWeekday = true
    } else if count != 1 || end - start != 2 || cell[start] | 0x20 != UInt8(ascii: "o")
      || cell[start + 1] | 0x20 != UInt8(ascii: "f")
    {
      return false
    }
    place = end
    return true
  }

  private mutating func append(_ part: DayNumbers.Part) {
    switch count {
    case 0: first = part
    case 1: second = part
    default: third = part
    }
    count += 1
  }

  private static func separator(_ byte: UInt8) -> Separators? {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "\\"), UInt8(ascii: "'"): .line
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ","): .comma
    default: isBlank(byte) ? .blank : nil
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
