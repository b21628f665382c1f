import LineParsing
import MappingTables
import PoolModel

/// How the cells of one date column can be read, counted over a whole export.
package struct DateTally: Sendable {
  /// Three numbers that are a day only with the day first.
  private(set) var onlyDayFirst = 0
  private(set) var onlyMonthFirst = 0
  /// The months of the dates that can be read in one of these orders only.
  private(set) var sureMonths: Set<Month> = []
  /// Three numbers that are a day either way, by the pair of their first two numbers.
  private(set) var eitherWay: [Pair: Int] = [:]
  /// Three numbers that are a day either way, with dots between: the day stands first.
  private(set) var dotted = 0
  private(set) var yearFirst = 0
  private(set) var named = 0
  private(set) var serial = 0
  /// Months written out or with a year, `Jun-14`, `2014-06`.
  private(set) var months = 0
  /// Six digits, a year and a number up to 12: a month, or a period of the financial year.
  var joined: Int { joinedTexts.values.reduce(0, +) }
  /// The same by text.
  private(set) var joinedTexts: [String: Int] = [:]
  /// Periods of the financial year that are no month of the calendar.
  private(set) var periods = 0
  /// The periods that state no year, such as `P01`.
  private(set) var periodsWithoutYear = 0

  /// The first two numbers and the year of a date that can be read either way.
  struct Pair: Hashable, Sendable {
    var first: Int
    var second: Int
    var year: Int
  }

  /// A month of a year.
  struct Month: Hashable, Sendable {
    var year: Int
    var month: Int

    init(_ day: CalendarDay) { (year, month, _) = day.civil }
  }

  /// A count of nothing yet.
  package init() {}

  /// What a cell is among dates.
  package enum CellKind {
    case none
    /// A day in some order.
    case day
    /// Digits alone, which are a day where the column is known to hold days.
    case bare
    /// Perhaps a day as Excel counts them.
    case serial
    /// A month or a period, and no plain number of one or two digits.
    case month
  }

  /// Counts one cell, and says what it is.
  @discardableResult
  package mutating func note(_ text: String) -> CellKind {
    switch DateShape(text) {
    case .blank: return .none
    case .yearFirst: yearFirst += 1
    case .named: named += 1
    case .serial:
      serial += 1
      return .serial
    case .numbers(let numbers): return note(numbers) ? .day : .none
    case .bare(let numbers):
      if numbers.beginsWithYear { yearFirst += 1 } else { _ = note(numbers) }
      return .bare
    case .other: return MonthSpelling.mayBe(text) ? noteMonth(text) : .none
    }
    return .day
  }

  /// Counts three numbers; false where they are no day.
  private mutating func note(_ numbers: DayNumbers) -> Bool {
    switch (numbers.dayFirst, numbers.monthFirst) {
    case (.some, .some) where numbers.hasDots: dotted += 1
    case (let day?, .some):
      let pair = Pair(
        first: numbers.first.value, second: numbers.second.value, year: day.civil.year)
      eitherWay[pair, default: 0] += 1
    case (let day?, nil):
      onlyDayFirst += 1
      sureMonths.insert(Month(day))
    case (nil, let day?):
      onlyMonthFirst += 1
      sureMonths.insert(Month(day))
    case (nil, nil): return false
    }
    return true
  }

  private mutating func noteMonth(_ text: String) -> CellKind {
    let isJoined = text.utf8.count == 6 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if MonthSpelling.month(text) != nil {
      if isJoined { joinedTexts[text, default: 0] += 1 } else { months += 1 }
    } else if MonthSpelling.period(text, year: nil) != nil {
      periods += 1
    } else if MonthSpelling.period(text, year: FinancialYear(startYear: 2000)) != nil {
      periodsWithoutYear += 1
      return text.first?.isLetter == true ? .month : .none
    } else {
      return .none
    }
    return .month
  }

  /// Whether a text is a day in some order; a plain number, which may be anything, is not.
  static func isDay(_ text: String) -> Bool {
    switch DateShape(text) {
    case .yearFirst, .named: true
    case .numbers(let numbers): numbers.dayFirst != nil || numbers.monthFirst != nil
    case .blank, .serial, .bare, .other: false
    }
  }
}
