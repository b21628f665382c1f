import MappingTables

/// What speaks for each role of each column: its header's words, held against its cells.
struct RoleScoring {
  let reading: HeaderReading
  /// How many rows the columns were surveyed over; 0: only the headers speak.
  let rows: Int

  /// The evidence for one column, the strongest first.
  func evidence(column: Int, header: String, survey: ColumnSurvey) -> [RoleEvidence] {
    let isMarked = HeaderWording(header).isMarkedAsText
    let claims = reading.claims(of: header).flatMap { claim in
      [claim]
        + (RoleScoring.second(claim.role, survey, isMarked).map { turned(claim, to: $0) } ?? [])
    }
    return claims.compactMap { claim -> RoleEvidence? in
      guard !RoleScoring.isMisled(claim, survey),
        let (change, reason) = agreement(of: survey, with: claim.role) ?? unread(claim, survey)
      else { return nil }
      return RoleEvidence(
        column: column, role: claim.role, score: max(1, claim.weight + change),
        strength: claim.strength,
        reasons: [claim.reason] + (reason.map { [$0] } ?? []))
    }.sorted { ($1.score, $0.role.rawValue) < ($0.score, $1.role.rawValue) }
  }

  private func turned(_ claim: HeaderReading.Claim, to role: HeaderRole) -> [HeaderReading.Claim] {
    [
      HeaderReading.Claim(
        role: role, weight: claim.weight - 25, strength: claim.strength, reason: claim.reason)
    ]
  }

  /// Whatever words a header was cut off from, days are nothing but dates.
  private static func isMisled(_ claim: HeaderReading.Claim, _ survey: ColumnSurvey) -> Bool {
    switch claim.role {
    case .date, .period: false
    case .other: claim.strength == .nearly && survey.share(survey.days) >= 95
    default: survey.share(survey.days) >= 95
    }
  }

  /// A column of codes that holds words holds the names, and the other way about.
  private static func second(
    _ role: HeaderRole, _ survey: ColumnSurvey, _ isMarkedAsText: Bool
  ) -> HeaderRole? {
    let isWords =
      survey.share(survey.severalWords) > 40
      || isMarkedAsText && survey.share(survey.withLetters) > 80
    let isCodes = survey.filled > 0 && survey.share(survey.withLetters) < 20
    switch role {
    case .supplierID where isWords: return .supplier
    case .costCentre where isWords: return .service
    case .subjectiveCode where isWords: return .expenseType
    case .expenseType where isCodes: return .subjectiveCode
    case .service where isCodes: return .costCentre
    default: return nil
    }
  }

  /// How far the cells agree with a role: what to add, and why; nil where they cannot have it.
  private func agreement(
    of survey: ColumnSurvey, with role: HeaderRole
  ) -> (change: Int, reason: String?)? {
    if rows == 0 { return (0, nil) }
    if survey.filled == 0 { return RoleScoring.needsCells(role) ? nil : (-60, "no cell is filled") }
    switch role {
    case .netAmount, .amount, .grossAmount, .documentAmount, .vatAmount, .otherMoney, .debit,
      .credit:
      return money(survey)
    case .date: return date(survey)
    case .period: return period(survey)
    case .supplier: return supplier(survey)
    case .supplierID, .costCentre, .subjectiveCode, .vatNumber, .companyNumber, .charityNumber,
      .postcode, .bodyCode:
      return survey.share(survey.severalWords) > 60 && role != .postcode
        ? nil : (0, nil)
    case .expenseType, .service, .body, .directorate:
      return survey.share(survey.withLetters) < 20 ? (-40, "its cells are codes") : (0, nil)
    case .transaction, .invoiceNumber, .orderNumber: return transaction(survey)
    default: return (0, nil)
    }
  }

  private static func needsCells(_ role: HeaderRole) -> Bool {
    switch role {
    case .netAmount, .amount, .grossAmount, .documentAmount, .debit, .credit, .otherMoney, .date,
      .supplier,
      .period:
      true
    default: false
    }
  }

  private func money(_ survey: ColumnSurvey) -> (Int, String?)? {
    let share = survey.share(survey.amounts)
    guard share >= 70 else { return nil }
    let isDays = survey.share(survey.days) > 50
    if isDays { return nil }
    var change = share >= 95 ? 5 : 0
    if survey.share(survey.withPence) > 30 || survey.negative > 0 { change += 5 }
    return (change, "\(share)% of its cells are amounts")
  }

  private func date(_ survey: ColumnSurvey) -> (Int, String?)? {
    let days = survey.share(survey.days + survey.bareDays + survey.serials)
    let share = survey.share(
      survey.days + survey.bareDays + survey.serials + survey.months)
    guard share >= 50 else { return nil }
    return (days >= 90 ? 10 : 0, "\(share)% of its cells are dates")
  }

  /// A column that is headed as a date and holds something else is named all the same where no other
  /// column holds dates, so that its cells are told as unreadable.
  private func unread(
    _ claim: HeaderReading.Claim, _ survey: ColumnSurvey
  ) -> (change: Int, reason: String?)? {
    guard claim.role == .date, claim.weight > 60, survey.filled * 2 >= rows,
      survey.share(survey.withPence) < 50
    else { return nil }
    return (
      claim.weight / 5 + RoleScoring.leastUnread - claim.weight, "few of its cells are dates"
    )
  }

  /// The score of a column that holds no dates and is headed as one in the least certain words.
  private static let leastUnread = 5

  private func period(_ survey: ColumnSurvey) -> (Int, String?)? {
    let share = survey.share(survey.months + survey.days)
    let numbers = survey.share(survey.wholeNumbers)
    guard share >= 50 || numbers >= 80 || survey.share(survey.withLetters) >= 80 else { return nil }
    return (0, share >= 50 ? "\(share)% of its cells are months or periods" : nil)
  }

  private func supplier(_ survey: ColumnSurvey) -> (Int, String?)? {
    let letters = survey.share(survey.withLetters)
    guard letters >= 50, survey.share(survey.days) < 20 else { return nil }
    let companies = survey.share(survey.withCompanyWords)
    if survey.distinct.count == 1, survey.filled > 5 { return (-60, "all its cells are the same") }
    let reason = companies > 0 ? "\(companies)% of its cells end like names of companies" : nil
    return (min(15, companies / 3), reason)
  }

  private func transaction(_ survey: ColumnSurvey) -> (Int, String?)? {
    if survey.share(survey.days) > 50 { return nil }
    if survey.distinct.count <= 2, survey.filled > 50 {
      return (-30, "its cells are nearly all the same")
    }
    return survey.distinctShare > 30
      ? (5, "\(survey.distinctShare)% of its cells stand once") : (0, nil)
  }
}
