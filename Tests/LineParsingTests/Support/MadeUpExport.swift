import ExportReading
import Foundation
import LineParsing
import MappingTables
import PoolModel

/// An export written in the test, read through both stages.
struct MadeUpExport {
  var lines: [SpendLine] = []
  /// As they are printed, without position and remedy, those of the rows first.
  var findings: [String] = []
  var refused: [RefusedRow] = []
  var texts = ExportTexts()
  var summary = ExportSummary(path: "", publisher: "", organisation: "", side: .spending)
  var areaStatuses: [AreaStatusMention] = []
  /// The raw bytes of the refused records.
  var refusedTexts: [String] = []

  init(
    _ text: String, _ layouts: SourceLayout..., ruleColumns: Set<CodeRule.Column> = [],
    totalWords: [TotalWord] = [], threads: Int = 1
  ) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var source = PublisherSource(
      publisher: "oakshire", organisation: "LA-OAKSHIRE", encoding: .windows1252, encodings: [],
      layouts: layouts, file: "mappings/sources/oakshire.yaml")
    source.totalWords = totalWords
    let export = try ExportLines.open(
      url.path, shownAs: "a.csv", sources: [source], threads: threads
    ) { _ in ruleColumns }.get()
    while let batch = export.next() {
      lines += batch.lines
      findings += batch.findings.map(MadeUpExport.short)
      refused += batch.refused
    }
    findings += export.finish().map(MadeUpExport.short)
    texts = export.parser.texts
    summary = export.parser.summary
    areaStatuses = export.parser.areaStatuses
    let bytes = Array(text.utf8)
    refusedTexts = refused.map {
      String(decoding: bytes[Int($0.byte)..<Int($0.byteEnd)], as: UTF8.self)
    }
  }

  /// `line:column code: message`.
  private static func short(_ finding: Finding) -> String {
    let column = finding.position.column.map { ":\($0)" } ?? ""
    return "\(finding.position.line)\(column) \(finding.code.rawValue): \(finding.message)"
  }

  /// The lines' amounts in pence.
  var pence: [Int64] { lines.map(\.amount.pence) }

  /// Rows by what became of them: data, blank, total, other than data, unparseable.
  var counts: [Int] {
    [
      summary.dataRows, summary.blankRows, summary.totalRows, summary.nonDataRows,
      summary.unparseableRows,
    ]
  }

  /// Where the upper half of the waterfall does not balance.
  var imbalances: [String] {
    var waterfall = summary.waterfall
    waterfall.outside = waterfall.kept
    return waterfall.imbalances
  }
}

extension SourceLayout {
  /// A layout; what is not given is as in most layouts.
  static func made(
    _ headers: [String], _ columns: [ColumnRole: String], amounts: [AmountColumn]? = nil,
    sign: PrintedSign = .asPrinted, dateOrder: DateOrder = .dayFirst, year: FinancialYear? = nil,
    notes: [NoteRule] = []
  ) -> SourceLayout {
    SourceLayout(
      name: "made", headers: headers, side: .spending, basis: .outturn, year: year,
      columns: columns, amounts: amounts ?? [AmountColumn(header: "Amount")], sign: sign,
      dateOrder: dateOrder, notes: notes)
  }

  /// Date, supplier, service and amount.
  static let payments = SourceLayout.made(
    ["Date", "Supplier", "Service", "Amount"],
    [.date: "Date", .supplier: "Supplier", .service: "Service"])
}
