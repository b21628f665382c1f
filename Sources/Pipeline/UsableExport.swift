import ExportReading
import LineParsing
import MappingTables
import PoolModel

/// Whether an export can take the place of another.
enum UsableExport {
  /// Whether an export can be read to its end by its publisher's layouts and has a line of money.
  ///
  /// - Throws: where the system would not read it, so that nobody can tell.
  static func holdsMoney(
    _ path: String, _ source: PublisherSource?, _ workspace: Workspace
  ) throws -> Bool {
    guard let source else { return false }
    let opened = ExportLines.open(
      workspace.path(path), shownAs: path, sources: [source], ruleColumns: { _ in [] })
    var faults: [Finding] = []
    var rows = 0
    switch opened {
    case .failure(let fault): faults = [fault.finding]
    case .success(let lines):
      while lines.next() != nil { try StopRequest.check() }
      faults = lines.finish().filter { [.exportNotCSV, .exportUnreadable].contains($0.code) }
      rows = lines.parser.summary.dataRows
    }
    if let fault = faults.first(where: { $0.code == .exportUnreadable }),
      FileStamp.isRegularFile(workspace.path(path))
    {
      throw InputFailure(fault)
    }
    return faults.isEmpty && rows > 0
  }
}
