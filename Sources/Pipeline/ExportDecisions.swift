import MappingTables
import PoolModel

/// What people decided about the bytes of exports.
struct ExportDecisions {
  private struct Key: Hashable {
    var path: String
    var sha256: String
  }
  private let last: [Key: ExportDecision]

  /// Of several decisions about the same bytes the last counts.
  init(_ decisions: [ExportDecision]) {
    last = Dictionary(
      decisions.map { (Key(path: $0.path, sha256: $0.sha256), $0) },
      uniquingKeysWith: { _, later in later })
  }

  /// The decision to leave these bytes of an export out; nil where there is none that counts.
  func leavingOut(_ path: String, _ sha256: String?) -> ExportDecision? {
    let decision = decision(path, sha256)
    return decision?.verdict == .leaveOut ? decision : nil
  }

  /// Whether these bytes are to be taken whatever speaks against them.
  func takes(_ path: String, _ sha256: String?) -> Bool {
    decision(path, sha256)?.verdict == .take
  }

  private func decision(_ path: String, _ sha256: String?) -> ExportDecision? {
    sha256.flatMap { last[Key(path: path, sha256: $0)] }
  }
}

extension ExportDecision {
  /// That the bytes do not count, and what counts `instead`.
  func finding(instead: String, rows: Int, atStake: Money? = nil) -> Finding {
    Finding(
      .exportLeftOut, at: SourcePosition(file: path), value: sha256, atStake: atStake, rows: rows,
      message: "\(decidedBy) decided on \(day) to leave its bytes out; \(instead)",
      remedy: "nothing to do, if that still holds; weir accept takes them in again")
  }
}
