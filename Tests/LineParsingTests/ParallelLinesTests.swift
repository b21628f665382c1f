import ImportTestSupport
import MappingTables
import PoolModel
import Testing

/// An export of several chunks gives the same on any number of threads.
struct ParallelLinesTests {
  private let text: String = {
    var random = SeededNumbers(seed: 3)
    var text = "Date,Supplier,Category,Amount,Description\n"
    var sum = 0
    for row in 1...9000 {
      let pence = Int.random(in: 100...99999, using: &random)
      let note = String(repeating: "note \(row) ", count: 30)
      let description = random.pick([note, "\"\(note)\n\(note)\"", "\"\(note)", "\(note)\"x\" "])
      let isUnusual = row.isMultiple(of: 300)
      sum += pence
      text += "0\(row % 9 + 1)/02/2020,Oak \(row % 700),Homes \(row % 50),"
      text += "\(pence / 100).\(pence / 10 % 10)\(pence % 10)"
      text += ",\(isUnusual ? description : note)\n"
      if row.isMultiple(of: 1000) { text += "Total,,,\(sum / 100),\n" }
    }
    return text
  }()

  @Test(arguments: [2, 3, 8]) func `Lines, texts, counts and findings are those of one thread`(
    threads: Int
  ) throws {
    let layout = SourceLayout.made(
      ["Date", "Supplier", "Category", "Amount", "Description"],
      [.date: "Date", .supplier: "Supplier", .expenseType: "Category", .description: "Description"])
    let one = try MadeUpExport(text, layout)
    let many = try MadeUpExport(text, layout, threads: threads)
    // A line also says where it stands in its batch, which is the reader's own affair.
    #expect(many.lines.map(plain) == one.lines.map(plain))
    #expect(many.texts.suppliers == one.texts.suppliers)
    #expect(many.texts.codes == one.texts.codes)
    #expect(many.findings == one.findings)
    #expect(many.refusedTexts == one.refusedTexts)
    #expect(many.summary == one.summary)
    #expect(one.lines.count > 8000)
  }

  private func plain(_ line: SpendLine) -> SpendLine {
    var line = line
    line.record = 0
    return line
  }
}
