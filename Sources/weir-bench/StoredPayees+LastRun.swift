import MappingTables
import Pipeline

extension StoredPayees {
  /// The payees of a workspace's last run, without which there is nothing to work on.
  static func ofLastRun(in workspace: Workspace, _ mappings: MappingSet) throws -> StoredPayees {
    guard let payees = try last(in: workspace, mappings) else {
      throw BenchError("\(workspace.root) has no run whose payees could be read")
    }
    return payees
  }
}
