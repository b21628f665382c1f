import PoolModel

/// The stretches of days in which the same rules are in force, numbered from 0 in order of time.
struct RulePeriods: Sendable {
  /// One more than the dated periods: the last is for lines without a day.
  let count: Int
  /// The first day of period 1, in days since 1970.
  let firstChange: Int
  /// The period of each day from the first change to the last.
  let periods: [Int32]

  /// The periods between the first and last days of rules and of their grace.
  init(of rules: [NamedRule]) {
    // A rule's last day is in its period; the change comes with the day after.
    let starts = rules.map { Int($0.from) }.filter { $0 != Int(Int32.min) }
    let ends = rules.flatMap { [Int($0.to), Int($0.graceTo)] }.filter { $0 != Int(Int32.max) }
      .map { $0 + 1 }
    let changes = Set(starts + ends).sorted()
    count = changes.count + 2
    firstChange = changes.first ?? Int(Int32.max) + 1
    var periods: [Int32] = []
    for (number, change) in changes.enumerated() {
      let next = number + 1 < changes.count ? changes[number + 1] : change + 1
      periods.append(contentsOf: repeatElement(Int32(number + 1), count: next - change))
    }
    self.periods = periods
  }

  /// The period of a day; the last one for a line without a day.
  func period(of day: CalendarDay?) -> Int {
    guard let day else { return count - 1 }
    let place = Int(day.daysSince1970) - firstChange
    guard place >= 0 else { return 0 }
    return place < periods.count ? Int(periods[place]) : count - 2
  }
}
