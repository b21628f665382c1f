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
    let codes = Set(
      agreement.schemes.map { net < .zero ? $0.risk.overspend : $0.risk.underspend })
    let stated = codes.count == 1 ? codes.first ?? nil : nil
    guard let stated, let rule = memorandum.mappings.riskShares[stated] else {
      lines = MemorandumShares.illustration(
        memorandum, net,
        because: codes.count > 1
          ? "the schemes' rules differ" : "the agreement's rule is not stated")
      isShared = nil
      return
    }
    switch rule.division {
    case .pool: (lines, isShared) = ([], false)
    case .decision: (lines, isShared) = ([], nil)
    case .lead:
      let leads = Set(agreement.schemes.map(\.lead))
      let lead = leads.count == 1 ? leads.first ?? nil : nil
      lines = lead.map { [MemorandumShares.line($0, net, rule.label, memorandum)] } ?? []
      isShared = lead.map { _ in true }
    case .fixed:
      lines = MemorandumShares.split(
        net, MemorandumShares.statedShares(agreement), rule.label, memorandum)
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

  /// Those that all schemes state alike; none where they differ.
  private static func statedShares(_ agreement: Agreement) -> [(String, Int)] {
    let shares = agreement.schemes.map(\.risk.shares)
    let alike = shares.allSatisfy { own in
      own.map(\.partner) == shares[0].map(\.partner)
        && own.map(\.hundredths) == shares[0].map(\.hundredths)
    }
    return alike ? (shares.first ?? []).map { ($0.partner, $0.hundredths) } : []
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

  private static func illustration(
    _ memorandum: Memorandum, _ net: Money, because reason: String
  ) -> [MemorandumLine] {
    split(
      net, contributions(memorandum),
      "illustration: in proportion to contributions; \(reason)", memorandum, .illustration)
  }
}
