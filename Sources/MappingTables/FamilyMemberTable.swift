import PoolModel

/// `mappings/providers/families.csv`: which providers belong together without being one.
enum FamilyMemberTable {
  static let path = "mappings/providers/families.csv"
  private static let members = ["provider", "name", "company-number"]
  private static let columns =
    ["id", "family", "provider", "publisher", "name", "company-number"]
    + ["decided-on", "decided-by", "reason"]

  /// The members in the file's order.
  static func read(_ file: MappingFile) -> [FamilyMember] {
    file.quotesValues = false
    guard let table = CSVTable(file, known: columns, required: ["family"]) else { return [] }
    var rows = RepeatedKeys(of: "the member")
    var names: [String: String] = [:]
    return table.rows.compactMap { row in
      let isSigned = ["decided-on", "decided-by", "reason"].map { row.filled($0) != nil }
      let day = row.day("decided-on")
      guard let family = row.filled("family"), let member = member(row), day != nil,
        isSigned.allSatisfy({ $0 }), isOneName(row, family, &names),
        rows.isNew(
          ([family] + (members + ["publisher"]).map { row[$0] }).joined(separator: ", "),
          in: file, at: row.place("family"))
      else { return nil }
      return FamilyMember(
        id: row["id"], family: family, member: member,
        position: SourcePosition(file: file.path, line: row.line))
    }
  }

  /// What names the provider; nil, with a finding, where it is not exactly one thing.
  private static func member(_ row: TableRow) -> FamilyMember.Member? {
    let filled = members.filter { !row[$0].isEmpty }
    guard filled.count == 1, let column = filled.first else {
      row.file.report(
        .mappingValueUnreadable, row.place(filled.last ?? "name"),
        message: filled.isEmpty
          ? "the row names no member"
          : "the row names its member by \(NearestName.listed(filled, with: "and"))",
        remedy: "fill one of \(NearestName.listed(members, with: "and"))")
      return nil
    }
    guard row["publisher"].isEmpty || column == "name" else {
      row.file.report(
        .mappingValueUnreadable, row.place("publisher"),
        message: "publisher goes with name only", remedy: "leave it blank")
      return nil
    }
    switch column {
    case "provider": return .provider(row[column])
    case "name": return .spelling(publisher: row["publisher"], name: row[column])
    default: return .companyNumber(row[column])
    }
  }

  /// Whether an id has one name only.
  private static func isOneName(
    _ row: TableRow, _ family: String, _ names: inout [String: String]
  ) -> Bool {
    guard !row["id"].isEmpty else { return true }
    let first = names[row["id"]] ?? family
    names[row["id"]] = first
    guard first != family else { return true }
    row.file.report(
      .mappingValueUnreadable, row.place("family"),
      message: "another row gives the family \(row["id"]) another name",
      remedy: "write one name in all its rows")
    return false
  }
}
