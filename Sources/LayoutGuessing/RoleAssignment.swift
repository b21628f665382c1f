package import MappingTables

/// Which column has which role, one column a role and one role a column.
package struct RoleAssignment: Sendable {
  /// The columns with a role, in order of their place.
  package private(set) var assigned: [RoleEvidence] = []
  /// Roles that two columns claim about equally, with those columns; none of them gets it.
  package private(set) var ambiguous: [AmbiguousRole] = []

  /// Columns that claim one role about equally.
  package struct AmbiguousRole: Sendable {
    /// The role that is claimed.
    package var role: HeaderRole
    /// Their places, in order.
    package var columns: [Int]
  }

  /// Two claims nearer than this are about equal.
  static let margin = 5

  /// Assigns the strongest claims first.
  ///
  /// The money columns keep all their claims: which of them is the amount is asked elsewhere.
  init(_ evidence: [[RoleEvidence]]) {
    let all = evidence.joined().sorted {
      ($1.score, $0.column, $0.role.rawValue) < ($0.score, $1.column, $1.role.rawValue)
    }
    var columns: Set<Int> = []
    var roles: Set<HeaderRole> = []
    for claim in all where !columns.contains(claim.column) && !roles.contains(claim.role) {
      let rivals = all.filter {
        $0.role == claim.role && $0.column != claim.column && !columns.contains($0.column)
          && claim.score - $0.score < RoleAssignment.margin
          && RoleAssignment.isBest($0, of: evidence[$0.column])
      }
      if RoleAssignment.isAsked(claim.role), !rivals.isEmpty {
        roles.insert(claim.role)
        ambiguous.append(
          AmbiguousRole(role: claim.role, columns: ([claim] + rivals).map(\.column).sorted()))
        continue
      }
      columns.insert(claim.column)
      if !RoleAssignment.isShared(claim.role) { roles.insert(claim.role) }
      assigned.append(claim)
    }
    assigned.sort { $0.column < $1.column }
  }

  /// Whether the role is what the column claims most.
  private static func isBest(_ claim: RoleEvidence, of column: [RoleEvidence]) -> Bool {
    !column.contains { $0.score > claim.score }
  }

  /// Whether two like claims must be put to a person: who was paid, and when.
  private static func isAsked(_ role: HeaderRole) -> Bool { role == .supplier || role == .date }

  /// Whether several columns may have the role.
  private static func isShared(_ role: HeaderRole) -> Bool {
    switch role {
    case .netAmount, .amount, .grossAmount, .documentAmount, .vatAmount, .otherMoney, .debit,
      .credit, .other,
      .bodyCode, .capitalRevenue,
      .procurementCategory:
      true
    default: false
    }
  }

  /// The column of a role; nil where none has it.
  package func column(_ role: HeaderRole) -> Int? {
    assigned.first { $0.role == role }?.column
  }

  /// All columns of a role, in order.
  func evidence(_ role: HeaderRole) -> [RoleEvidence] { assigned.filter { $0.role == role } }
}
