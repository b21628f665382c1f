import MappingTables

/// What speaks for a role where no header word does: the cells alone.
struct ValueScoring {
  /// The most that cells alone can say.
  static let most = 60

  /// The evidence of a column's cells for the roles that a line cannot do without.
  static func evidence(column: Int, survey: ColumnSurvey) -> [RoleEvidence] {
    [amount(survey), date(survey), supplier(survey), transaction(survey)].compactMap { claim in
      claim.map { role, score, reason in
        RoleEvidence(
          column: column, role: role, score: score, strength: .cells, reasons: [reason])
      }
    }
  }

  /// The evidence that a column holds money where other headers name the amount; nil where it does
  /// not.
  static func otherMoney(column: Int, survey: ColumnSurvey) -> RoleEvidence? {
    amount(survey).map { _, score, reason in
      RoleEvidence(
        column: column, role: .otherMoney, score: score / 2, strength: .cells, reasons: [reason])
    }
  }

  private static func amount(_ survey: ColumnSurvey) -> (HeaderRole, Int, String)? {
    let share = survey.share(survey.amounts)
    let pence = survey.share(survey.withPence)
    guard share >= 90, survey.share(survey.days) < 10, pence >= 20 else { return nil }
    let signs = survey.negative > 0 ? 10 : 0
    return (.amount, 30 + pence / 5 + signs, "\(pence)% of its cells are pounds with pence")
  }

  private static func date(_ survey: ColumnSurvey) -> (HeaderRole, Int, String)? {
    let share = survey.share(survey.days)
    guard share >= 80 else { return nil }
    return (.date, most, "\(share)% of its cells are dates")
  }

  private static func supplier(_ survey: ColumnSurvey) -> (HeaderRole, Int, String)? {
    let companies = survey.share(survey.withCompanyWords)
    guard survey.share(survey.withLetters) >= 80, companies >= 15, survey.distinct.count > 1
    else { return nil }
    return (
      .supplier, min(most, 25 + companies), "\(companies)% of its cells end like names of companies"
    )
  }

  private static func transaction(_ survey: ColumnSurvey) -> (HeaderRole, Int, String)? {
    guard survey.distinctShare >= 95, survey.filled > 5, survey.share(survey.severalWords) < 5,
      survey.share(survey.withPence) < 5, survey.share(survey.days) < 5,
      survey.share(survey.withLetters) < 95 || survey.share(survey.wholeNumbers) > 0
    else { return nil }
    return (.transaction, 25, "\(survey.distinctShare)% of its cells stand once")
  }
}
