import MappingTables
import PoolModel

extension PoolClosing {
  /// Income by source beside spending by source, and the minima, of an area's pool; nil where the
  /// agreement is of no area.
  static func betterCareFund(
    of pool: OpenPool, funding: [FundingLine], _ mappings: MappingSet
  ) -> BCFAccount? {
    guard let id = pool.agreement.bcfArea else { return nil }
    let fund = mappings.betterCareFund
    let sums = PlanSums(pool: pool, funding: funding, fund: fund)
    var area = fund.areaYear(id, pool.year)
    area.account = pool.id
    let isRead = funding.contains { $0.amount != nil } || !sums.spending.isEmpty
    area.plan = fund.plan(of: id, in: pool.year, isRead: isRead)
    if area.plan == .plan {
      area.income = Memorandum.sum(funding.filter(\.isCash).map(\.amount))
      if funding.isEmpty { area.income = nil }
      area.spending = sums.spending.isEmpty ? nil : sums.spending.reduce(.zero) { $0 + $1.amount }
    }
    return BCFAccount(
      area: area, sources: sums.sources, minima: sums.minima(of: id),
      terms: fund.terms(of: pool.year))
  }

  /// Why an area's account is incomplete.
  static func planGaps(of account: BCFAccount?) -> [String] {
    guard let account, account.area.plan != .plan else { return [] }
    switch account.area.plan {
    case .plan: return []
    case .noneMade:
      let reason = account.area.reason
      return [
        "no area made a plan for \(account.area.year)" + (reason.isEmpty ? "" : ": \(reason)")
      ]
    case .unknown: return ["no plan of \(account.area.name) is known for \(account.area.year)"]
    case .notApproved:
      return ["the plan of \(account.area.name) for \(account.area.year) is not approved"]
    }
  }
}

extension PoolClosing {
  /// What is wrong with an area's plan.
  var betterCareFundFindings: [Finding] {
    guard let fund = account.betterCareFund else { return [] }
    guard fund.area.plan != .noneMade else { return [] }
    guard fund.area.plan != .unknown else { return [noPlanFinding(fund.area)] }
    return fund.sources.compactMap { overspentFinding($0, fund.area) }
      + fund.minima.compactMap { shortFinding($0, fund.area) }
      + fund.sources.compactMap { unlistedIncomeFinding($0, fund.area) }
  }

  private func noPlanFinding(_ area: BCFAreaYear) -> Finding {
    Finding(
      .areaWithoutPlan, at: SourcePosition(file: pool.agreement.file), value: area.area,
      message:
        "no plan of \(area.name) is known for \(area.year): it is in no sum, and not a plan of "
        + "nothing",
      remedy: "add the plan, or its state to mappings/bcf/plans.csv")
  }

  private func overspentFinding(_ source: BCFSource, _ area: BCFAreaYear) -> Finding? {
    guard let spending = source.spending else { return nil }
    let said: String
    let excess: Money
    if let income = source.income {
      guard spending > income else { return nil }
      said = "an income of \(income)"
      excess = spending - income
    } else {
      // A source that the list does not have is told where its line stands.
      guard source.isListed else { return nil }
      said = "an income that is not stated"
      excess = spending
    }
    return Finding(
      .bcfSourceOverspent, at: SourcePosition(file: pool.agreement.file),
      value: "\(area.area) \(area.year) \(source.source)", atStake: excess,
      message: "\(area.name) \(area.year) spends \(spending) from \(source.source), of \(said)",
      remedy: "ask which of the two is right; a plan may spend no more than a source brings")
  }

  private func shortFinding(_ minimum: BCFMinimum, _ area: BCFAreaYear) -> Finding? {
    guard let short = minimum.shortfall, let required = minimum.required,
      let planned = minimum.planned
    else { return nil }
    return Finding(
      .bcfBelowMinimum, at: SourcePosition(file: pool.agreement.file),
      value: "\(area.area) \(area.year) \(minimum.minimum)", atStake: short,
      message:
        "\(area.name) \(area.year) has \(planned) for \(minimum.minimum), and \(required) is "
        + "required",
      remedy: "ask for the plan to be put right, or correct mappings/bcf/minima.csv")
  }

  /// Spending from a source that the list does not have is told where its line stands.
  private func unlistedIncomeFinding(_ source: BCFSource, _ area: BCFAreaYear) -> Finding? {
    guard !source.isListed, let income = source.income else { return nil }
    let known = mappings.betterCareFund.terms(.fundingSource, in: area.year).map(\.value)
    guard !known.isEmpty else { return nil }
    return Finding(
      .bcfValueUnknown, at: SourcePosition(file: pool.agreement.file), value: source.source,
      atStake: income,
      message:
        "funding-source \(source.source.quotedForMessage) of \(area.name) is not in the list "
        + "of \(area.year)",
      remedy: NearestName.nearest(to: source.source, in: known).map {
        "did you mean \($0.quotedForMessage)?"
      } ?? "correct the label, or add it to mappings/bcf/vocabularies.csv")
  }
}

extension BetterCareFund {
  /// An area in a year with its bodies; no plan is known of it yet.
  func areaYear(_ id: String, _ year: FinancialYear) -> BCFAreaYear {
    let name = areas.first { $0.area == id }?.name ?? id
    var area = BCFAreaYear(area: id, name: name, year: year)
    area.councils = bodies(of: id, .council, in: year.days).map(\.body)
    area.nhsBodies = bodies(of: id, .nhs, in: year.days).map(\.body)
    if let without = templateYears.first(where: { $0.year == year && !$0.hasPlans }) {
      area.reason = without.note
    }
    return area
  }

  /// Whether an area has a plan; `isRead`: figures of one were read.
  func plan(of area: String, in year: FinancialYear, isRead: Bool) -> BCFAreaYear.Plan {
    if templateYears.first(where: { $0.year == year })?.hasPlans == false { return .noneMade }
    switch plans.first(where: { $0.area == area && $0.year == year })?.state {
    case .absent: return .unknown
    case .notApproved: return .notApproved
    case .approved, nil: return isRead ? .plan : .unknown
    }
  }

  /// Every area in every year from the first to the last of which an account is, in order of year
  /// and area; those without an account as well.
  func areaYears(with accounts: [BCFAccount]) -> [BCFAreaYear] {
    let years = accounts.map(\.area.year)
    guard let first = years.min(), let last = years.max() else { return [] }
    return (first.startYear...last.startYear).map(FinancialYear.init).flatMap { year in
      areas.filter { $0.stands(in: year) }.sorted { $0.area < $1.area }.flatMap { area in
        let own = accounts.map(\.area).filter { $0.area == area.area && $0.year == year }
        guard own.isEmpty else { return own }
        var missing = areaYear(area.area, year)
        missing.plan = plan(of: area.area, in: year, isRead: false)
        return [missing]
      }
    }
  }
}

extension BCFArea {
  /// Whether it stood on some day of a year.
  fileprivate func stands(in year: FinancialYear) -> Bool {
    (from ?? year.days.first) <= year.days.last && year.days.first <= (to ?? year.days.last)
  }
}
