import PoolModel

/// `mappings/providers/decisions.csv`: the ledger of what people decided about names.
///
/// A table with the column `id` says of each decision who took it, when and why. Tables without it
/// are older and need not.
enum ProviderDecisionTable {
  static let path = "mappings/providers/decisions.csv"
  /// All columns, in the order in which a new file has them.
  static let columns = [
    "id", "decision", "publisher", "name", "other-publisher", "other-name", "body", "revokes",
    "decided-on", "decided-by", "reason",
  ]
  private static let origin = ["decided-on", "decided-by", "reason"]

  /// The decisions in the file's order.
  static func read(_ file: MappingFile, known: KnownNames) -> [ProviderDecision] {
    file.quotesValues = false
    let required = ["decision", "publisher", "name", "other-publisher", "other-name"]
    guard let table = CSVTable(file, known: columns, required: required) else { return [] }
    let isLedger = table.rows.first?.headers.contains("id") ?? false
    var ids = RepeatedKeys(of: "the decision")
    return table.rows.compactMap { row in
      let isNew = row["id"].isEmpty || ids.isNew(row["id"], in: file, at: row.place("id"))
      let isSigned = !isLedger || isSigned(row)
      guard let decision = decision(row, known), isNew, isSigned else { return nil }
      return decision
    }
  }

  /// Whether the row says who decided, when and why; each blank cell is told.
  private static func isSigned(_ row: TableRow) -> Bool {
    let filled = origin.map { row.filled($0) != nil }
    return filled.allSatisfy { $0 }
  }

  private static func decision(_ row: TableRow, _ known: KnownNames) -> ProviderDecision? {
    let day = row.day("decided-on")
    guard let verdict = row.filledChoice("decision", of: ProviderDecision.Verdict.self) else {
      // The name is asked for as well, so that both faults of a row are told at once.
      _ = row.filled("name")
      return nil
    }
    guard check(row, verdict), day != nil || row["decided-on"].isEmpty else { return nil }
    if verdict == .nameOf {
      known.checkBody(row["body"], "body", in: row.file, at: row.place("body"))
    }
    return ProviderDecision(
      verdict: verdict, id: row["id"], publisher: row["publisher"], name: row["name"],
      otherPublisher: row["other-publisher"], otherName: row["other-name"], body: row["body"],
      revokes: row["revokes"], day: day, decidedBy: row["decided-by"], reason: row["reason"],
      position: SourcePosition(file: row.file.path, line: row.line))
  }

  /// The columns that a verdict needs, all of which must be filled.
  private static func needed(_ verdict: ProviderDecision.Verdict) -> [String] {
    switch verdict {
    case .same, .different, .unsure: ["name", "other-name"]
    case .nameOf: ["name", "body"]
    case .individual, .organisation, .ignore: ["name"]
    case .revoked: ["revokes"]
    }
  }

  private static func check(_ row: TableRow, _ verdict: ProviderDecision.Verdict) -> Bool {
    let needed = needed(verdict)
    var isWhole = true
    for column in needed where row.filled(column) == nil { isWhole = false }
    var allowed = Set(needed)
    if needed.contains("name") { allowed.insert("publisher") }
    if needed.contains("other-name") { allowed.insert("other-publisher") }
    let meant = ["publisher", "name", "other-publisher", "other-name", "body", "revokes"]
    let surplus = meant.filter { !allowed.contains($0) && !row[$0].isEmpty }
    guard let first = surplus.first else { return isWhole }
    row.file.report(
      .mappingValueUnreadable, row.place(first),
      message: "a decision \(verdict.rawValue) says nothing with \(first), but it is filled",
      remedy: "leave \(NearestName.listed(surplus, with: "and")) blank")
    return false
  }
}
