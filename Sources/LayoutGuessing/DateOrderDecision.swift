package import LineParsing
package import MappingTables
import PoolModel

/// In which order an export writes its dates, with what says so.
package struct DateOrderDecision: Sendable, Equatable {
  /// Nil: it cannot be known.
  package var order: DateOrder?
  /// In a few words each, without values.
  package var reasons: [String]
  /// Whether a spreadsheet seems to have turned round day and month in some of them.
  var isTurnedRound = false
  /// Whether it stands on too few dates to speak against an order that somebody stated.
  var isThin = false

  /// A decision.
  init(_ order: DateOrder?, _ reasons: [String]) {
    self.order = order
    self.reasons = reasons
  }

  /// Whether numbers cannot be read in this order, as far as they show one.
  package func contradicts(_ stated: DateOrder) -> Bool {
    let orders: [DateOrder] = [.dayFirst, .monthFirst]
    guard orders.contains(stated) else { return false }
    return isTurnedRound || !isThin && order.map { $0 != stated && orders.contains($0) } ?? false
  }
}

extension DateOrderDecision {
  /// The order that all cells of a column, then the period of the file name, and then those of the
  /// titles above the table give; nil where the column has no date.
  package init?(_ tally: DateTally, period: FileNamePeriod?, titles: [String] = []) {
    let numbers = NumberOrder(
      tally,
      periods: [period.map { (of: "the file name", $0) }].compactMap(\.self)
        + titles.compactMap { FileNamePeriod(title: $0) }.map { (of: "a title", $0) })
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
      self = numbers.decision
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
  /// What states a period, with the period, the surest first.
  let periods: [(of: String, period: FileNamePeriod)]
  /// All dates of three numbers.
  let count: Int

  init(_ tally: DateTally, periods: [(of: String, period: FileNamePeriod)]) {
    self.tally = tally
    self.periods = periods
    count =
      tally.onlyDayFirst + tally.onlyMonthFirst + tally.dotted + tally.eitherWay.values.reduce(0, +)
  }

  var decision: DateOrderDecision {
    turnedRound() ?? byImpossible() ?? byDots() ?? periods.lazy.compactMap {
      byPeriod($0.of, $0.period)
    }.first
      ?? bySpread()
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

  /// Nobody writes dots behind a month.
  private func byDots() -> DateOrderDecision? {
    guard tally.dotted * 2 >= count else { return nil }
    return DateOrderDecision(
      .dayFirst, ["\(tally.dotted) have dots, which are written where the day stands first"])
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
    var decision = DateOrderDecision(
      nil, ["the days up to 12 seem turned round: only so do they fall beside the days from 13 on"])
    decision.isTurnedRound = true
    return decision
  }

  /// The payments of a month have many days and one month; so have the first days of many months,
  /// so that a constant first number says nothing, nor does a second one that is always 1.
  ///
  /// Two days are enough where they would be the same day of two months that are no neighbours and
  /// no quarter apart, as no run of payments is.
  private func bySpread() -> DateOrderDecision? {
    let firsts = Set(tally.eitherWay.keys.map(\.first))
    let seconds = Set(tally.eitherWay.keys.map(\.second))
    if tally.eitherWay.keys.allSatisfy({ $0.first == $0.second }) {
      return DateOrderDecision(.dayFirst, ["both orders give the same days"])
    }
    guard let least = firsts.min(), let most = firsts.max(), seconds.count == 1, seconds != [1],
      firsts.count >= 3 || firsts.count == 2 && ![1, 3, 9, 11].contains(most - least)
    else { return nil }
    return DateOrderDecision(.dayFirst, ["the second number is the same in all dates"])
  }

  private func byPeriod(_ source: String, _ period: FileNamePeriod) -> DateOrderDecision? {
    guard period.isOfMonths else { return nil }
    func held(_ month: KeyPath<DateTally.Pair, Int>, _ day: KeyPath<DateTally.Pair, Int>) -> Int {
      period.most { holds in
        tally.eitherWay.reduce(0) { sum, pair in
          let read = CalendarDay(
            year: pair.key.year, month: pair.key[keyPath: month], day: pair.key[keyPath: day])
          return sum + (read.map(holds) == true ? pair.value : 0)
        }
      }
    }
    let dayFirst = held(\.second, \.first)
    let monthFirst = held(\.first, \.second)
    let (most, order, word): (Int, DateOrder, String) =
      dayFirst > monthFirst ? (dayFirst, .dayFirst, "day") : (monthFirst, .monthFirst, "month")
    let least = min(dayFirst, monthFirst)
    let all = tally.eitherWay.values.reduce(0, +)
    guard most > 3 * least || period.month == nil && most == all && most > 2 * least else {
      return nil
    }
    let unit = period.month == nil ? "months" : "month"
    var decision = DateOrderDecision(
      order, ["\(most) dates fall into the \(unit) of \(source) with the \(word) first"])
    decision.isThin = most < 3
    return decision
  }
}
