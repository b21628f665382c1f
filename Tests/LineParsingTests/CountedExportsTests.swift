import Foundation
import LineParsing
import MappingTables
import PoolModel
import Testing

/// Real exports against a table of figures that people counted by hand.
///
/// Exports and table are no part of the repository. A failing check names file, key and figures,
/// never a row.
struct CountedExportsTests {
  private static let workspace = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let exports = workspace.appending(path: "../shared/exports").standardizedFileURL
  private static let truthTable = exports.appending(path: "truth.tsv")
  private static let isTruthThere = FileManager.default.fileExists(atPath: truthTable.path)
  /// The repository's mapping files, read once, and their faults.
  private static let read = MappingReader.read(workspace: workspace.path)

  /// A file with what people counted in it.
  struct CountedFile: CustomTestStringConvertible, Sendable {
    var name: String
    var figures: [String: String]
    var testDescription: String { name }
  }

  @Test(.enabled(if: isTruthThere, "the real exports lie beside the repository, not in it"))
  func `the mapping files have no fault, and the open files of the publishers are there`() {
    #expect(Self.read.findings.map(\.description) == [])
    #expect(Self.countedFiles.count >= 49)
  }

  @Test(
    .enabled(if: isTruthThere, "the real exports lie beside the repository, not in it"),
    arguments: countedFiles)
  func `an open file of a publisher with a source file equals the truth table`(file: CountedFile)
    throws
  {
    let publisher = file.name.prefix { $0 != "/" }
    let source = try #require(Self.read.mappings.sources[String(publisher)])
    let summary = try Self.summary(of: file.name, source)
    for (key, figure) in Self.figures(of: summary) {
      let accepted = file.figures[key, default: ""].split(
        separator: "|", omittingEmptySubsequences: false)
      #expect(
        accepted.contains { $0 == figure },
        "\(file.name): \(key) is \(file.figures[key, default: ""]), read as \(figure)")
    }
  }

  private static func figures(of summary: ExportSummary) -> [(key: String, figure: String)] {
    [
      ("header_line", "\(summary.headerLine)"),
      ("data_rows", "\(summary.dataRows + summary.unparseableRows)"),
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

  /// The rows of the table that are sure enough, of publishers with a source file.
  private static let countedFiles: [CountedFile] = {
    let table = (try? String(contentsOf: truthTable, encoding: .utf8)) ?? ""
    let rows = table.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let keys = rows.first ?? []
    return rows.dropFirst().map { row in
      Dictionary(zip(keys, row), uniquingKeysWith: { first, _ in first })
    }.filter { row in
      ["certain", "likely"].contains(row["confidence"])
        && read.mappings.sources[String(row["file", default: ""].prefix { $0 != "/" })] != nil
    }.map { CountedFile(name: $0["file", default: ""], figures: $0) }
  }()
}
