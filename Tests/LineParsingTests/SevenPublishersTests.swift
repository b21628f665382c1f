import Foundation
import LineParsing
import MappingTables
import PoolModel
import Testing

/// Real exports against a table of figures that people counted by hand.
///
/// Exports and table are no part of the repository. A failing check names file, key and figures,
/// never a row.
struct SevenPublishersTests {
  private static let workspace = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let exports = workspace.appending(path: "../shared/exports").standardizedFileURL
  private static let truthTable = exports.appending(path: "truth.tsv")
  private static let isTruthThere = FileManager.default.fileExists(atPath: truthTable.path)

  @Test(.enabled(if: isTruthThere, "the real exports lie beside the repository, not in it"))
  func `the open files of the seven publishers equal the truth table`() throws {
    let (mappings, findings) = MappingReader.read(workspace: Self.workspace.path)
    #expect(findings.map(\.description) == [])
    var compared = 0
    for truth in try Self.truthRows() {
      guard let file = truth["file"], let publisher = file.split(separator: "/").first,
        let source = mappings.sources[String(publisher)],
        ["certain", "likely"].contains(truth["confidence"])
      else { continue }
      compared += 1
      let summary = try Self.summary(of: file, source)
      for (key, figure) in Self.figures(of: summary) {
        let accepted = truth[key, default: ""].split(
          separator: "|", omittingEmptySubsequences: false)
        #expect(
          accepted.contains { $0 == figure },
          "\(file): \(key) is \(truth[key, default: ""]), read as \(figure)")
      }
    }
    #expect(compared >= 49)
  }

  private static func figures(of summary: ExportSummary) -> [(key: String, figure: String)] {
    [
      ("header_line", "\(summary.headerLine)"),
      ("data_rows", "\(summary.dataRows)"),
      ("blank_rows", "\(summary.blankRows)"),
      ("total_rows", "\(summary.totalRows)"),
      ("non_data_rows", "\(summary.nonDataRows)"),
      ("unparseable_rows", "\(summary.unparseableRows)"),
      ("net_pence", "\(summary.waterfall.kept.amount.pence)"),
      ("min_date", summary.firstDay?.description ?? ""),
      ("max_date", summary.lastDay?.description ?? ""),
    ]
  }

  private static func summary(of file: String, _ source: PublisherSource) throws -> ExportSummary {
    let path = exports.appending(path: file).path
    let export = try ExportLines.open(path, shownAs: file, sources: [source]) { _ in [] }.get()
    while export.next() != nil {}
    _ = export.finish()
    return export.parser.summary
  }

  private static func truthRows() throws -> [[String: String]] {
    let rows = try String(contentsOf: truthTable, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let keys = rows.first ?? []
    return rows.dropFirst().map { row in
      Dictionary(zip(keys, row), uniquingKeysWith: { first, _ in first })
    }
  }
}
