import LayoutGuessing
import MappingTables
import PoolModel
import Testing

/// Where the header is; a payment is never taken for one, because headers are printed.
struct HeaderPlaceTests {
  private static let payments = (1...20).map {
    "Payee \($0) Ltd,Adult Social Care,\($0 % 28 + 1)/04/2009,\($0).50"
  }

  @Test(arguments: [
    "Avery Example,Cost of care,withheld,withheld", "Avery Example,Cost of care,01/04/2009,",
    "Avery Example,Total supplier cost,01/04/2009,10.00",
  ])
  func `A payment in the first row is no header`(first: String) {
    let guess = MadeUpGuess.of(([first] + Self.payments).joined(separator: "\n"))
    #expect(guess?.layout.headerRows == 0)
    #expect(guess?.layout.headers == ["Column 1", "Column 2", "Column 3", "Column 4"])
    #expect(guess?.amount == "Column 4")
  }

  @Test func `A known word with its year and unit makes a header`() {
    let guess = MadeUpGuess.of(
      "Partner,Contribution 2014/15 (£m)\nStanmoor Council,12.653\nStanmoor CCG,34.100\n")
    #expect(guess?.layout.headerRows == 1)
    #expect(guess?.layout.amounts.map(\.unit) == [.millions])
  }

  @Test func `Words over most columns of figures are a header, though none of them is known`() {
    let rows = (1...20).map { "Wing \($0),\($0),\($0 * 7),\($0).50" }
    let guess = MadeUpGuess.of((["Zorb,Quell,Marn,Tovel"] + rows).joined(separator: "\n"))
    #expect(guess?.layout.headerRows == 1)
    #expect(guess?.layout.headers == ["Zorb", "Quell", "Marn", "Tovel"])
  }

  /// Payments, and below them a few of another kind under words that say more.
  private static func twoTables(_ first: Int, _ second: Int, header: String) -> LayoutGuess? {
    let rows = payments.prefix(first).map { $0 } + [header] + payments.suffix(second).map { $0 }
    return MadeUpGuess.of("Supplier,Service,Date,Sum\n" + rows.joined(separator: "\n"))
  }

  @Test func `The table with more payments has the header`() {
    let guess = Self.twoTables(
      15, 4, header: "Supplier Name,Service Name,Payment Date,Net Amount,VAT Amount,Gross Amount")
    #expect(guess?.headerLine == 1)
    #expect(guess?.amount == "Sum")
  }

  @Test func `The same columns under better words are one table`() {
    let guess = Self.twoTables(5, 12, header: "Supplier Name,Service Name,Payment Date,Net Amount")
    #expect(guess?.headerLine == 1)
  }

  @Test func `Payments above the header are told`() {
    let guess = Self.twoTables(
      4, 15, header: "Supplier Name,Service Name,Payment Date,Net Amount,VAT Amount,Gross Amount")
    #expect(guess?.headerLine == 6)
    #expect(
      guess?.findings.map(\.message) == [
        "another table stands above the header; its 4 rows are not read"
      ])
  }
}
