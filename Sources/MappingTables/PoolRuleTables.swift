import PoolModel

private enum Answer: String, CaseIterable { case yes, no }

/// `mappings/categories/contribution-kinds.csv`: what kinds of contribution do.
enum ContributionKindTable {
  private static let columns = [
    "code", "label", "rolls", "cash", "capital", "net", "needs-approval", "definition", "note",
  ]

  /// The kinds by code; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile) -> [String: ContributionKind]? {
    guard let table = CSVTable(file, known: columns, required: ["code", "label"]) else {
      return nil
    }
    var codes = RepeatedKeys(of: "the code")
    var kinds: [String: ContributionKind] = [:]
    for row in table.rows {
      var kind = ContributionKind(label: row.filled("label") ?? "")
      kind.rolls = row.choice("rolls", of: Answer.self).map { $0 == .yes }
      kind.isCash = row.choice("cash", of: Answer.self) != .no
      kind.isCapital = row.choice("capital", of: Answer.self) == .yes
      kind.isNetOfCharges = row.choice("net", of: Answer.self) == .yes
      kind.needsApproval = row.choice("needs-approval", of: Answer.self) == .yes
      if let code = row.filled("code"), codes.isNew(code, in: file, at: row.place("code")) {
        kinds[code] = kind
      }
    }
    return kinds
  }
}

/// `mappings/categories/risk-shares.csv`: who bears over- and underspending.
enum RiskShareTable {
  private static let columns = ["code", "label", "division", "definition", "note"]

  /// The rules by code; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile) -> [String: RiskShareRule]? {
    let required = ["code", "label", "division"]
    guard let table = CSVTable(file, known: columns, required: required) else { return nil }
    var codes = RepeatedKeys(of: "the code")
    var rules: [String: RiskShareRule] = [:]
    for row in table.rows {
      let label = row.filled("label")
      let division = row.filledChoice("division", of: RiskShareRule.Division.self)
      if let code = row.filled("code"), codes.isNew(code, in: file, at: row.place("code")) {
        rules[code] = RiskShareRule(label: label ?? code, division: division ?? .decision)
      }
    }
    return rules
  }
}

/// `mappings/categories/powers.csv`: the powers that arrangements rest on, by date.
enum PowerTable {
  static let path = "mappings/categories/powers.csv"
  private static let columns = ["power", "from", "to", "arrangements", "certainty", "note"]

  /// The powers in the file's order.
  static func read(_ file: MappingFile, known: KnownNames) -> [Power] {
    guard let table = CSVTable(file, known: columns, required: ["power"]) else { return [] }
    var names = RepeatedKeys(of: "the power")
    return table.rows.compactMap { row in
      _ = row.choice("certainty", of: Certainty.self)
      let days = row.days("from", "to")
      let arrangements = row["arrangements"].split(separator: "|").map(String.init)
      for code in arrangements {
        known.checkCode(
          code, .arrangements, "the arrangement", in: file, at: row.place("arrangements"))
      }
      guard let name = row.filled("power"), names.isNew(name, in: file, at: row.place("power"))
      else { return nil }
      return Power(power: name, from: days.first, to: days.last, arrangements: arrangements)
    }
  }
}
