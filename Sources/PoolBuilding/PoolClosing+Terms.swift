import MappingTables
import PoolModel

extension PoolClosing {
  /// What the agreement should say and does not, and what does not fit its year.
  var termsFindings: [Finding] {
    missingTermsFindings + powerFindings + baseFindings + mixedFindings
  }

  private var place: SourcePosition { SourcePosition(file: pool.agreement.file) }

  /// Told once an agreement, in its first year.
  private var missingTermsFindings: [Finding] {
    let agreement = pool.agreement
    guard agreement.years.min() == pool.year, !agreement.partners.isEmpty else { return [] }
    var missing = Agreement.Term.allCases.filter { agreement.terms[$0] == nil }.map(\.words)
    if agreement.host == nil { missing.append("the host") }
    if agreement.poolManager == nil { missing.append("the pool manager") }
    let unapproved = agreement.contributions.filter {
      mappings.contributionRules[$0.kind]?.needsApproval == true
        && ($0.approvedOn == nil || $0.approval.isEmpty)
    }
    missing += unapproved.map {
      "day and reference of approval of the variation of "
        + "\(mappings.printedName(ofBody: $0.partner)) in \($0.year)"
    }
    guard !missing.isEmpty else { return [] }
    return [
      Finding(
        .agreementTermsMissing, at: place, value: agreement.agreement, rows: missing.count,
        message: "the agreement's file does not state: \(missing.joined(separator: "; "))",
        remedy: "state them under terms, host and pool-manager, where the agreement does")
    ]
  }

  /// Powers that could not be used in the year, named by the agreement or needed by a scheme.
  private var powerFindings: [Finding] {
    let agreement = pool.agreement
    guard !mappings.powers.isEmpty else { return [] }
    let byName = Dictionary(
      mappings.powers.map { ($0.power, $0) }, uniquingKeysWith: { one, _ in one })
    let bases = agreement.legalBasis.filter { $0.applies(in: pool.year) }
    let named = bases.compactMap { basis -> String? in
      guard let power = byName[basis.power], !power.isInForce(in: pool.year) else { return nil }
      return basis.power
    }
    var told = Set(named)
    var messages = named.filter { told.remove($0) != nil }.map {
      "\($0) could not be used in \(pool.year)"
    }
    if bases.isEmpty, !agreement.legalBasis.isEmpty {
      messages.append("none of the powers of its legal basis has a day in \(pool.year)")
    }
    for code in Set(agreement.schemes.map(\.arrangement)).sorted() {
      let powers = mappings.powers.filter { $0.arrangements.contains(code) }
      guard !powers.isEmpty, !powers.contains(where: { $0.isInForce(in: pool.year) }) else {
        continue
      }
      messages.append(
        "no power for \(mappings.arrangements[code] ?? code) could be used in \(pool.year)")
    }
    return messages.map {
      Finding(
        .powerNotInForce, at: place, value: account.id, message: "pool \(account.id): \($0)",
        remedy: "correct the power or the year, or the dates in \(Self.powersPath)")
    }
  }

  private static let powersPath = "mappings/categories/powers.csv"

  /// What last year's rows make for this year's base, against the base that this year states.
  private var baseFindings: [Finding] {
    let agreement = pool.agreement
    let before = FinancialYear(startYear: pool.year.startYear - 1)
    return agreement.partners.compactMap { partner -> Finding? in
      func rows(_ year: FinancialYear) -> [Agreement.Contribution] {
        agreement.contributions.filter { $0.partner == partner && $0.year == year }
      }
      let rolling = rows(before).filter {
        mappings.contributionRules[$0.kind]?.rolls ?? $0.isRecurrent
      }
      let stated = rows(pool.year).filter { $0.kind == Agreement.Contribution.recurrentKind }
      guard !rolling.isEmpty, !stated.isEmpty,
        let base = Memorandum.sum(rolling.map(\.amount)),
        let next = Memorandum.sum(stated.map(\.amount)), base != next
      else { return nil }
      return Finding(
        .baseDiffers, at: place, value: "\(account.id) \(partner)",
        atStake: (next - base).magnitude,
        message: "the recurrent contribution of \(mappings.printedName(ofBody: partner)) for "
          + "\(pool.year) is \(next), and the rows of \(before) make a base of \(base)",
        remedy: "find the \((next - base).magnitude) between them: a row of \(before) is missing, "
          + "or one is recurrent that is not")
    }
  }

  private var mixedFindings: [Finding] {
    let capital = account.funding.filter(\.isCapital)
    let mixed = [account.termsMixed, FundingTerms(capital, account).mixed].compactMap(\.self)
    let spending = FigureTerms(side: .funding, basis: account.basis)
    var messages = mixed.map {
      "the contributions of pool \(account.id) are not added: one is \($0.added), "
        + "the others are \($0.sum)"
    }
    if let terms = account.fundingTerms, terms != spending, !account.spending.isEmpty {
      messages.append(
        "the spending of pool \(account.id) is not taken from its funding: the one is \(spending), "
          + "the other is \(terms)")
    }
    return messages.map {
      Finding(
        .basesMixed, at: place, value: account.id, message: $0,
        remedy: "state all of them on the same terms")
    }
  }
}

/// On what contributions stand, all on the same or not.
struct FundingTerms {
  /// Why they make no sum; nil where they do.
  let mixed: TermsMixed?
  /// On what all of them stand; nil where none is stated.
  let terms: FigureTerms?

  /// The terms of some lines of an account; the prices of its own year are no others.
  init(_ lines: some Sequence<FundingLine>, _ account: PoolAccount) {
    var sum = BasedSum()
    for line in lines {
      guard let amount = line.amount else { continue }
      var terms = FigureTerms(side: .funding, basis: account.basis)
      terms.netting = line.isNetOfCharges ? .net : .gross
      terms.use = line.isCapital ? .capital : .revenue
      terms.prices = line.prices == account.year ? nil : line.prices
      do { try sum.add(amount, on: terms) } catch {
        (mixed, self.terms) = (error, nil)
        return
      }
    }
    (mixed, terms) = (nil, sum.terms)
  }
}

extension Agreement.LegalBasis {
  /// Whether the agreement rests on it on a day of a year.
  fileprivate func applies(in year: FinancialYear) -> Bool {
    (from.map { $0 <= year.days.last } ?? true) && (to.map { $0 >= year.days.first } ?? true)
  }
}
