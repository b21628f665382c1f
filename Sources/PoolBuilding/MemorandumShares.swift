import MappingTables
import PoolModel

/// Each partner's share of what a pool spent more or less than was put in, by the agreement's rule.
struct MemorandumShares {
  /// One line a partner; illustrations where the agreement states no rule.
  let lines: [MemorandumLine]
  /// Whether the shares leave nothing in the pool; nil: not stated.
  let isShared: Bool?

  /// The shares of a net sum; none where it is not stated or nothing.
  init(_ memorandum: Memorandum, net: Money?) {
    guard let net, net != .zero else {
      (lines, isShared) = ([], net.map { _ in false })
      return
    }
    let agreement = memorandum.pool.agreement
    let risks = Set(agreement.schemes.map(\.risk))
    let only = risks.count == 1 ? risks.first : nil
    let code = net < .zero ? only?.overspend : only?.underspend
    guard let risk = only, let code, let rule = memorandum.mappings.riskShares[code] else {
      lines = MemorandumShares.illustration(memorandum, net)
      isShared = nil
      return
    }
    switch rule.division {
    case .pool: (lines, isShared) = ([], false)
    case .decision: (lines, isShared) = ([], nil)
    case .lead:
      let leads = Set(agreement.schemes.compactMap(\.lead))
      let lead = leads.count == 1 ? leads.first : nil
      lines = lead.map { [MemorandumShares.line($0, net, rule.label, memorandum)] } ?? []
      isShared = lead.map { _ in true }
    case .fixed:
      lines = MemorandumShares.split(
        net, risk.shares.map { ($0.partner, $0.hundredths) }, rule.label, memorandum)
      isShared = lines.isEmpty ? nil : true
    case .proportionate:
      lines = MemorandumShares.split(
        net, MemorandumShares.contributions(memorandum), rule.label, memorandum)
      isShared = lines.isEmpty ? nil : true
    case .originating:
      lines = MemorandumShares.own(memorandum, net, rule.label)
      isShared = lines.isEmpty ? nil : true
    }
  }

  private static func line(
    _ partner: String, _ amount: Money, _ note: String, _ memorandum: Memorandum,
    _ kind: MemorandumLine.Kind = .line
  ) -> MemorandumLine {
    MemorandumLine(
      .share, kind, item: partner,
      label: "Share of \(memorandum.mappings.printedName(ofBody: partner))", amount: amount,
      note: note)
  }

  /// To the penny, by largest remainder.
  private static func split(
    _ net: Money, _ weights: [(partner: String, weight: Int)], _ note: String,
    _ memorandum: Memorandum, _ kind: MemorandumLine.Kind = .line
  ) -> [MemorandumLine] {
    guard weights.allSatisfy({ $0.weight >= 0 }) else { return [] }
    let parts = net.split(inProportionTo: weights.map(\.weight))
    return zip(weights, parts).map { line($0.partner, $1, note, memorandum, kind) }
  }

  /// What each partner puts in, where all is stated.
  private static func contributions(_ memorandum: Memorandum) -> [(String, Int)] {
    let funding = memorandum.account.funding.filter(\.isRevenue)
    guard memorandum.account.termsMixed == nil, funding.allSatisfy({ $0.amount != nil }) else {
      return []
    }
    return memorandum.pool.agreement.partners.compactMap { partner in
      let own = funding.filter { $0.partner == partner }
      let sum = own.reduce(Money.zero) { $0 + ($1.amount ?? .zero) }
      return own.isEmpty ? nil : (partner, Int(sum.pence))
    }
  }

  /// What each partner put in less what it spent itself; nothing where that is not all of the net.
  private static func own(
    _ memorandum: Memorandum, _ net: Money, _ note: String
  ) -> [MemorandumLine] {
    var spent: [String: Money] = [:]
    for line in memorandum.account.spending {
      spent[line.partner, default: .zero] += line.tally.amount
    }
    let lines = contributions(memorandum).map { partner, pence in
      line(
        partner, Money(pence: Int64(pence)) - spent[partner, default: .zero], note, memorandum)
    }
    return lines.reduce(.zero) { $0 + ($1.amount ?? .zero) } == net ? lines : []
  }

  private static func illustration(_ memorandum: Memorandum, _ net: Money) -> [MemorandumLine] {
    split(
      net, contributions(memorandum),
      "illustration: in proportion to contributions; the agreement's rule is not stated",
      memorandum, .illustration)
  }
}
