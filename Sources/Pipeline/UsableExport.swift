import LineParsing
import MappingTables
import PoolModel

/// Whether an export can take the place of another.
enum UsableExport {
  /// Whether an export can be read to its end by its publisher's layouts and has a line of money.
  static func holdsMoney(
    _ path: String, _ source: PublisherSource?, _ workspace: Workspace
  ) -> Bool {
    guard let source,
      case .success(let lines) = ExportLines.open(
        workspace.path(path), shownAs: path, sources: [source], ruleColumns: { _ in [] })
    else { return false }
    while lines.next() != nil {}
    let isWhole = !lines.finish().contains {
      [.exportNotCSV, .exportUnreadable].contains($0.code)
    }
    return isWhole && lines.parser.summary.dataRows > 0
  }
}
