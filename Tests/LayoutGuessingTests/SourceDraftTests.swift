import LayoutGuessing
import MappingTables
import Testing

/// Which exports share a layout of the draft.
struct SourceDraftTests {
  private static func draft(_ exports: [(file: String, text: String)]) -> String {
    let readings = exports.compactMap { file, text in
      MadeUpGuess.of(text, named: file).map {
        SourceDraft.Reading(file: file, guess: $0, encoding: nil)
      }
    }
    return SourceDraft(publisher: "eastmere-council", organisations: [], readings: readings).text
  }

  private static func lines(_ text: String, _ key: String) -> [String] {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix(key) }.map { String($0.split(separator: "  #")[0]) }
  }

  @Test func `Exports with the same headers and another unit are layouts of their own`() {
    let text = Self.draft([
      ("2009.csv", "Supplier,Amount\nLarkenby Care Ltd,12.5\n"),
      ("2010.csv", "All figures in £000,\nSupplier,Amount\nLarkenby Care Ltd,12.5\n"),
    ])
    #expect(Self.lines(text, "- layout:").count == 2)
    #expect(Self.lines(text, "files:") == [#"files: ["2010.csv"]"#])
    #expect(Self.lines(text, "unit:") == ["unit: thousands"])
  }

  @Test func `Exports without header that hold other columns are layouts of their own`() {
    let first = (1...20).map { "Payee \($0) Ltd,\($0 + 1)/04/2009,T\(100 + $0),\($0).50" }
    let second = (1...20).map { "\($0).50,Payee \($0) Ltd,\($0 + 1)/04/2009,T\(100 + $0)" }
    let text = Self.draft([
      ("2009.csv", first.joined(separator: "\n")), ("2010.csv", second.joined(separator: "\n")),
    ])
    #expect(Self.lines(text, "- column:") == [#"- column: "Column 4""#, #"- column: "Column 1""#])
    #expect(Self.lines(text, "files:") == [#"files: ["2010.csv"]"#])
  }

  @Test func `The reasons beside a date order are those of that order`() {
    let text = Self.draft([
      ("2009-04.csv", "Supplier,Payment Date,Amount\nLarkenby Care Ltd,04/13/2009,1.00\n"),
      ("2009-05.csv", "Supplier,Payment Date,Amount\nLarkenby Care Ltd,13/05/2009,1.00\n"),
      ("2009-06.csv", "Supplier,Payment Date,Amount\nLarkenby Care Ltd,13/06/2009,1.00\n"),
    ])
    #expect(text.contains("# 1 can only be read with the day first\n    date-order: day-first"))
  }

  @Test func `Columns of money that are not read stand in the draft with the reason`() {
    let text = Self.draft([
      ("2009.csv", "Supplier,Amount,VAT\nLarkenby Care Ltd,12.00,2.00\nOverdale Homes,6.00,1.00\n")
    ])
    #expect(text.contains(##"# not read: "VAT", vat-amount, header is "vat""##))
  }
}
