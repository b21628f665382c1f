import MappingTables
import PoolModel

/// The memorandum account of one pool and year: what a partner prints in the note to its accounts.
///
/// Funding and expenditure stand beside each other; only the net line takes one from the other. A
/// total with a part that is not stated is not stated.
struct Memorandum {
  let pool: OpenPool
  let account: PoolAccount
  /// The same agreement's memorandum account of the year before; empty where there is none.
  let prior: [MemorandumLine]
  /// What other pools paid in, by the body that paid.
  let fromOtherPools: Money?
  let mappings: MappingSet

  private var agreement: Agreement { pool.agreement }

  /// The lines, in the account's order.
  var lines: [MemorandumLine] {
    var lines = [broughtForwardLine]
    let funding = fundingLines(\.isRevenue, .funding)
    lines += funding + byKind + byArrangement
    lines += optional(fundingLines(\.isCapital, .capitalFunding))
    lines += optional(fundingLines({ !$0.isCash }, .inKind))
    lines += paidIn + byPartner + byService + capitalLines
    let net = self.net(of: funding)
    lines.append(
      MemorandumLine(
        .net, .total, label: Memorandum.label(ofNet: net), amount: net,
        note: areSidesOnOtherTerms ? "funding and spending stand on different terms" : ""))
    let shares = MemorandumShares(self, net: net)
    lines += shares.lines
    lines.append(carriedForward(net: net, isShared: shares.isShared))
    return withPrior(lines)
  }

  private func name(_ body: String) -> String {
    body.isEmpty ? "no single body" : mappings.printedName(ofBody: body)
  }

  private var broughtForwardLine: MemorandumLine {
    MemorandumLine(
      .broughtForward, .total, label: "Balance brought forward", amount: broughtForward)
  }

  private var broughtForward: Money? {
    if let balance = agreement.balances.first(where: { $0.year == pool.year }) {
      return balance.broughtForward
    }
    return prior.first { $0.section == .carriedForward }?.amount
  }

  private func withPrior(_ lines: [MemorandumLine]) -> [MemorandumLine] {
    let before = Dictionary(
      prior.map { ($0.address, $0.amount) }, uniquingKeysWith: { first, _ in first })
    return lines.map { line in
      var line = line
      line.prior = before[line.address] ?? nil
      return line
    }
  }
}

extension Memorandum {
  /// One line a partner and the total; the total is not stated where a part is not.
  private func fundingLines(
    _ counts: (FundingLine) -> Bool, _ section: MemorandumLine.Section
  ) -> [MemorandumLine] {
    let own = account.funding.filter(counts)
    let silent = section == .funding ? agreement.fundingExpectedFrom : []
    let order = agreement.partners + silent + own.map(\.partner).sorted()
    var seen: Set<String> = []
    let bodies = order.filter { body in
      seen.insert(body).inserted
        && (own.contains { $0.partner == body } || silent.contains(body))
    }
    var lines = bodies.map { body in
      let stated = own.filter { $0.partner == body }
      let amounts = stated.map(\.amount)
      let isMixed = FundingTerms(stated, account).mixed != nil
      return MemorandumLine(
        section, item: body.isEmpty ? "no-single-body" : body, label: name(body),
        amount: amounts.isEmpty || isMixed ? nil : Memorandum.sum(amounts),
        note: isMixed ? Memorandum.mixedNote : Memorandum.known(amounts))
    }
    if section == .funding, let fromOtherPools {
      lines.append(
        MemorandumLine(section, item: "other-pools", label: "Other pools", amount: fromOtherPools))
    }
    guard section != .inKind else { return lines }
    let isMixed = FundingTerms(own, account).mixed != nil
    let total = lines.isEmpty || isMixed ? nil : Memorandum.sum(lines.map(\.amount))
    let label = section == .funding ? "Total funding" : "Total capital funding"
    let note = isMixed ? Memorandum.mixedNote : Memorandum.known(own.map(\.amount))
    return lines + [
      MemorandumLine(
        section, .total, label: label, amount: total, note: total == nil ? note : "")
    ]
  }

  private static let mixedNote = "figures of different terms are not added"

  /// Capital and kind have no part in accounts without them.
  private func optional(_ lines: [MemorandumLine]) -> [MemorandumLine] {
    lines.contains { $0.kind == .line } ? lines : []
  }

  /// Nil where a part is nil.
  static func sum(_ amounts: [Money?]) -> Money? {
    amounts.reduce(.zero as Money?) { sum, amount in
      guard let sum, let amount else { return nil }
      return sum + amount
    }
  }

  /// What is known of a sum with a part that is not stated.
  static func known(_ amounts: [Money?]) -> String {
    let stated = amounts.compactMap(\.self)
    guard stated.count < amounts.count, !stated.isEmpty else { return "" }
    return "\(stated.reduce(.zero, +)) is known; the rest is not stated"
  }

  /// Contributions of cash by kind, where there is more than one.
  private var byKind: [MemorandumLine] {
    grouped(.fundingByKind, by: \.kind) { mappings.contributionKinds[$0] ?? $0 }
  }

  /// Contributions by the arrangement of the scheme they are for.
  private var byArrangement: [MemorandumLine] {
    let arrangements = Dictionary(
      agreement.schemes.map { ($0.scheme, $0.arrangement) }, uniquingKeysWith: { one, _ in one })
    return grouped(.fundingByArrangement, by: { arrangements[$0.scheme] ?? "" }) {
      mappings.arrangements[$0] ?? $0
    }
  }

  private func grouped(
    _ section: MemorandumLine.Section, by key: (FundingLine) -> String,
    label: (String) -> String
  ) -> [MemorandumLine] {
    let groups = Dictionary(
      grouping: account.funding.filter(\.isRevenue), by: key)
    guard groups.keys.contains(where: { !$0.isEmpty }), groups.count > 1 else { return [] }
    return groups.sorted { $0.key < $1.key }.map { code, lines in
      MemorandumLine(
        section, item: code.isEmpty ? "not-stated" : code,
        label: code.isEmpty ? "Not stated" : label(code),
        amount: Memorandum.sum(lines.map(\.amount)), note: Memorandum.known(lines.map(\.amount)))
    }
  }

  /// What was paid into the pool, beside what was planned.
  private var paidIn: [MemorandumLine] {
    account.contributors.filter(agreement.partners.contains).map { payer in
      let planned = account.funding.filter { $0.partner == payer && $0.isRevenue }.map(\.amount)
      let sum = account.contributions(paidBy: payer).reduce(Money.zero) { $0 + $1.amount }
      return MemorandumLine(
        .paid, item: payer, label: "Paid in by \(name(payer))", amount: sum,
        note: note(paid: sum, planned: planned.isEmpty ? nil : Memorandum.sum(planned)))
    }
  }

  private func note(paid: Money, planned: Money?) -> String {
    guard let planned else { return "planned: not stated" }
    return paid == planned
      ? "as planned" : "planned \(planned), difference \(paid - planned)"
  }
}

extension Memorandum {
  /// Whether the spending side is stated.
  private var isSpendingStated: Bool { agreement.statesSpending && !account.spending.isEmpty }

  private var paidOn: Money {
    account.paidToOtherPools.reduce(.zero) { $0 + $1.amount }
  }

  /// What the pool spent, with what it paid on to pools that are loaded.
  var expenditure: Money? {
    isSpendingStated ? account.spending.reduce(paidOn) { $0 + $1.tally.amount } : nil
  }

  private var byPartner: [MemorandumLine] {
    var lines = sums(\.partner).map { partner, amount in
      MemorandumLine(.expenditureByPartner, item: partner, label: name(partner), amount: amount)
    }
    if paidOn != .zero {
      lines.append(
        MemorandumLine(
          .expenditureByPartner, item: "other-pools", label: "Paid to other pools", amount: paidOn))
    }
    return lines + [
      MemorandumLine(.expenditureByPartner, .total, label: "Total expenditure", amount: expenditure)
    ]
  }

  private var byService: [MemorandumLine] {
    let titles = Dictionary(
      agreement.schemes.map { ($0.scheme, $0.title) }, uniquingKeysWith: { one, _ in one })
    var lines = sums(\.scheme).map { scheme, amount in
      MemorandumLine(
        .expenditureByService, item: scheme.isEmpty ? "no-scheme" : scheme,
        label: titles[scheme] ?? "No scheme", amount: amount)
    }
    if paidOn != .zero {
      lines.append(
        MemorandumLine(
          .expenditureByService, item: "other-pools", label: "Paid to other pools", amount: paidOn))
    }
    return lines
  }

  private var capitalLines: [MemorandumLine] {
    guard let capital = pool.capital else { return [] }
    return [
      MemorandumLine(
        .capitalExpenditure, .total, label: "Capital expenditure, kept apart", amount: capital)
    ]
  }

  private func sums(_ key: (SpendingLine) -> String) -> [(String, Money)] {
    var sums: [String: Money] = [:]
    for line in account.spending { sums[key(line), default: .zero] += line.tally.amount }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether funding stands on other terms than spending, which is gross and in the prices of its year.
  private var areSidesOnOtherTerms: Bool {
    account.fundingTerms.map { $0 != FigureTerms(side: .funding, basis: account.basis) } ?? false
  }

  private static func label(ofNet net: Money?) -> String {
    switch net {
    case let net? where net < .zero: "Net overspend"
    case let net? where net > .zero: "Net underspend"
    default: "Net"
    }
  }

  private func net(of funding: [MemorandumLine]) -> Money? {
    guard let total = funding.last?.amount, let expenditure, !areSidesOnOtherTerms else {
      return nil
    }
    return total - expenditure
  }

  /// What is left once the partners have had, or borne, their shares.
  private func carriedForward(net: Money?, isShared: Bool?) -> MemorandumLine {
    var amount: Money?
    if let net, let isShared, let broughtForward {
      amount = isShared ? broughtForward : broughtForward + net
    }
    return MemorandumLine(
      .carriedForward, .total, label: "Balance carried forward", amount: amount)
  }
}
