import MappingTables
package import PoolModel

/// What a date cell holds before the layout's order is asked.
package enum DateShape: Equatable {
  case blank
  /// A day that every order reads alike, with its year first: `2014-06-30`.
  case yearFirst(CalendarDay)
  /// A day with the month's name: `30-Jun-14`.
  case named(CalendarDay)
  /// A day as Excel counts it.
  case serial(CalendarDay)
  /// Three numbers, as they stand.
  case numbers(String, String, String)
  case other

  /// The shape of a cell's text.
  package init(_ cell: some StringProtocol) {
    let text = String(cell).trimmedOfBlanks
    if text.isEmpty {
      self = .blank
    } else if let day = DateShape.serialDay(text) {
      self = .serial(day)
    } else {
      self = DateShape.spelled(text)
    }
  }

  private static func spelled(_ text: String) -> DateShape {
    // A time of day after the date says nothing about the day.
    var words = text.split(whereSeparator: \.isWhitespace)
    while words.count > 1, let last = words.last, isTime(last) { words.removeLast() }
    if let end = words.first?.firstIndex(of: "T"), words[0][..<end].last?.isNumber == true {
      words[0] = words[0][..<end]
    }
    let parts = words.flatMap { $0.split(whereSeparator: { "/-.".contains($0) }) }.map(String.init)
    if let named = withMonthName(parts) { return .named(named) }
    guard words.count == 1, parts.count == 3, parts.allSatisfy(\.isShortNumber) else {
      return .other
    }
    guard parts[0].utf8.count == 4 else { return .numbers(parts[0], parts[1], parts[2]) }
    return DateNumbers.day(parts[0], parts[1], parts[2]).map(DateShape.yearFirst) ?? .other
  }

  private static func isTime(_ word: Substring) -> Bool {
    word.contains(":") || ["am", "pm"].contains(word.lowercased())
  }

  /// The days since 30 December 1899 that Excel counts; years 1982 to 2064 only, so that an
  /// amount or a code is not taken for a date.
  private static func serialDay(_ text: String) -> CalendarDay? {
    // What stands behind the point is the time of day.
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.allSatisfy({ !$0.isEmpty && $0.isAllDigits }),
      halves[0].utf8.count == 5, let serial = Int32(halves[0]), (30_000...60_000).contains(serial)
    else { return nil }
    return CalendarDay(daysSince1970: serial - 25_569)
  }

  /// `11-Dec-2012`, `11 December 12`.
  private static func withMonthName(_ parts: [String]) -> CalendarDay? {
    guard parts.count == 3, parts[0].isShortNumber, parts[2].isShortNumber,
      let day = Int(parts[0]), let year = DateNumbers.year(parts[2]),
      let month = MonthName.month(parts[1])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}

/// Numbers of a date as texts.
package enum DateNumbers {
  /// The day of three numbers; nil where there is none.
  package static func day(_ year: String, _ month: String, _ day: String) -> CalendarDay? {
    guard let year = self.year(year), let month = Int(month), let day = Int(day) else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Two digits mean 1980 to 2079.
  static func year(_ text: some StringProtocol) -> Int? {
    guard let number = Int(text) else { return nil }
    switch text.utf8.count {
    case 4: return number
    case 2: return number < 80 ? 2000 + number : 1900 + number
    default: return nil
    }
  }
}

/// Names of months.
package enum MonthName {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The month, 1 to 12, of a name or of its beginning with three letters or more.
  package static func month(_ word: some StringProtocol) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let name = word.lowercased()
    return names.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }

  /// The month of a name with no more than two slips of the pen; nil for short words.
  package static func misspelt(_ word: some StringProtocol) -> Int? {
    guard word.utf8.count >= 6, let nearest = NearestName.nearest(to: word.lowercased(), in: names),
      let month = names.firstIndex(of: nearest),
      NearestName.edits(from: Array(word.lowercased().utf8), to: Array(nearest.utf8)) <= 2
    else { return nil }
    return month + 1
  }
}

extension String {
  /// Without blanks at the ends, no-break spaces included.
  package var trimmedOfBlanks: String {
    if let first = utf8.first, let last = utf8.last, first > 0x20, first < 0x80, last > 0x20,
      last < 0x80
    {
      return self
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension StringProtocol {
  var isShortNumber: Bool { utf8.count <= 4 && !isEmpty && isAllDigits }

  var isAllDigits: Bool { utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}
