package import PoolModel

/// What a publisher's exports are claimed to be, whatever the rules say: a row of
/// `mappings/codes/_assertions.csv`.
package struct CodeAssertion: Sendable {
  /// What is claimed of the lines that the cells match, or of the exports.
  package enum Claim: Hashable, Sendable {
    /// There are none.
    case never
    /// There are none before a day.
    case neverBefore(CalendarDay)
    /// There are none after a day.
    case neverAfter(CalendarDay)
    /// All of them are of a client group or of one below it.
    case alwaysClientGroup(String)
    /// All of them are of a care setting or of one below it.
    case alwaysCareSetting(String)
    /// Every export that begins on or after a day has these columns; nil: every export.
    case hasHeaders([String], from: CalendarDay?)
  }

  /// Whose exports are meant.
  package var publisher: String
  /// One pattern a column, in the order of `CodeRule.Column`'s cases.
  package var cells: [CellPattern]
  /// The filled cells as messages show them: `subjective-code "7401"`.
  package var codes: String
  /// What is claimed.
  package var claim: Claim
  /// The row of the file.
  package var position: SourcePosition

  /// Whether a line of these codes is meant.
  package func matches(_ fields: CodeFields) -> Bool {
    zip(CodeRule.Column.allCases, cells).allSatisfy { $1.matches(fields[$0]) }
  }
}

/// `mappings/codes/_assertions.csv`.
enum CodeAssertionTable {
  static let path = "\(CodeRuleTable.folder)/_assertions.csv"
  /// Columns that lines hold only where a rule looks at them cannot be asserted on.
  private static let cellColumns = CodeRule.Column.allCases.filter { !$0.isHeldOnDemand }

  private enum Kind: String, CaseIterable {
    case never
    case neverBefore = "never-before"
    case neverAfter = "never-after"
    case alwaysClientGroup = "always-client-group"
    case alwaysCareSetting = "always-care-setting"
    case hasHeaders = "has-headers"
  }

  /// The assertions in the file's order.
  static func read(_ file: MappingFile, known: KnownNames) -> [CodeAssertion] {
    let columns =
      ["publisher"] + cellColumns.map(\.rawValue) + ["assertion", "date", "value", "note"]
    guard let table = CSVTable(file, known: columns, required: ["publisher", "assertion"]) else {
      return []
    }
    return table.rows.compactMap { assertion($0, known) }
  }

  private static func assertion(_ row: TableRow, _ known: KnownNames) -> CodeAssertion? {
    let publisher = row.filled("publisher")
    let cells = CodeRule.Column.allCases.compactMap { CodeRuleTable.pattern($0, of: row) }
    guard let kind = row.filledChoice("assertion", of: Kind.self), let publisher,
      let claim = claim(kind, row, known), cells.count == CodeRule.Column.allCases.count
    else { return nil }
    known.checkPublisher(publisher, "publisher", in: row.file, at: row.place("publisher"))
    let filled = cellColumns.map(\.rawValue).filter { !row[$0].isEmpty }
    guard filled.isEmpty == (kind == .hasHeaders) else {
      row.file.report(
        .mappingValueUnreadable, row.place("assertion"), value: kind.rawValue,
        message: filled.isEmpty
          ? "the assertion names no codes" : "has-headers says nothing of codes",
        remedy: filled.isEmpty
          ? "fill one of \(NearestName.listed(cellColumns.map(\.rawValue)))"
          : "leave \(NearestName.listed(filled, with: "and")) blank")
      return nil
    }
    return CodeAssertion(
      publisher: publisher, cells: cells,
      codes: filled.map { "\($0) \(row[$0].quotedForMessage)" }.joined(separator: ", "),
      claim: claim, position: SourcePosition(file: row.file.path, line: row.line))
  }

  private static func claim(
    _ kind: Kind, _ row: TableRow, _ known: KnownNames
  ) -> CodeAssertion.Claim? {
    let day = row.day("date")
    switch kind {
    case .never: return .never
    case .neverBefore, .neverAfter:
      guard row.filled("date") != nil, let day else { return nil }
      return kind == .neverBefore ? .neverBefore(day) : .neverAfter(day)
    case .alwaysClientGroup, .alwaysCareSetting:
      guard let code = row.filled("value") else { return nil }
      let isGroup = kind == .alwaysClientGroup
      known.checkCode(
        code, isGroup ? .clientGroups : .careSettings, "value", in: row.file,
        at: row.place("value"))
      return isGroup ? .alwaysClientGroup(code) : .alwaysCareSetting(code)
    case .hasHeaders:
      let headers = row.filled("value")?.split(separator: "|").map(String.init) ?? []
      return headers.isEmpty ? nil : .hasHeaders(headers, from: day)
    }
  }
}
