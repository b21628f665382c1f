package import PoolModel

/// What stage 2 makes of a batch of records.
package struct LineBatch: Sendable {
  /// The lines, in the records' order; a wide row gives one for each of its filled amounts.
  package var lines: [SpendLine] = []
  /// What each line prints for its invoice or remittance, as long as `lines`; empty where the layout
  /// names no such column.
  package var references: [String] = []
  /// What was noticed, in the records' order.
  package var findings: [Finding] = []
  /// The records that cannot be used.
  package var refused: [RefusedRow] = []
  /// The records that are no payments: blank rows, totals, notes, headers once more.
  package var setAside: [SetAsideRow] = []

  /// Nothing yet.
  package init() {}
}

/// A record that cannot be used: kept whole by its place in the export (law 2).
package struct RefusedRow: Sendable {
  /// Why, and what to do.
  package let finding: Finding
  /// The offset in the file of its first byte.
  package let byte: Int64
  /// The offset of the byte after its line end.
  package let byteEnd: Int64

  /// A refused record.
  package init(finding: Finding, byte: Int64, byteEnd: Int64) {
    self.finding = finding
    self.byte = byte
    self.byteEnd = byteEnd
  }
}

/// The state that an export gives for an area, such as `approved`.
package struct AreaStatusMention: Hashable, Sendable {
  /// The area as published.
  package var area: String
  /// The state as published.
  package var status: String
  /// Whether the row states any amount.
  package var statesAmount: Bool

  /// A state.
  package init(area: String, status: String, statesAmount: Bool) {
    self.area = area
    self.status = status
    self.statesAmount = statesAmount
  }
}
