import LineParsing
import MappingTables
import PoolModel

/// Date cells: what is read is a day of the calendar, and what is printed is read again.
enum DatesCheck {
  private static let alphabet = [
    "0", "1", "2", "3", "9", "19", "20", "/", "-", ".", " ", "T", ":", "am", "Feb", "march",
    "\u{A0}",
  ]

  static func fault(of input: [UInt8]) -> String? {
    let input = CellInput(input, alphabet: alphabet)
    let order = DateOrder.allCases[input.choice % DateOrder.allCases.count]
    return dayFault(of: input.cell, order)
      ?? calendarFault(at: input.number, input.choice / 3, order)
  }

  private static func read(_ cell: [UInt8], _ order: DateOrder) -> ParsedDate {
    unsafe cell.withUnsafeBufferPointer { cell in unsafe ParsedDate(cell, order: order) }
  }

  /// Whatever a cell holds, its day is one of the calendar and does not depend on blanks around it.
  private static func dayFault(of cell: [UInt8], _ order: DateOrder) -> String? {
    let date = read(cell, order)
    if date != read(cell, order) { return "the same cell gives another date" }
    let spaced = Array(" \t".utf8) + cell + Array("\u{A0} ".utf8)
    if String(validating: cell, as: UTF8.self) != nil, date != read(spaced, order) {
      return "\(date) becomes \(read(spaced, order)) between blanks"
    }
    guard case .day(let day, let isInOrder) = date else { return nil }
    if !(1900...2199).contains(day.civil.year) || CalendarDay(iso: day.description) != day {
      return "\(day) is no day of the calendar"
    }
    let orders = DateOrder.allCases.filter { read(cell, $0) == .day(day, isInOrder: true) }
    if orders.isEmpty || isInOrder != orders.contains(order) {
      return "\(day) in order \(orders), though read \(isInOrder ? "" : "not ")in \(order)"
    }
    return nil
  }

  /// A day of the calendar in one of the ways that exports print it.
  private static func calendarFault(
    at number: UInt64, _ way: Int, _ order: DateOrder
  ) -> String? {
    // From 1 April 1900 on, where the first financial year begins.
    let days = 90 + Int(number % UInt64(PlainCalendar.length - 90))
    let plain = PlainCalendar(daysSince1900: days)
    let day = CalendarDay(daysSince1970: Int32(days - PlainCalendar.daysBefore1970))
    if day.civil != (plain.year, plain.month, plain.day)
      || CalendarDay(year: plain.year, month: plain.month, day: plain.day) != day
    {
      return "\(plain) is taken for \(day)"
    }
    let text = printed(plain, order, way: way)
    let isMonth = way % 8 > 3 && [.monthOnly, .period].contains(order)
    let expected = isMonth ? CalendarDay(year: plain.year, month: plain.month, day: 1) : day
    guard let expected, read(Array(text.utf8), order) != .day(expected, isInOrder: true) else {
      return nil
    }
    return "\(text) is not read as \(expected) \(order)"
  }

  /// The day in a way that every order reads, or in its order's own.
  private static func printed(_ plain: PlainCalendar, _ order: DateOrder, way: Int) -> String {
    let (year, month, day) = (plain.year, twoDigits(plain.month), twoDigits(plain.day))
    let name = monthNames[plain.month - 1]
    return switch way % 8 {
    case 0: "\(year)-\(month)-\(day)T00:00:00"
    case 1: "\(plain.day) \(name) \(year)"
    case 2: "\(day)-\(name.prefix(3))-\(year)"
    case 3: "\(year)/\(plain.month)/\(plain.day)"
    default: printedInOrder(plain, order, isShort: way % 8 == 4)
    }
  }

  private static func printedInOrder(
    _ plain: PlainCalendar, _ order: DateOrder, isShort: Bool
  ) -> String {
    let (year, month, day) = (plain.year, twoDigits(plain.month), twoDigits(plain.day))
    // Only these years are written with two digits, or counted as Excel counts days.
    let isUsual = (1983...2063).contains(year)
    switch order {
    case .dayFirst where isShort && isUsual: return "\(day).\(month).\(twoDigits(year % 100))"
    case .dayFirst where isShort: return "\(plain.day)/\(plain.month)/\(year)"
    case .dayFirst: return "\(day)/\(month)/\(year)"
    case .monthFirst: return "\(month)/\(day)/\(year) 00:00"
    case .yearFirst: return "\(year).\(month).\(day)"
    case .excelSerial where isUsual: return "\(plain.daysSince1900 + 2)"
    case .excelSerial: return "\(year)-\(month)-\(day)"
    case .monthOnly where isShort && isUsual:
      return "\(monthNames[plain.month - 1].prefix(3))-\(twoDigits(year % 100))"
    case .monthOnly: return isShort ? "\(month)/\(year)" : "\(year)-\(month)"
    case .period:
      let start = plain.month > 3 ? year : year - 1
      let number = (plain.month + 8) % 12 + 1
      return "\(start)-\(twoDigits((start + 1) % 100)) \(isShort ? "M" : "P")\(number)"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
