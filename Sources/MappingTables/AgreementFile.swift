import PoolModel

/// `mappings/pools/<agreement>.yaml`, read part by part.
struct AgreementFile {
  static let folder = "mappings/pools"
  private static let keys = [
    "agreement", "title", "legal-basis", "partners", "host", "years", "basis",
    "lead-commissioners", "schemes", "contributions", "contributions-from",
    "funding-expected-from", "spending", "stated-figures", "targets", "areas-from", "conditions",
    "condition-states", "matching", "bcf-area", "pool-manager", "terms", "balances",
  ]

  private enum Spending: String, CaseIterable {
    case stated
    case notStated = "not stated"
  }

  let file: MappingFile
  let root: YAMLBlock
  let known: KnownNames

  /// The agreement; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile, known: KnownNames) -> Agreement? {
    guard let root = YAMLBlock(file: file, keys: keys) else { return nil }
    return AgreementFile(file: file, root: root, known: known).agreement
  }

  private var agreement: Agreement {
    root.checkNamesItself("agreement")
    for key in ["title", "partners", "years", "basis"] { root.need(key) }
    let partners = uniqueBodies("partners", what: "the partner")
    let hasOwnList = root.node("funding-expected-from") != nil
    var agreement = Agreement(
      agreement: file.name, title: root.text("title")?.text ?? "", legalBasis: legalBasis,
      partners: partners, host: body(root.statedText("host"), "the host"), years: years,
      basis: root.choice("basis") ?? .outturn, leadCommissioners: leadCommissioners,
      schemes: schemes, contributions: contributions, contributionSources: contributionSources,
      fundingExpectedFrom: hasOwnList
        ? uniqueBodies("funding-expected-from", what: "the body") : partners,
      statesSpending: root.choice("spending", of: Spending.self) != .notStated,
      statedFigures: statedFigures, targets: targets,
      areasFrom: publisher(root.text("areas-from")), conditions: conditions, file: file.path)
    checkShares(of: agreement)
    agreement.matching = matching
    agreement.terms = terms
    agreement.poolManager = root.statedText("pool-manager")?.text
    agreement.balances = balances
    agreement.bcfArea = root.text("bcf-area").map {
      known.checkArea($0.text, in: file, at: $0.place)
      return $0.text
    }
    return agreement
  }

  /// Only partners bear what a pool spends more or less.
  private func checkShares(of agreement: Agreement) {
    for scheme in agreement.schemes {
      for share in scheme.risk.shares where !agreement.partners.contains(share.partner) {
        file.reportUnreadable(
          root.place(of: "schemes"), "the partner with a share", share.partner,
          remedy: "name one of the partners")
      }
    }
  }

  private var matching: Agreement.Matching {
    var matching = Agreement.Matching()
    guard let block = root.block("matching", keys: ["amount", "days"]) else { return matching }
    matching.amount = block.amount("amount")?.amount ?? .zero
    if matching.amount < .zero {
      file.reportUnreadable(
        block.place(of: "amount"), "the amount", matching.amount.description,
        remedy: "write how much two amounts may differ, 0 or more")
    }
    matching.days = block.count("days")
    return matching
  }

  private var legalBasis: [Agreement.LegalBasis] {
    root.blocks("legal-basis", keys: ["power", "from", "to"]).map { block in
      Agreement.LegalBasis(
        power: block.neededText("power")?.text ?? "", from: block.day("from"),
        to: block.day("to"))
    }
  }

  private var years: [FinancialYear] {
    var repeated = RepeatedKeys(of: "the year")
    return root.texts("years").compactMap { text in
      guard let year = root.year(text), repeated.isNew("\(year)", in: file, at: text.place) else {
        return nil
      }
      return year
    }
  }

  private var leadCommissioners: [Agreement.LeadCommissioner] {
    root.blocks("lead-commissioners", keys: ["client-group", "lead"]).map { block in
      let group = block.neededText("client-group")
      return Agreement.LeadCommissioner(
        clientGroup: code(group, .clientGroups, "the client group") ?? "",
        lead: body(block.neededText("lead"), "the lead") ?? "")
    }
  }

  private func uniqueBodies(_ key: String, what: String) -> [String] {
    var repeated = RepeatedKeys(of: what)
    return root.texts(key).compactMap { text in
      guard let body = body(text, what), repeated.isNew(body, in: file, at: text.place) else {
        return nil
      }
      return body
    }
  }
}

/// Names that belong to other mapping files: given back as they stand, with a finding where those
/// files have no such name.
extension AgreementFile {
  /// The id of a body.
  func body(_ text: YAMLText?, _ what: String) -> String? {
    guard let text else { return nil }
    known.checkBody(text.text, what, in: file, at: text.place)
    return text.text
  }

  /// A code of a table of categories.
  func code(_ text: YAMLText?, _ kind: CategoryKind, _ what: String) -> String? {
    guard let text else { return nil }
    known.checkCode(text.text, kind, what, in: file, at: text.place)
    return text.text
  }

  /// A publisher.
  func publisher(_ text: YAMLText?) -> String? {
    guard let text else { return nil }
    known.checkPublisher(text.text, "the publisher", in: file, at: text.place)
    return text.text
  }
}
