package import LineParsing
package import MappingTables
import PoolModel

/// In which order an export writes its dates, with what says so.
package struct DateOrderDecision: Sendable, Equatable {
  /// Nil: it cannot be known.
  package var order: DateOrder?
  /// In a few words each, without values.
  package var reasons: [String]

  /// A decision.
  init(_ order: DateOrder?, _ reasons: [String]) {
    self.order = order
    self.reasons = reasons
  }
}

extension DateOrderDecision {
  /// The order that all cells of a column, and then the period of the file name, give; nil where the
  /// column has no date.
  package init?(_ tally: DateTally, period: FileNamePeriod?) {
    let numbers = NumberOrder(tally)
    let whole = [
      (tally.yearFirst, DateOrder.yearFirst, "dates begin with the year"),
      (tally.named, .dayFirst, "dates name the month after the day"),
      (tally.serial, .excelSerial, "dates are Excel's day numbers"),
      (tally.months, .monthOnly, "dates name a month and no day"),
      (tally.periods + tally.periodsWithoutYear, .period, "dates are financial periods"),
    ].filter { $0.0 > 0 }
    let most = whole.max { $0.0 < $1.0 }
    // A few dates of another shape do not make the order; where they are many they decide it,
    // because only they can be read in two ways.
    if numbers.count > 0, numbers.count * 4 >= most?.0 ?? 0 {
      self = numbers.decision(period: period)
    } else if let most, most.0 >= tally.joined {
      self.init(most.1, ["\(most.2) (\(most.0))"] + DateOrderDecision.yearDoubt(tally, period))
    } else if tally.joined > 0 {
      self = DateOrderDecision.joined(tally, period)
    } else {
      return nil
    }
  }

  /// Periods without a year take that of the file name, which may be the calendar's.
  private static func yearDoubt(_ tally: DateTally, _ period: FileNamePeriod?) -> [String] {
    guard tally.periodsWithoutYear > 0 else { return [] }
    guard let year = period?.financialYear else {
      return ["CONFIRM: \(tally.periodsWithoutYear) periods state no year, nor does the file name"]
    }
    return period?.month == nil
      ? ["CONFIRM: the file name's year alone is taken for the financial year \(year)"] : []
  }

  /// `201504` is April 2015, or the fourth period of 2015-16; a thirteenth settles it, else the
  /// file name must.
  private static func joined(_ tally: DateTally, _ period: FileNamePeriod?) -> DateOrderDecision {
    if tally.periods > 0 {
      return DateOrderDecision(.period, ["\(tally.periods) dates are later than the month 12"])
    }
    func held(_ day: (String) -> CalendarDay?) -> Int {
      guard let period, period.month != nil else { return 0 }
      return tally.joinedTexts.reduce(0) { sum, found in
        sum + (day(found.key).map(period.holds) == true ? found.value : 0)
      }
    }
    let months = held(MonthSpelling.month)
    let periods = held { MonthSpelling.period($0, year: nil) }
    let fall = "fall into the month of the file name as"
    if months > 3 * periods {
      return DateOrderDecision(.monthOnly, ["\(months) dates \(fall) months of the calendar"])
    }
    if periods > 3 * months {
      return DateOrderDecision(.period, ["\(periods) dates \(fall) periods of the financial year"])
    }
    return DateOrderDecision(
      nil, ["\(tally.joined) dates can be months of the calendar or of the financial year"])
  }
}

/// Whether three numbers have the day or the month first.
private struct NumberOrder {
  let tally: DateTally
  /// All dates of three numbers.
  let count: Int

  init(_ tally: DateTally) {
    self.tally = tally
    count =
      tally.onlyDayFirst + tally.onlyMonthFirst + tally.eitherWay.values.reduce(0, +)
  }

  func decision(period: FileNamePeriod?) -> DateOrderDecision {
    turnedRound() ?? byImpossible() ?? period.flatMap(byPeriod) ?? bySpread()
      ?? DateOrderDecision(nil, ["all \(count) dates can be read either way"])
  }

  /// A number over 12 can be no month.
  private func byImpossible() -> DateOrderDecision? {
    let (day, month) = (tally.onlyDayFirst, tally.onlyMonthFirst)
    if day + month == 0 { return nil }
    let reasons = [(day, "day"), (month, "month")].filter { $0.0 > 0 }
      .map { "\($0.0) can only be read with the \($0.1) first" }
    if day >= 4 * month { return DateOrderDecision(.dayFirst, reasons) }
    if month >= 4 * day { return DateOrderDecision(.monthFirst, reasons) }
    return DateOrderDecision(nil, reasons)
  }

  /// A spreadsheet of the other order has turned round the days up to 12 and left the others as they
  /// were: the others lie in a month or two, and those up to 12 only the other way round.
  private func turnedRound() -> DateOrderDecision? {
    let isDayFirst = tally.onlyDayFirst > 0
    guard isDayFirst != (tally.onlyMonthFirst > 0), tally.sureMonths.count <= 2 else { return nil }
    let pairs = tally.eitherWay.filter { $0.key.first != $0.key.second }
    func isBeside(_ pair: DateTally.Pair, month: Int, day: Int) -> Bool {
      CalendarDay(year: pair.year, month: month, day: day)
        .map { tally.sureMonths.contains(DateTally.Month($0)) } ?? false
    }
    let asOthers = pairs.count {
      isBeside(
        $0.key, month: isDayFirst ? $0.key.second : $0.key.first,
        day: isDayFirst ? $0.key.first : $0.key.second)
    }
    let otherWay = pairs.count {
      isBeside(
        $0.key, month: isDayFirst ? $0.key.first : $0.key.second,
        day: isDayFirst ? $0.key.second : $0.key.first)
    }
    guard pairs.count >= 2, otherWay == pairs.count, asOthers * 4 <= pairs.count else { return nil }
    return DateOrderDecision(
      nil, ["the days up to 12 seem turned round: only so do they fall beside the days from 13 on"])
  }

  /// The payments of a month have many days and one month; so have the first days of many months,
  /// so that a constant first number says nothing, nor does a second one that is always 1.
  private func bySpread() -> DateOrderDecision? {
    let firsts = Set(tally.eitherWay.keys.map(\.first))
    let seconds = Set(tally.eitherWay.keys.map(\.second))
    if tally.eitherWay.keys.allSatisfy({ $0.first == $0.second }) {
      return DateOrderDecision(.dayFirst, ["both orders give the same days"])
    }
    if firsts.count >= 3, seconds.count == 1, seconds != [1] {
      return DateOrderDecision(.dayFirst, ["the second number is the same in all dates"])
    }
    return nil
  }

  private func byPeriod(_ period: FileNamePeriod) -> DateOrderDecision? {
    guard period.month != nil else { return nil }
    func inPeriod(_ month: KeyPath<DateTally.Pair, Int>, _ day: KeyPath<DateTally.Pair, Int>) -> Int
    {
      tally.eitherWay.reduce(0) { sum, pair in
        let read = CalendarDay(
          year: pair.key.year, month: pair.key[keyPath: month], day: pair.key[keyPath: day])
        return sum + (read.map(period.holds) == true ? pair.value : 0)
      }
    }
    let dayFirst = inPeriod(\.second, \.first)
    let monthFirst = inPeriod(\.first, \.second)
    if dayFirst > 3 * monthFirst {
      return DateOrderDecision(
        .dayFirst, ["\(dayFirst) dates fall into the month of the file name with the day first"])
    }
    if monthFirst > 3 * dayFirst {
      return DateOrderDecision(
        .monthFirst,
        ["\(monthFirst) dates fall into the month of the file name with the month first"])
    }
    return nil
  }
}
