package import MappingTables

/// Why a column is taken to have a role.
package struct RoleEvidence: Sendable, Equatable {
  /// What the claim rests on, the strongest first.
  package enum Strength: String, Sendable {
    /// The header is a known word.
    case whole = "is"
    /// The header is a known word but for a slip of the pen, or a cut-off end.
    case nearly = "is nearly"
    /// A known word stands in the header.
    case inside = "holds"
    /// The cells alone.
    case cells
  }

  /// The column's place in the table, from 0.
  package var column: Int
  /// The role that it may have.
  package var role: HeaderRole
  /// How much speaks for it: 100 and more is a known header whose cells agree with it.
  package var score: Int
  /// How sure that is.
  package var strength: Strength
  /// What speaks for it, in a few words each: header words, then values.
  package var reasons: [String]

  /// Evidence for a role.
  package init(
    column: Int, role: HeaderRole, score: Int, strength: Strength, reasons: [String]
  ) {
    self.column = column
    self.role = role
    self.score = score
    self.strength = strength
    self.reasons = reasons
  }
}
