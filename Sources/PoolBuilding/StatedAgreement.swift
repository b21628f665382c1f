import MappingTables
import PoolModel

extension PoolAgreement {
  /// What an agreement's file states.
  init(_ agreement: Agreement, _ mappings: MappingSet) {
    self.init()
    terms =
      agreement.legalBasis.map {
        Term(name: "legal basis", text: [$0.power, $0.days].joined(separator: ", "))
      }
      + agreement.leadCommissioners.map {
        Term(
          name: "lead for \(mappings.clientGroups[$0.clientGroup]?.label ?? $0.clientGroup)",
          text: mappings.printedName(ofBody: $0.lead))
      }
      + [Term(name: "pool manager", text: agreement.poolManager)]
      + Agreement.Term.allCases.map { Term(name: $0.words, text: agreement.terms[$0]) }
    schemes = agreement.schemes.map { Scheme($0, mappings) }
  }
}

extension PoolAgreement.Scheme {
  fileprivate init(_ scheme: Agreement.Scheme, _ mappings: MappingSet) {
    func words(_ code: String?) -> String? {
      code.map { mappings.riskShares[$0]?.label ?? $0 }
    }
    self.init(
      scheme: scheme.scheme, title: scheme.title, arrangement: scheme.arrangement,
      arrangementLabel: mappings.arrangements[scheme.arrangement] ?? scheme.arrangement)
    lead = scheme.lead ?? ""
    accountingTreatment = scheme.accountingTreatment
    overspend = words(scheme.risk.overspend)
    underspend = words(scheme.risk.underspend)
    shares = scheme.risk.shares.map {
      PoolAgreement.Share(partner: $0.partner, hundredths: $0.hundredths)
    }
  }
}

extension Agreement.LegalBasis {
  /// `from 2007-03-01`, `until 2007-02-28`, both, or that no day is stated.
  fileprivate var days: String {
    let stated = [from.map { "from \($0)" }, to.map { "until \($0)" }].compactMap(\.self)
    return stated.isEmpty ? "days not stated" : stated.joined(separator: " ")
  }
}
