import MappingTables
import PoolModel

/// The sums of an area's plan by source and towards minima.
struct PlanSums {
  /// One spending fact with its source under the name of the year's list.
  struct Spending {
    var source: String
    var plan: PlanEntry
    var amount: Money
  }

  let year: FinancialYear
  let fund: BetterCareFund
  let funding: [FundingLine]
  /// Capital as well: a plan's sources pay for both.
  let spending: [Spending]

  /// The sums of a pool and its funding.
  init(pool: OpenPool, funding: [FundingLine], fund: BetterCareFund) {
    year = pool.year
    self.fund = fund
    self.funding = funding.filter(\.isCash)
    spending = (pool.spending.map(\.fact) + pool.capitalSpending).map { fact in
      Spending(
        source: fund.sourceName(fact.plan.fundingSource, in: pool.year), plan: fact.plan,
        amount: fact.tally.amount)
    }
  }

  /// One line a source, in the order of the year's list, then by name.
  var sources: [BCFSource] {
    let listed = fund.terms(.fundingSource, in: year).map(\.value)
    let incomes = Dictionary(grouping: funding) { fund.sourceName($0.label, in: year) }
    let spendings = Dictionary(grouping: spending, by: \.source)
    let named = Set(incomes.keys).union(spendings.keys)
    let order = listed.filter(named.contains) + named.subtracting(listed).sorted()
    return order.map { source in
      var line = BCFSource(source: source, isListed: listed.contains(source))
      line.income = incomes[source].flatMap { Memorandum.sum($0.map(\.amount)) }
      line.spending = spendings[source].map { $0.reduce(.zero) { $0 + $1.amount } }
      return line
    }
  }

  /// The year's minima with what an area must reach and what the plan has.
  func minima(of area: String) -> [BCFMinimum] {
    fund.minimumRules.filter { $0.isFor(year) }.map { rule in
      var minimum = BCFMinimum(
        minimum: rule.minimum, label: rule.label,
        planned: rule.side == .funding ? income(towards: rule) : spent(towards: rule),
        ruleCertainty: rule.certainty)
      let figure = fund.minima.first {
        $0.area == area && $0.year == year && $0.minimum == rule.minimum
      }
      minimum.required = figure?.amount
      minimum.source = figure?.source ?? ""
      minimum.certainty = figure?.certainty ?? ""
      return minimum
    }
  }

  private func income(towards rule: BCFMinimumRule) -> Money? {
    let own = funding.filter { rule.takes(source: fund.sourceName($0.label, in: year)) }
    return own.isEmpty ? nil : Memorandum.sum(own.map(\.amount))
  }

  /// Nil where nothing is spent at all, or where a row does not say enough to tell.
  private func spent(towards rule: BCFMinimumRule) -> Money? {
    guard !spending.isEmpty else { return nil }
    return Memorandum.sum(spending.map { amount(of: $0, towards: rule) })
  }

  /// What of an amount counts; nil where a value that decides it is missing or in no list.
  private func amount(of spending: Spending, towards rule: BCFMinimumRule) -> Money? {
    if !rule.sources.isEmpty {
      guard fund.term(.fundingSource, saying: spending.source, in: year) != nil else { return nil }
      guard rule.takes(source: spending.source) else { return .zero }
    }
    if !rule.areasOfSpend.isEmpty || !rule.exceptAreasOfSpend.isEmpty {
      let area = spending.plan.areaOfSpend
      guard fund.term(.areaOfSpend, saying: area, in: year) != nil else { return nil }
      guard rule.takes(areaOfSpend: area) else { return .zero }
    }
    return share(of: spending, for: rule.commissioner)
  }

  /// A commissioner's part of an amount: all, nothing, or its share of what both commission.
  private func share(of spending: Spending, for wanted: BCFTerm.Meaning?) -> Money? {
    guard let wanted else { return spending.amount }
    let plan = spending.plan
    switch fund.term(.commissioner, saying: plan.commissioner, in: year)?.meaning {
    case .joint?:
      let nhs = PlanShares.first(of: spending.amount, plan.nhsShare, plan.laShare)
      return wanted == .la ? nhs.map { spending.amount - $0 } : nhs
    case let meaning?: return meaning == wanted ? spending.amount : .zero
    // Who commissions it is not known.
    case nil: return nil
    }
  }
}

extension BCFMinimumRule {
  fileprivate func takes(source: String) -> Bool {
    sources.isEmpty || sources.contains(CellPattern.folded(source))
  }

  fileprivate func takes(areaOfSpend: String) -> Bool {
    let area = CellPattern.folded(areaOfSpend)
    return (areasOfSpend.isEmpty || areasOfSpend.contains(area))
      && !exceptAreasOfSpend.contains(area)
  }
}
