import MappingTables

/// Which of the money columns is the amount of a line.
///
/// Net goes before an amount that does not say, and that before gross; tax is never the amount.
struct AmountChoice {
  /// Nil: none, or it cannot be known.
  var column: RoleEvidence?
  /// Columns of which each may be the amount.
  var ambiguous: [Int] = []
  /// Other money columns, with what they are taken for.
  var others: [RoleEvidence] = []

  init(_ roles: RoleAssignment, surveys: [ColumnSurvey]) {
    let money: [HeaderRole] = [.netAmount, .amount, .grossAmount]
    others = roles.assigned.filter { money.contains($0.role) || $0.role == .vatAmount }
    for role in money {
      let claims = roles.evidence(role).sorted { ($1.score, $0.column) < ($0.score, $1.column) }
      guard let best = claims.first else { continue }
      let rivals = claims.dropFirst().filter {
        best.score - $0.score < AmountChoice.margin
          && !AmountChoice.areSame(surveys[best.column], surveys[$0.column])
      }
      guard rivals.isEmpty else {
        settle([best] + rivals, surveys)
        return
      }
      take(best)
      return
    }
  }

  /// `Amount` before `Total` is a choice; `Amount` before `Payment amount` is none.
  private static let margin = 10

  private mutating func take(_ claim: RoleEvidence) {
    column = claim
    others.removeAll { $0.column == claim.column }
  }

  /// Two money columns and a third that is their difference: the smaller is net, the third is tax.
  private mutating func settle(_ claims: [RoleEvidence], _ surveys: [ColumnSurvey]) {
    let tax = others.filter { $0.role == .vatAmount }.map(\.column)
    for claim in claims where claims.count == 2 {
      let other = claims[0].column == claim.column ? claims[1] : claims[0]
      let isNet = tax.contains { tax in
        AmountChoice.isSum(surveys[other.column], of: surveys[claim.column], surveys[tax])
      }
      if isNet {
        var net = claim
        net.reasons.append("with the tax beside it, it makes the other amount")
        return take(net)
      }
    }
    ambiguous = claims.map(\.column).sorted()
  }

  private static func areSame(_ first: ColumnSurvey, _ second: ColumnSurvey) -> Bool {
    !first.firstPence.isEmpty && first.firstPence == second.firstPence
  }

  private static func isSum(
    _ sum: ColumnSurvey, of first: ColumnSurvey, _ second: ColumnSurvey
  ) -> Bool {
    var (rows, right, taxed) = (0, 0, 0)
    for place in sum.firstPence.indices
    where place < min(first.firstPence.count, second.firstPence.count) {
      guard let total = sum.firstPence[place], let part = first.firstPence[place] else { continue }
      let tax = second.firstPence[place] ?? 0
      rows += 1
      if tax != 0 { taxed += 1 }
      if abs(total - part - tax) <= 1 { right += 1 }
    }
    return taxed > 0 && right * 10 >= rows * 9
  }
}
