package import MappingTables

/// Why a column is taken to have a role.
package struct RoleEvidence: Sendable, Equatable {
  /// The column's place in the table, from 0.
  package var column: Int
  package var role: HeaderRole
  /// How much speaks for it: 100 and more is a known header whose cells agree with it.
  package var score: Int
  /// What speaks for it, in a few words each: header words, then values.
  package var reasons: [String]

  /// Evidence for a role.
  package init(column: Int, role: HeaderRole, score: Int, reasons: [String]) {
    self.column = column
    self.role = role
    self.score = score
    self.reasons = reasons
  }
}
