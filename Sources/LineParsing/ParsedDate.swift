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
  /// and the serial numbers of Excel; where the order is `month-only` or `period`, months and
  /// periods as their first day.
  ///
  /// `year` is that of periods which state none, such as `P01`.
  package init(
    _ cell: UnsafeBufferPointer<UInt8>, order: DateOrder, year: FinancialYear? = nil
  ) {
    if order == .dayFirst, let day = unsafe ParsedDate.plainDayFirst(cell) {
      self = .day(day, isInOrder: true)
    } else {
      self = unsafe DateSpelling.read(cell, order: order, year: year)
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
  static func read(
    _ cell: UnsafeBufferPointer<UInt8>, order: DateOrder, year: FinancialYear?
  ) -> ParsedDate {
    if let day = unsafe monthOrPeriod(cell, order, year) { return .day(day, isInOrder: true) }
    // Safe: the span does not outlive the call.
    return switch DateShape(unsafe Span(_unsafeElements: cell)) {
    case .blank: .blank
    case .other: .unreadable
    case .yearFirst(let day), .named(let day), .serial(let day): .day(day, isInOrder: true)
    case .numbers(let numbers): numeric(numbers, order: order)
    case .bare(let numbers): bare(numbers, order: order)
    }
  }

  /// The first day of a month or period, where the layout's dates are such.
  private static func monthOrPeriod(
    _ cell: UnsafeBufferPointer<UInt8>, _ order: DateOrder, _ year: FinancialYear?
  ) -> CalendarDay? {
    switch order {
    case .monthOnly: MonthSpelling.month(unsafe String(decoding: cell, as: UTF8.self))
    case .period: MonthSpelling.period(unsafe String(decoding: cell, as: UTF8.self), year: year)
    case .dayFirst, .monthFirst, .yearFirst, .excelSerial: nil
    }
  }

  /// Eight digits that begin with a year are a day in every order.
  private static func bare(_ numbers: DayNumbers, order: DateOrder) -> ParsedDate {
    guard numbers.beginsWithYear else { return numeric(numbers, order: order) }
    return numbers.yearFirst.map { .day($0, isInOrder: true) } ?? .unreadable
  }

  /// Three numbers in the layout's order, and where that gives no day, in the one other order that
  /// does.
  private static func numeric(_ numbers: DayNumbers, order: DateOrder) -> ParsedDate {
    let stated: CalendarDay? =
      switch order {
      case .dayFirst: numbers.dayFirst
      case .monthFirst: numbers.monthFirst
      case .yearFirst: numbers.yearFirst
      case .excelSerial, .monthOnly, .period: nil
      }
    if let stated { return .day(stated, isInOrder: true) }
    switch (numbers.dayFirst, numbers.monthFirst) {
    case (let day?, nil), (nil, let day?): return .day(day, isInOrder: false)
    default: return .unreadable
    }
  }
}
