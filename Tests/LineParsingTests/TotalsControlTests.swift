import PoolModel
import Testing

@testable import LineParsing

struct TotalsControlTests {
  /// What a control says of amounts and of totals, written `=12`, in the order of the rows.
  ///
  /// `ok`: a total agrees or its rows are to come; otherwise what its rows make.
  private static func verdicts(_ rows: String) -> (verdicts: String, last: Int64?) {
    var control = TotalsControl()
    var verdicts: [String] = []
    for row in rows.split(separator: " ") {
      if row.hasPrefix("="), let printed = Int64(row.dropFirst()) {
        let difference = control.take(printed, at: SourcePosition(file: "made.csv"))
        verdicts.append(difference.map { "\($0.sum)" } ?? "ok")
      } else if let amount = Int64(row) {
        control.add(amount)
      }
    }
    verdicts += control.differencesAtEnd().map { "end:\($0.sum)" }
    return (verdicts.joined(separator: " "), control.lastPrinted)
  }

  @Test(
    arguments: [
      // A total stands for all rows or for those since the total before.
      ("10 -3 =7 5 =5 =12", "ok ok ok"),
      // Totals of groups, of groups of groups, and of all.
      ("1 2 =3 4 =4 =7 5 6 =11 =11 =18", "ok ok ok ok ok ok"),
      ("10 =11 5 =16 =15", "10 15 ok"),
      // The nearer of both sums is told: of everything, or since the last total.
      ("100 =100 7 =8", "ok 7"),
      // A total above its rows, alone, by group, and wrong.
      ("=12 5 7", "ok"), ("=12 5 7 =3 1 2 =4 4", "ok ok ok"), ("=12 5 6", "ok end:11"),
      // A total and a group's total above the first row: each waits for its own rows.
      ("=10 =3 1 2 =7 3 4", "ok ok ok"), ("=11 =3 1 2 =7 3 4", "ok ok ok end:10"),
      // A grand total above groups with totals below.
      ("=10 1 2 =3 3 4 =7", "ok ok ok"),
    ])
  func `A total stands for rows above it up to any total before, or for rows below it`(
    rows: String, verdicts: String
  ) {
    #expect(Self.verdicts(rows).verdicts == verdicts)
  }

  @Test(arguments: [
    ("10 -3 =7", 7), ("1 2 =3 3 4 =7 =10", 10), ("1 2 =3 3 4 =7", 3), ("1 =9", 9), ("1", nil),
  ])
  func `The table's printed total is none of a group's where both are printed`(
    rows: String, last: Int64?
  ) {
    #expect(Self.verdicts(rows).last == last)
  }

  @Test(arguments: [
    ("5", 5, false), ("2 3", 5, true), ("9 =9 2 3", 5, true), ("9 =9 2 3", 14, true),
    ("9 =9 2 3", 6, false), ("9 =9 5", 5, false),
  ])
  func `One row alone makes no sum`(rows: String, pence: Int64, isSum: Bool) {
    var control = TotalsControl()
    for row in rows.split(separator: " ") {
      if row.hasPrefix("=") {
        _ = control.take(Int64(row.dropFirst()) ?? 0, at: SourcePosition(file: "made.csv"))
      } else {
        control.add(Int64(row) ?? 0)
      }
    }
    #expect(control.isSumOfRows(pence) == isSum)
  }
}
