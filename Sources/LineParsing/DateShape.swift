import MappingTables
package import PoolModel

/// What a date cell holds before the layout's order is asked.
package enum DateShape: Equatable {
  case blank
  /// A day that every order reads alike, with its year first: `2014-06-30`.
  case yearFirst(CalendarDay)
  /// A day with the month's name: `30-Jun-14`, `June 30, 2014`.
  case named(CalendarDay)
  /// A day as Excel counts it.
  case serial(CalendarDay)
  /// Three numbers, as they stand.
  case numbers(DayNumbers)
  /// Digits alone that are a day in some order, `20140630` or `30062014`, if they are a date at all.
  case bare(DayNumbers)
  case other

  /// The shape of a cell's text.
  package init(_ cell: some StringProtocol) {
    let text = String(cell)
    self.init(text.utf8.span)
  }

  /// The shape of a cell's bytes.
  init(_ cell: Span<UInt8>) {
    var parts = DateParts()
    guard !parts.read(cell) else {
      self = DateShape(parts)
      return
    }
    guard parts.place < cell.count, cell[parts.place] >= 0x80 else {
      self = .other
      return
    }
    // No-break spaces and dashes stand between the parts of a date, and other signs in none.
    let plain = DateShape.plain(cell)
    let bytes = plain.utf8.span
    parts = DateParts()
    self = parts.read(bytes) ? DateShape(parts) : .other
  }

  private static func plain(_ cell: Span<UInt8>) -> String {
    let text = String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
    return String(
      text.map { character in
        if character.isWhitespace { return " " }
        return "\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}".contains(character) ? "-" : character
      })
  }

  private init(_ parts: DateParts) {
    guard let first = parts.first else {
      self = .blank
      return
    }
    guard let second = parts.second, let third = parts.third else {
      self = DateShape.alone(first)
      return
    }
    if parts.monthPlace != nil {
      self = DateShape.named(first, second, third, isMonthFirst: parts.monthPlace == 0)
    } else {
      let numbers = DayNumbers(first: first, second: second, third: third, hasDots: parts.hasDots)
      self =
        first.digits == 4
        ? numbers.yearFirst.map(DateShape.yearFirst) ?? .other
        : .numbers(numbers)
    }
  }

  /// The days since 30 December 1899 that Excel counts, or year, month and day without anything
  /// between.
  private static func alone(_ number: DayNumbers.Part) -> DateShape {
    if number.digits == 5 {
      // Years 1982 to 2064 only, so that an amount or a code is not taken for a date.
      guard (30_000...60_000).contains(number.value) else { return .other }
      return .serial(CalendarDay(daysSince1970: Int32(number.value) - 25_569))
    }
    func part(_ value: Int, _ digits: Int) -> DayNumbers.Part {
      DayNumbers.Part(value: value, digits: digits)
    }
    let value = number.value
    let yearFirst = DayNumbers(
      first: part(value / 10_000, 4), second: part(value / 100 % 100, 2),
      third: part(value % 100, 2), hasDots: false)
    let yearLast = DayNumbers(
      first: part(value / 1_000_000, 2), second: part(value / 10_000 % 100, 2),
      third: part(value % 10_000, 4), hasDots: false)
    // `20112012` begins like a year too, but no month has the number 20.
    if number.digits == 8, yearFirst.isDay, isUsual(yearFirst.first) { return .bare(yearFirst) }
    return yearLast.isDay && isUsual(yearLast.third) ? .bare(yearLast) : .other
  }

  private static func isUsual(_ year: DayNumbers.Part) -> Bool {
    (1980...2079).contains(year.value)
  }

  /// `11-Dec-2012`, `11 December 12`, `December 11, 2012`, `2012-Dec-11`.
  private static func named(
    _ first: DayNumbers.Part, _ second: DayNumbers.Part, _ third: DayNumbers.Part,
    isMonthFirst: Bool
  ) -> DateShape {
    let day: CalendarDay?
    if isMonthFirst {
      // Two digits at the end would as soon be the day.
      day =
        third.digits == 4
        ? CalendarDay(year: third.value, month: first.value, day: second.value) : nil
    } else if first.digits == 4 {
      day = CalendarDay(year: first.value, month: second.value, day: third.value)
    } else {
      day = third.year.flatMap { CalendarDay(year: $0, month: second.value, day: first.value) }
    }
    return day.map(DateShape.named) ?? .other
  }
}

/// The three numbers of a day, in an order that is still to be known.
package struct DayNumbers: Equatable, Sendable {
  /// One number.
  package struct Part: Equatable, Sendable {
    /// What it counts: a day, a month or a year.
    package var value: Int
    /// How many digits it is written with.
    var digits: Int

    /// The year it is: two digits mean 1980 to 2079; nil where it is none.
    package var year: Int? {
      switch digits {
      case 4: value
      case 2: value < 80 ? 2000 + value : 1900 + value
      default: nil
      }
    }

    /// The year that a text is; nil where it is none.
    static func year(of text: some StringProtocol) -> Int? {
      Int(text).flatMap { Part(value: $0, digits: text.utf8.count).year }
    }
  }

  /// The number that stands first.
  package var first: Part
  /// The number between the others.
  package var second: Part
  /// The number that stands last.
  package var third: Part
  /// Whether dots stand between them, as they do where the day stands first.
  package var hasDots: Bool

  /// The day they are with the day first; nil where they are none.
  package var dayFirst: CalendarDay? {
    third.year.flatMap { CalendarDay(year: $0, month: second.value, day: first.value) }
  }

  /// The day they are with the month first; nil where they are none.
  package var monthFirst: CalendarDay? {
    third.year.flatMap { CalendarDay(year: $0, month: first.value, day: second.value) }
  }

  /// The day they are with the year first; nil where they are none.
  package var yearFirst: CalendarDay? {
    first.year.flatMap { CalendarDay(year: $0, month: second.value, day: third.value) }
  }

  /// Whether four digits stand first, which only a year has.
  package var beginsWithYear: Bool { first.digits == 4 }

  /// Whether they are a day with the day, the month or all four digits of a year first.
  var isDay: Bool {
    beginsWithYear ? yearFirst != nil : dayFirst != nil || monthFirst != nil
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
