import Pipeline
import PoolModel

/// A provider's id as somebody typed it, who may have it from an earlier run.
enum ProviderArgument {
  /// The id that is given now, of which a message tells where it is another; a fault for an id that
  /// no provider of the last run has.
  static func current(_ id: String, _ run: StoredRun, quiet: Bool) throws -> String {
    let current = ProviderIDHistory(run.summary.providerIDChanges).current(id)
    guard run.summary.providers.contains(where: { $0.provider.id == current }) else {
      throw Failure("no provider \(id.quotedForMessage); list them with: weir providers list")
    }
    if current != id, !quiet { Terminal.message("\(id) was merged into \(current)") }
    return current
  }
}
