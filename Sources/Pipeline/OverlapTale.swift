import PoolModel
import PoolStore

/// What is to be said of two exports that tell of the same months.
struct OverlapTale {
  let earlier: ExportSummary
  let later: ExportSummary
  private var replaced: [(month: CalendarMonth, difference: LineDifference)] = []
  private var repeated = Part()
  private var unsure = Part()

  private struct Part {
    var months: [CalendarMonth] = []
    var tally = RowTally()

    mutating func add(_ lines: [IdentifiedLine], of month: CalendarMonth) {
      months.append(month)
      for line in lines { tally.count(Money(pence: line.identity.pence)) }
    }
  }

  /// Nothing to be said yet.
  init(earlier: ExportSummary, later: ExportSummary) {
    self.earlier = earlier
    self.later = later
  }

  /// The later export counts for a month, and differs so.
  mutating func note(_ month: CalendarMonth, _ difference: LineDifference) {
    replaced.append((month, difference))
  }

  /// Lines of the later export stand in the earlier, which has more of the month.
  mutating func note(repeated lines: [IdentifiedLine], in month: CalendarMonth) {
    repeated.add(lines, of: month)
  }

  /// Lines stand in both, but most of both exports do not.
  mutating func note(unsure lines: [IdentifiedLine], in month: CalendarMonth) {
    unsure.add(lines, of: month)
  }

  /// The findings at the earlier export.
  var aboutEarlier: [Finding] {
    [replacedFinding, unsureFinding].compactMap(\.self)
  }

  /// The findings at the later export.
  var aboutLater: [Finding] {
    guard repeated.tally.rows > 0 else { return [] }
    return [
      Finding(
        .exportToldAgain, at: SourcePosition(file: later.path), value: earlier.path,
        atStake: repeated.tally.amount, rows: repeated.tally.rows,
        message: "\(Self.lines(repeated.tally)) of \(Self.listed(repeated.months)) stand in "
          + "\(earlier.path) too, and count there",
        remedy: remedy)
    ]
  }

  private var replacedFinding: Finding? {
    guard let first = replaced.first else { return nil }
    let whole = replaced.dropFirst().reduce(into: first.difference) { $0.add($1.difference) }
    let aside = RowTally(
      rows: whole.same.rows + whole.went.rows + whole.changed.rows,
      amount: whole.same.amount + whole.went.amount + whole.changedFrom)
    return Finding(
      .exportToldAgain, at: SourcePosition(file: earlier.path), value: later.path,
      atStake: aside.amount, rows: aside.rows,
      message: "\(later.path) tells \(Self.listed(replaced.map(\.month))) again and counts instead "
        + "of \(Self.lines(aside)): \(whole.sentence)",
      remedy: remedy)
  }

  private var unsureFinding: Finding? {
    guard unsure.tally.rows > 0 else { return nil }
    return Finding(
      .exportsOverlap, at: SourcePosition(file: earlier.path), value: later.path,
      atStake: unsure.tally.amount, rows: unsure.tally.rows,
      message: "\(Self.lines(unsure.tally)) of \(Self.listed(unsure.months)) stand in "
        + "\(later.path) too, though most of both exports do not; all are counted",
      remedy: "see which of the two exports is right, and say it under overlaps in "
        + "mappings/sources/\(earlier.publisher).yaml")
  }

  private var remedy: String {
    "nothing to do, if they are the same payments; if not, say so under overlaps in "
      + "mappings/sources/\(earlier.publisher).yaml"
  }

  private static func lines(_ tally: RowTally) -> String {
    "\(tally.rows) line\(tally.rows == 1 ? "" : "s") with \(tally.amount)"
  }

  /// `2009-04, 2009-05 and 3 more months`.
  private static func listed(_ months: [CalendarMonth]) -> String {
    let shown = months.prefix(3).map(\.description).joined(separator: ", ")
    let rest = months.count - 3
    return rest > 0 ? "\(shown) and \(rest) more month\(rest == 1 ? "" : "s")" : shown
  }
}

extension LineDifference {
  /// Adds the difference between two other lists.
  mutating func add(_ other: LineDifference) {
    same += other.same
    came += other.came
    went += other.went
    changed += other.changed
    changedFrom += other.changedFrom
  }
}
