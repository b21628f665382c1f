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
    let days = Int(number % UInt64(PlainCalendar.length))
    let plain = PlainCalendar(daysSince1900: days)
    let day = CalendarDay(daysSince1970: Int32(days - PlainCalendar.daysBefore1970))
    if day.civil != (plain.year, plain.month, plain.day)
      || CalendarDay(year: plain.year, month: plain.month, day: plain.day) != day
    {
      return "\(plain) is taken for \(day)"
    }
    let text = printed(plain, order, way: way)
    guard read(Array(text.utf8), order) != .day(day, isInOrder: true) else { return nil }
    return "\(text) is not read as \(day) \(order)"
  }

  private static func printed(_ plain: PlainCalendar, _ order: DateOrder, way: Int) -> String {
    let (year, month, day) = (plain.year, twoDigits(plain.month), twoDigits(plain.day))
    let name = monthNames[plain.month - 1]
    switch way % 8 {
    case 0: return "\(year)-\(month)-\(day)T00:00:00"
    case 1: return "\(plain.day) \(name) \(year)"
    case 2: return "\(day)-\(name.prefix(3))-\(year)"
    case 3: return "\(year)/\(plain.month)/\(plain.day)"
    default: break
    }
    return switch order {
    case .dayFirst where way % 8 == 4 && (1980...2079).contains(year):
      "\(day).\(month).\(twoDigits(year % 100))"
    case .dayFirst: way % 8 == 5 ? "\(plain.day)/\(plain.month)/\(year)" : "\(day)/\(month)/\(year)"
    case .monthFirst: "\(month)/\(day)/\(year) 00:00"
    case .yearFirst: "\(year).\(month).\(day)"
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
