import LayoutGuessing
import MappingTables
import PoolModel
import Testing

/// What the money of a column is counted in.
struct TableUnitsTests {
  @Test(arguments: [
    ("Amount £000", AmountColumn.Unit.thousands), ("Amount (£ '000)", .thousands),
    ("Amount '000", .thousands), ("Amount £k", .thousands), ("Amount (£’000s)", .thousands),
    ("Amount £m", .millions), ("Amount (£ million)", .millions), ("Amount (pence)", .pence),
    ("Amount", .pounds), ("Amount £ monthly", .pounds), ("Amount (£ and pence)", .pounds),
    ("Amount over £25,000", .pounds), ("Amount £", .pounds),
  ])
  func `A header gives its unit by whole words`(header: String, unit: AmountColumn.Unit) {
    let guess = MadeUpGuess.of("Supplier,\"\(header)\"\nLarkenby Care Ltd,12\nOverdale Homes,7")
    #expect(guess?.layout.amounts.map(\.unit) == [unit])
  }

  @Test(arguments: [
    ("All figures in £000", "12.5", AmountColumn.Unit.thousands),
    ("Company: 000 Stanmoor", "12", .pounds), ("All figures in £ (not £000s)", "12", .pounds),
    ("Payments over £25,000", "12.5", .pounds), ("Spend over £500k", "12.5", .pounds),
  ])
  func `A title above the table gives the unit of its amounts`(
    title: String, cell: String, unit: AmountColumn.Unit
  ) {
    let guess = MadeUpGuess.of("\"\(title)\",\nSupplier,Amount\nLarkenby Care Ltd,\(cell)\n")
    #expect(guess?.layout.amounts.map(\.unit) == [unit])
    #expect(guess?.findings.map(\.code) == [])
  }

  @Test func `A title that counts in thousands above odd pence is asked about`() {
    let guess = MadeUpGuess.of(
      "All figures in £000,\nSupplier,Amount\nLarkenby Care Ltd,12.57\nOverdale Homes,8.33\n")
    #expect(guess?.source == nil)
    #expect(guess?.findings.map(\.code) == [.columnAmbiguous])
  }

  @Test func `A row of units below the header is part of it`() {
    let guess = MadeUpGuess.of(
      "Scheme,2012/13,2013/14\n,£000,£000\nHome Care,150.5,20.2\nDay Centres,12,13\n")
    #expect(guess?.layout.headerRows == 2)
    #expect(guess?.layout.amounts.map(\.unit) == [.thousands, .thousands])
  }
}
