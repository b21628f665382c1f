import MappingTables
import PoolModel
import Testing

/// A column that tells credits from payments.
struct CreditMarkTests {
  private func export(_ rows: String, sign: PrintedSign = .asPrinted) throws -> MadeUpExport {
    var amount = AmountColumn(header: "Amount")
    amount.credits = CreditMark(
      header: "Type", cells: ["cr", "credit*"].compactMap { CellPattern(cell: $0) })
    var layout = SourceLayout.made(
      ["Date", "Payee", "Amount", "Type"], [.date: "Date", .supplier: "Payee"], amounts: [amount])
    layout.sign = sign
    return try MadeUpExport("Date,Payee,Amount,Type\n\(rows)", layout)
  }

  @Test func `Figures beside its words count negative, once`() throws {
    let export = try export(
      """
      01/04/2023,Ashby Care Ltd,10.00,Dr
      02/04/2023,Bramley Homecare,2.50,Cr
      03/04/2023,Calder Fencing,-4.00,CREDIT NOTE
      04/04/2023,Dunmore Taxis,-1.00,Dr
      05/04/2023,Eastwick Surgery,3.00
      """)
    #expect(export.pence == [1000, -250, -400, -100, 300])
    #expect(export.imbalances == [])
    #expect(export.findings == [])
  }
}
