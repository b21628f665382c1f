package import MappingTables

/// Why a column is taken to have a role.
package struct RoleEvidence: Sendable {
  /// The column's place in the table, from 0.
  package var column: Int
  package var role: ColumnRole
  /// What speaks for it, in a few words each: header words, then values.
  package var reasons: [String]

  /// Evidence for a role.
  package init(column: Int, role: ColumnRole, reasons: [String]) {
    self.column = column
    self.role = role
    self.reasons = reasons
  }
}
