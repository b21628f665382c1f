import ExportReading
package import PoolModel

/// The bytes of the ledger of decisions: read, and with a row added at the end.
package enum DecisionFile {
  /// The file's path within a workspace.
  package static let path = ProviderDecisionTable.path
  /// The columns of a new file, in order.
  package static let columns = ProviderDecisionTable.columns

  /// The file lacks columns that a row needs.
  package struct MissingColumns: Error, CustomStringConvertible {
    /// In the order of a new file.
    package let columns: [String]

    /// One line for the terminal.
    package var description: String {
      "\(DecisionFile.path): the table lacks \(NearestName.listed(columns, with: "and")), which the "
        + "row needs; add to its header, and as blank cells to each row"
    }
  }

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
  ) throws(MissingColumns) -> [UInt8] {
    let cells = DecisionFile.cells(of: decision)
    let records = TableReader.records(of: TableQuoting(bytes).bytesWithoutComments)
    guard let header = records.first?.cells else {
      let text = CSVText.line(columns) + CSVText.line(columns.map { cells[$0] ?? "" })
      return bytes + Array(text.utf8)
    }
    let missing = columns.filter { cells[$0] != nil && !header.contains($0) }
    guard missing.isEmpty else { throw MissingColumns(columns: missing) }
    let end = lineEnd(of: bytes)
    let isOpen = bytes.last != 0x0A && bytes.last != 0x0D
    let row = CSVText.line(header.map { cells[$0] ?? "" }).dropLast()
    return bytes + (isOpen ? end : []) + Array(row.utf8) + end
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

  /// How the first line ends.
  private static func lineEnd(of bytes: [UInt8]) -> [UInt8] {
    guard let place = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [0x0A] }
    let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    return isPair ? [0x0D, 0x0A] : [bytes[place]]
  }
}
