package import PoolModel

/// The bytes of the ledger of decisions: read, and with a row added at the end.
package enum DecisionFile {
  /// The file's path within a workspace.
  package static let path = ProviderDecisionTable.path
  /// The columns of a new file, in order.
  package static let columns = ProviderDecisionTable.columns

  /// The decisions of a file with its faults, which name nobody.
  package static func read(
    _ bytes: [UInt8], bodies: Set<String>
  ) -> (decisions: [ProviderDecision], findings: [Finding]) {
    let file = MappingFile(path: path, bytes: bytes)
    var known = KnownNames()
    known.bodies = bodies
    let decisions = ProviderDecisionTable.read(file, known: known)
    return (decisions, file.findings)
  }

  /// The file with one row more and every other byte as it was.
  ///
  /// The row has the file's own columns, order and line ends. `bytes` without any content make a new
  /// file.
  package static func appending(
    _ decision: ProviderDecision, to bytes: [UInt8]
  ) throws(AppendedRows.MissingColumns) -> [UInt8] {
    try AppendedRows.appending([cells(of: decision)], columns: columns, path: path, to: bytes)
  }

  /// The cells of a decision that are filled, by column.
  package static func cells(of decision: ProviderDecision) -> [String: String] {
    [
      "id": decision.id, "decision": decision.verdict.rawValue, "publisher": decision.publisher,
      "name": decision.name, "other-publisher": decision.otherPublisher,
      "other-name": decision.otherName, "body": decision.body, "revokes": decision.revokes,
      "decided-on": decision.day?.description ?? "", "decided-by": decision.decidedBy,
      "reason": decision.reason,
    ].filter { !$0.value.isEmpty }
  }
}
