package import MappingTables
package import PoolModel

/// The families of the providers of a run, after `families.csv`.
package struct ProviderFamilies {
  /// By provider's id; providers in no family, or in two, have none.
  package private(set) var families: [String: ProviderFamily] = [:]
  /// Members that no export names, and providers in two families; nobody is named.
  package private(set) var findings: [Finding] = []

  /// The families of these payees.
  ///
  /// - Parameters:
  ///   - members: the rows of the file.
  ///   - payees: the payees of the run.
  ///   - providerIDs: the provider's id of each payee.
  ///   - history: by which ids that were merged away find the provider.
  package init(
    _ members: [FamilyMember], payees: [PayeeMention], providerIDs: [String],
    history: ProviderIDHistory
  ) {
    guard !members.isEmpty else { return }
    let names = FamilyNames(members)
    let index = PayeeIndex(members, payees, providerIDs)
    var unused: [FamilyMember] = []
    var contradicted: Set<String> = []
    for member in members {
      let family = names.family(of: member)
      let providers = index.providers(of: member.member, history)
      if providers.isEmpty { unused.append(member) }
      for provider in providers.sorted() {
        guard let known = families[provider], known != family else {
          families[provider] = family
          continue
        }
        contradicted.insert(provider)
        findings.append(ProviderFamilies.contradiction(provider, known, family, member))
      }
    }
    for provider in contradicted { families[provider] = nil }
    findings += ProviderFamilies.unusedFindings(unused)
  }

  private static func contradiction(
    _ provider: String, _ one: ProviderFamily, _ other: ProviderFamily, _ member: FamilyMember
  ) -> Finding {
    Finding(
      .familiesContradict, at: member.position, value: provider,
      message: "the provider \(provider) is put into two families, \(one.id) and \(other.id)",
      remedy: "take one of the rows out; until then it is in neither")
  }

  private static func unusedFindings(_ unused: [FamilyMember]) -> [Finding] {
    guard let first = unused.first else { return [] }
    let members =
      unused.count == 1 ? "a member of a family is" : "\(unused.count) members of families are"
    return [
      Finding(
        .familyMemberUnused, at: first.position, rows: unused.count,
        message: "\(members) paid by no export",
        remedy: "nothing need be done; correct the row where the name or number is mistyped")
    ]
  }
}

/// The ids of families: as rows state them, else worked out from the name.
private struct FamilyNames {
  private var ids: [String: String] = [:]

  init(_ members: [FamilyMember]) {
    for member in members where !member.id.isEmpty {
      ids[CellPattern.folded(member.family)] = member.id
    }
  }

  func family(of member: FamilyMember) -> ProviderFamily {
    let name = CellPattern.folded(member.family)
    let known = member.id.isEmpty ? ids[name] : member.id
    return ProviderFamily(
      id: known ?? StableHash.id("F-", for: name, taken: []), name: member.family)
  }
}

/// The providers of payees by what rows name them by.
private struct PayeeIndex {
  private var bySpelling: [DecisionBook.Key: Set<String>] = [:]
  private var byCompany: [String: Set<String>] = [:]
  private var all: Set<String> = []

  init(_ members: [FamilyMember], _ payees: [PayeeMention], _ providerIDs: [String]) {
    let wanted = Set(
      members.compactMap { member in
        guard case .spelling(_, let name) = member.member else { return String?.none }
        return CellPattern.folded(name)
      })
    for (payee, id) in zip(payees, providerIDs) where PayeeClass.withID(id) == nil && !id.isEmpty {
      all.insert(id)
      if let company = CompanyNumber(payee.supplier.companyNumber)?.text {
        byCompany[company, default: []].insert(id)
      }
      guard !wanted.isEmpty else { continue }
      let key = DecisionBook.Key(payee.publisher, payee.supplier.name)
      guard wanted.contains(key.name) else { continue }
      bySpelling[key, default: []].insert(id)
      bySpelling[DecisionBook.Key(publisher: "", of: key), default: []].insert(id)
    }
  }

  func providers(of member: FamilyMember.Member, _ history: ProviderIDHistory) -> Set<String> {
    switch member {
    case .provider(let id):
      let current = history.current(id)
      return all.contains(current) ? [current] : []
    case .spelling(let publisher, let name):
      return bySpelling[DecisionBook.Key(publisher, name)] ?? []
    case .companyNumber(let number):
      return CompanyNumber(number).flatMap { byCompany[$0.text] } ?? []
    }
  }
}
