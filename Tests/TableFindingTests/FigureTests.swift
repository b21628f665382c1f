import Testing

@testable import TableFinding

struct FigureTests {
  @Test(
    arguments: [
      ("1234", 1_234_000_000), ("1,234.56", 1_234_560_000), ("-5", -5_000_000),
      ("(5.00)", -5_000_000), ("£5", 5_000_000), ("5-", -5_000_000), ("12%", 12_000_000),
      ("1 234", 1_234_000_000), ("1\u{A0}234", 1_234_000_000), ("1,4", 1_400_000),
      ("2,242E", 2_242_000_000), ("−7", -7_000_000), ("0.1234567", 123_456),
      ("12,34", 12_340_000),
    ] as [(String, Int64)])
  func `A figure is read in any spelling`(text: String, millionths: Int64) {
    #expect(Figure(Array(text.utf8))?.millionths == millionths)
  }

  @Test(arguments: ["", "-", "1,2345,6", "12.3.4", "abc", "1/4/2012", "R5806", "99999999999999"])
  func `Other text is no figure`(text: String) {
    #expect(Figure(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      ("  ", .blank), ("\u{A0}\u{FEFF}", .blank), ("-", .missing), ("..", .missing),
      ("(NA)", .missing), ("n/a", .missing), ("x", .missing), ("12", .number), ("£12", .amount),
      ("12.50", .amount), ("1/4/2012", .date), ("2012-04-01 00:00:00", .date),
      ("1-Apr-12", .date), ("R5806", .code), ("Oak Ltd", .text), ("Oak 12", .text),
    ] as [(String, CellKind)])
  func `A cell is told by what it looks like`(text: String, kind: CellKind) {
    #expect(CellReading(text).kind == kind)
  }
}
