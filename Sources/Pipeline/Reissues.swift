import MappingTables
import PoolModel

/// Which exports are replaced by corrected ones, after `supersedes` of their source files.
struct Reissues {
  /// The path of the export that takes the place of another, by the path of that other.
  private(set) var replacedBy: [String: String] = [:]

  /// Finds the re-issues among exports.
  ///
  /// An export that a row takes for a re-issue is not replaced by that row, whatever its pattern for
  /// others says. Of rows that contradict each other the first stands; of several re-issues of one
  /// export that a row names, the last by name.
  init(of exports: [Workspace.ExportPlace], sources: [String: PublisherSource]) {
    for (publisher, exports) in Dictionary(grouping: exports, by: \.publisher) {
      for row in sources[publisher]?.reissues ?? [] {
        let reissues = exports.map(\.path).filter { row.file.matches($0.fileNameOfPath) }
        guard let reissue = reissues.max() else { continue }
        for path in exports.map(\.path)
        where row.replaces.matches(path.fileNameOfPath) && !reissues.contains(path) {
          guard replacedBy[path] == nil, last(from: reissue) != path else { continue }
          replacedBy[path] = reissue
        }
      }
    }
  }

  /// The export at the end of a chain of re-issues.
  private func last(from path: String) -> String {
    var path = path
    while let next = replacedBy[path] { path = next }
    return path
  }
}
