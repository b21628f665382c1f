import ImportTestSupport
import MappingTables
import PoolModel
import Testing

/// Law 1 for one export: whatever the rows hold, each row and each penny ends in one place.
struct UpperHalfTests {
  private static let wide = SourceLayout.made(
    ["Date", "Supplier", "Gross", "Net"], [.date: "Date", .supplier: "Supplier"],
    amounts: [AmountColumn(header: "Gross"), AmountColumn(header: "Net", unit: .thousands)],
    sign: .reversed)

  private static func madeUpRow(_ random: inout SeededNumbers) -> String {
    let dates = ["01/04/2012", "", "VARIOUS", "41004", "09/20/2012", "Total", "\"two\nlines\""]
    let suppliers = ["Oak Ltd", "", "Total Gas & Power", "\"Ash, Elm\"", "Grand total", "£"]
    let services = ["Homes", "5", "0.005", "-", "", "", "n/a"]
    let amounts = [
      "1", "-1,234.56", "(5.00)", "0.005", "-700.4399999999999", "6.82121E-13", "", " ", "12O",
      "1E15", "\"1,234\"", "999,999,999,999.99", "£2.653m", "Amount", "\"open",
    ]
    switch random.next() % 12 {
    case 0: return random.pick(["", ",,,", " , ,", "Total,,,5", ",,,7", "note", ",,,\"7"])
    case 1: return random.pick(["Date,Supplier,Service,Amount", "a,b", "1,2,3,4,5,6", "1,2,3,4,,"])
    default:
      return [dates, suppliers, services, amounts].map { random.pick($0) }.joined(separator: ",")
    }
  }

  @Test(arguments: 1...100) func `Rows and pence read are rows and pence accounted for`(
    seed: UInt64
  ) throws {
    var random = SeededNumbers(seed: seed)
    let isWide = random.pick([true, false])
    let header = isWide ? "Date,Supplier,Gross,Net" : "Date,Supplier,Service,Amount"
    let rows = (0..<200).map { _ in Self.madeUpRow(&random) }
    let text = "title\n\n\(header)\n" + rows.joined(separator: random.pick(["\n", "\r\n"]))
    let export = try MadeUpExport(text, isWide ? Self.wide : .payments)
    #expect(export.imbalances == [])
    let waterfall = export.summary.waterfall
    // The header is a row of its own and in no count of `counts`.
    #expect(export.counts.reduce(1, +) == waterfall.read.rows)
    #expect(waterfall.kept.rows == export.summary.dataRows)
    #expect(waterfall.kept.amount.pence == export.pence.reduce(0, +))
    #expect(waterfall.refused.rows == export.refused.count)
    #expect(waterfall.totals.rows == export.summary.totalRows)
  }
}
