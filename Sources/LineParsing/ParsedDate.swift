package import MappingTables
package import PoolModel

/// What a date cell says.
package enum ParsedDate: Equatable {
  case blank
  /// A day; `isInOrder` is false where only an order other than the layout's gives a day.
  case day(CalendarDay, isInOrder: Bool)
  case unreadable
}

extension ParsedDate {
  /// Reads a cell: numbers in the layout's order, month names, ISO dates with or without a time,
  /// and the serial numbers of Excel.
  package init(_ cell: UnsafeBufferPointer<UInt8>, order: DateOrder) {
    if order == .dayFirst, let day = unsafe ParsedDate.plainDayFirst(cell) {
      self = .day(day, isInOrder: true)
    } else {
      self = unsafe DateSpelling.read(String(decoding: cell, as: UTF8.self), order: order)
    }
  }

  /// `dd/mm/yyyy`, the usual case; nil for anything else.
  @inline(__always)
  static func plainDayFirst(_ cell: UnsafeBufferPointer<UInt8>) -> CalendarDay? {
    guard cell.count == 10, let base = unsafe UnsafeRawPointer(cell.baseAddress) else {
      return nil
    }
    // Safe: the reads cover the ten bytes of the cell.
    let (dayAndMonth, year) = unsafe (
      UInt64(littleEndian: base.loadUnaligned(as: UInt64.self)),
      UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 6, as: UInt32.self))
    )
    // `dd/mm/yy` and `yyyy`, from the lowest byte on: less what a zero or a slash is.
    let digits = dayAndMonth ^ 0x3030_2F30_302F_3030
    let yearDigits = year ^ 0x3030_3030
    guard areDigits(digits), areDigits(UInt64(yearDigits)), digits & 0x0000_FF00_00FF_0000 == 0
    else { return nil }
    func digit(_ word: UInt64, _ place: UInt64) -> Int { Int(word >> (place * 8) & 0xFF) }
    let numbers = UInt64(yearDigits)
    let century = digit(numbers, 0) * 10 + digit(numbers, 1)
    return CalendarDay(
      year: century * 100 + digit(numbers, 2) * 10 + digit(numbers, 3),
      month: digit(digits, 3) * 10 + digit(digits, 4),
      day: digit(digits, 0) * 10 + digit(digits, 1))
  }

  /// Whether each byte is at most 9.
  @inline(__always)
  private static func areDigits(_ word: UInt64) -> Bool {
    (word | word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0
  }
}

/// Reads every spelling of a date that exports hold.
enum DateSpelling {
  static func read(_ cell: String, order: DateOrder) -> ParsedDate {
    let text = cell.trimmedOfBlanks
    if text.isEmpty { return .blank }
    if let day = serial(text) { return .day(day, isInOrder: true) }
    // A time of day after the date says nothing about the day.
    var words = text.split(whereSeparator: \.isWhitespace)
    while words.count > 1, let last = words.last, isTime(last) { words.removeLast() }
    if let end = words.first?.firstIndex(of: "T"), words[0][..<end].last?.isNumber == true {
      words[0] = words[0][..<end]
    }
    let parts = words.flatMap { $0.split(whereSeparator: { "/-.".contains($0) }) }.map(String.init)
    if let named = withMonthName(parts) { return .day(named, isInOrder: true) }
    guard words.count == 1, parts.count == 3, parts.allSatisfy(\.isShortNumber) else {
      return .unreadable
    }
    return numeric(parts, order: order)
  }

  private static func isTime(_ word: Substring) -> Bool {
    word.contains(":") || ["am", "pm"].contains(word.lowercased())
  }

  /// The days since 30 December 1899 that Excel counts; years 1982 to 2064 only, so that an
  /// amount or a code is not taken for a date.
  private static func serial(_ text: String) -> CalendarDay? {
    // What stands behind the point is the time of day.
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2,
      halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }),
      halves[0].utf8.count == 5, let serial = Int32(halves[0]), (30_000...60_000).contains(serial)
    else { return nil }
    return CalendarDay(daysSince1970: serial - 25_569)
  }

  /// `11-Dec-2012`, `11 December 12`.
  private static func withMonthName(_ parts: [String]) -> CalendarDay? {
    guard parts.count == 3, parts[0].isShortNumber, parts[2].isShortNumber,
      let day = Int(parts[0]), let year = year(parts[2]), parts[1].utf8.count >= 3
    else { return nil }
    let name = parts[1].lowercased()
    guard let month = monthNames.firstIndex(where: { $0.hasPrefix(name) }) else { return nil }
    return CalendarDay(year: year, month: month + 1, day: day)
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Three numbers: a year first wherever it has four digits, else in the layout's order, and
  /// where that gives no day, in the one other order that does.
  private static func numeric(_ numbers: [String], order: DateOrder) -> ParsedDate {
    if numbers[0].utf8.count == 4 {
      guard let day = day(numbers[0], numbers[1], numbers[2]) else { return .unreadable }
      return .day(day, isInOrder: true)
    }
    let dayFirst = day(numbers[2], numbers[1], numbers[0])
    let monthFirst = day(numbers[2], numbers[0], numbers[1])
    let stated =
      switch order {
      case .dayFirst: dayFirst
      case .monthFirst: monthFirst
      case .yearFirst: day(numbers[0], numbers[1], numbers[2])
      }
    if let stated { return .day(stated, isInOrder: true) }
    switch (dayFirst, monthFirst) {
    case (let day?, nil), (nil, let day?): return .day(day, isInOrder: false)
    default: return .unreadable
    }
  }

  private static func day(_ year: String, _ month: String, _ day: String) -> CalendarDay? {
    guard let year = self.year(year), let month = Int(month), let day = Int(day) else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Two digits mean 1980 to 2079.
  private static func year(_ text: String) -> Int? {
    guard let number = Int(text) else { return nil }
    switch text.utf8.count {
    case 4: return number
    case 2: return number < 80 ? 2000 + number : 1900 + number
    default: return nil
    }
  }
}

extension String {
  /// Without blanks at the ends, no-break spaces included.
  var trimmedOfBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  fileprivate var isShortNumber: Bool {
    utf8.count <= 4 && !isEmpty && utf8.allSatisfy(\.isASCIIDigit)
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
}
