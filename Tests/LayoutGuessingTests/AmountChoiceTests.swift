import LayoutGuessing
import MappingTables
import PoolModel
import Testing

/// Which money columns are read, left out with a reason, told or asked for.
struct AmountChoiceTests {
  /// A guess for payments with these further columns.
  private static func guess(_ headers: String, _ cells: [String]) -> LayoutGuess? {
    let rows = cells.enumerated().map { "Larkenby Care Ltd,\($0 + 13)/04/2009,\($1)" }
    return MadeUpGuess.of((["Supplier,Payment Date,\(headers)"] + rows).joined(separator: "\n"))
  }

  @Test(arguments: [
    // A known name goes before a column that only holds one.
    ("Amount,Net Value of Contract", ["10.00,900.00", "20.00,900.00"], "Amount"),
    // A column without any figure is no amount.
    ("Net,Gross", ["0.00,12.00", "0.00,24.00"], "Gross"),
    ("Net,Gross", [",12.00", ",24.00"], "Gross"),
    // Headers that say budget, balance or tax are no payments.
    ("Amount,Budget 2013/14,Budget 2014/15", ["10.00,1.00,2.00", "20.00,3.00,4.00"], "Amount"),
    ("Committed,Actual", ["10.00,7.00", "20.00,9.50"], "Actual"),
    ("Budget,Actual,Variance", ["10.00,7.00,3.00", "20.00,9.50,10.50"], "Actual"),
    // What the figures prove is left out.
    ("Amount,Amount", ["10.00,10.00", "20.00,20.00"], "Amount"),
    ("Amount,Total,VAT", ["10.00,12.00,2.00", "20.00,24.00,4.00"], "Amount"),
    ("Total,Amount,VAT", ["10.00,12.00,2.00", "20.00,24.00,4.00"], "Total"),
    ("Net Amount,Total", ["10.00,12.00", "20.00,24.00"], "Net Amount"),
    ("Amount,Running Balance", ["10.00,12.00", "20.00,32.00"], "Amount"),
    ("Amount,Total", ["10.00,10.00", "20.00,30.00", "5.00,35.00"], "Amount"),
    (
      "Transaction Number,Line Amount,Invoice Amount",
      ["1,10.00,30.00", "1,20.00,30.00", "2,5.00,5.00"], "Line Amount"
    ),
    // The total of a single line may be with tax.
    (
      "Invoice Number,Dist Amount,Invoice Amount",
      ["1,10.00,30.00", "1,20.00,30.00", "2,5.00,6.00"], "Dist Amount"
    ),
    // A line's amount or what was paid goes before a whole invoice's.
    ("Line Amount,Invoice Amount", ["10.00,31.00", "20.00,39.00"], "Line Amount"),
    (
      "PO Value,Invoice Value,Amount Paid", ["90.00,31.00,30.50", "70.00,39.00,20.00"],
      "Amount Paid"
    ),
    ("Invoice Value", ["31.00", "39.00"], "Invoice Value"),
    // Account codes are no money.
    ("Amount,Spend", ["10.50,709090", "20.00,400400"], "Amount"),
    // A year says nothing of what a column is.
    ("2014/15 Budget,2014/15 Outturn", ["10.00,7.00", "20.00,9.50"], "2014/15 Outturn"),
    ("2015/16 Expenditure (£000)", ["1", "20"], "2015/16 Expenditure (£000)"),
    ("Original Amount,GBP Amount", ["127.00,100.00", "254.00,200.00"], "GBP Amount"),
    // Credits have their sign.
    ("Amount,Type", ["10.00,Invoice", "-20.00,Credit Note"], "Amount"),
  ])
  func `One column is the amount, and the others have a reason`(
    headers: String, cells: [String], amount: String
  ) {
    let guess = Self.guess(headers, cells)
    #expect(guess?.layout.amounts.map(\.header) == [amount])
    #expect(guess?.findings.map(\.code) == [])
  }

  @Test(arguments: [
    ("Amount,Amount", ["10.00,11.00", "20.00,21.00"], #""Amount" or "Amount#2""#),
    ("Amount,Total", ["10.00,90.00", "20.00,70.00"], #""Amount" or "Total""#),
    ("Payment,Amount Paid", ["10.00,90.00", "20.00,70.00"], #""Payment" or "Amount Paid""#),
    ("Net,Gross", ["10.00,9.00", "20.00,2.00"], #""Net" or "Gross""#),
    ("Debit,Credit", ["10.00,9.00", "20.00,2.00"], #""Debit" or "Credit""#),
    ("Credit,Notes", ["10.00,x", "20.00,y"], #""Credit""#),
  ])
  func `Columns that may all be the amount are asked for, and none is read`(
    headers: String, cells: [String], columns: String
  ) {
    let guess = Self.guess(headers, cells)
    #expect(guess?.source == nil)
    #expect(guess?.findings.map(\.code) == [.columnAmbiguous])
    #expect(guess?.findings.first?.message.contains("column \(columns)") == true)
  }

  @Test func `Columns of which another is the sum are amounts, and the sum a check`() {
    let guess = MadeUpGuess.of(
      """
      Service,April,May,June,Total
      Residential,100,110,120,330
      Day care,30,30,31,91
      Carers,4,5,6,15
      """)
    #expect(guess?.layout.amounts.map(\.label) == ["April", "May", "June"])
    #expect(guess?.layout.rowTotal == "Total")
    #expect(guess?.findings.map(\.code) == [])
  }

  @Test func `Money of which nothing says what it is is told beside a known amount`() {
    let guess = Self.guess("Amount,Surcharge", ["10.00,1.25", "20.00,-7.30"])
    #expect(guess?.layout.amounts.map(\.header) == ["Amount"])
    #expect(
      guess?.findings.map(\.message) == [
        #"the column "Surcharge" holds money and nothing says what it is: it is not read"#
      ])
  }

  @Test func `Debits and credits are two amounts, of which one is taken away`() {
    let guess = Self.guess("Debit,Credit", ["10.00,", ",20.00"])
    #expect(guess?.layout.amounts.map(\.header) == ["Debit", "Credit"])
    #expect(guess?.layout.amounts.map(\.isTakenAway) == [false, true])
    #expect(guess?.findings.map(\.code) == [])
  }

  @Test func `Partners of a wide table beside money of nobody are asked for`() {
    let guess = MadeUpGuess.of(
      """
      Scheme,Southmere CCG,Northbeck Council,Deposits
      Home care,10.00,5.00,3.00
      Day centres,20.00,5.00,4.00
      """)
    #expect(guess?.source == nil)
    #expect(
      guess?.findings.map(\.message) == [
        #"beside amounts for bodies across, the column "Deposits" holds money, and nothing says what it is"#
      ])
  }

  @Test func `What is left out is evidence with its reason`() {
    let guess = Self.guess("Gross,VAT,Net", ["12.00,2.00,10.00", "24.00,4.00,20.00"])
    let reasons = guess?.evidence.filter { [2, 3].contains($0.column) }.map { $0.reasons.last }
    #expect(
      reasons == [
        "left out: it is the amount with tax", "left out: its header says that it is no payment",
      ])
  }
}
