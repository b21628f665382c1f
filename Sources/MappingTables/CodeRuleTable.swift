import PoolModel

/// `mappings/codes/<publisher>.csv`: cost-code rules.
enum CodeRuleTable {
  static let folder = "mappings/codes"
  private static let columns =
    ["rule"] + CodeRule.Column.allCases.map(\.rawValue) + [
      "sign", "client-group", "care-setting", "age-band", "flow", "scheme", "share", "set-sign",
      "ignore", "from", "to", "grace-days", "confidence", "approved-by", "approved-on", "note",
    ]

  /// A grace of more than two years is a rule with a wrong last day.
  private static let mostGraceDays = 731

  private enum SetSign: String, CaseIterable { case reverse }
  private enum Confidence: String, CaseIterable { case certain, likely, low }

  /// Whether a file of the folder holds something else than rules.
  static func isOtherTable(_ file: MappingFile) -> Bool {
    [CodeIncludeTable.path, CodeAssertionTable.path, CodeLimitTable.path].contains(file.path)
  }

  /// The rules in the file's order; rows with a fault that leaves no rule are left out.
  static func read(_ file: MappingFile) -> [CodeRule] {
    guard let table = CSVTable(file, known: columns, required: ["rule"]) else { return [] }
    let isShared = file.name == MappingSet.sharedRules
    return table.rows.compactMap { rule($0, isShared: isShared) }
  }

  private static func rule(_ row: TableRow, isShared: Bool) -> CodeRule? {
    let name = row.filled("rule")
    let cells = CodeRule.Column.allCases.compactMap { pattern($0, of: row) }
    let share = HundredthsOfPerCent.share(in: row)
    // Days that are turned round make a rule dead, which the linter tells.
    let days = (first: row.day("from"), last: row.day("to"))
    let confidence = row.choice("confidence", of: Confidence.self)
    let approvedOn = row.day("approved-on")
    let graceDays = graceDays(of: row)
    // Each is read before any is missed, so that all faults of a row are told.
    let signs = (
      row.choice("sign", of: CodeRule.AmountSign.self), row.choice("set-sign", of: SetSign.self)
    )
    guard let name, cells.count == CodeRule.Column.allCases.count, let share else { return nil }
    return CodeRule(
      name: name, cells: cells, amountSign: signs.0, clientGroup: row["client-group"],
      careSetting: row["care-setting"],
      ageBand: row["age-band"].isEmpty ? Category.allAges : row["age-band"],
      flow: row["flow"].isEmpty ? Flow.defaultCode : row["flow"], scheme: row["scheme"],
      share: share, reversesSign: signs.1 == .reverse, ignoreReason: row["ignore"],
      from: days.first, to: days.last, graceDays: graceDays,
      confidence: confidence?.rawValue ?? "", approvedBy: row["approved-by"],
      approvedOn: approvedOn, note: row["note"],
      position: SourcePosition(file: row.file.path, line: row.line), isShared: isShared)
  }

  /// The pattern in a cell; nil, with a finding, where it cannot be read.
  static func pattern(_ column: CodeRule.Column, of row: TableRow) -> CellPattern? {
    let cell = row[column.rawValue]
    let pattern = CellPattern(cell: cell)
    if pattern == nil {
      row.file.reportUnreadable(
        row.place(column.rawValue), column.rawValue, cell,
        remedy: cell.contains("|")
          ? "write a list as R5806|R5807"
          : "write a range as R5800>R5899: the same letters, the lower number first")
    }
    return pattern
  }

  /// A blank cell is no grace.
  private static func graceDays(of row: TableRow) -> Int {
    let cell = row["grace-days"]
    guard !cell.isEmpty else { return 0 }
    if let days = Int(cell), (0...mostGraceDays).contains(days) {
      if days > 0, row["to"].isEmpty {
        row.file.reportUnreadable(
          row.place("grace-days"), "grace-days", cell, remedy: "fill to, or leave it blank")
      }
      return days
    }
    row.file.reportUnreadable(
      row.place("grace-days"), "grace-days", cell,
      remedy: "write a whole number of days from 0 to \(mostGraceDays)")
    return 0
  }
}

/// A per cent with at most two decimals, in hundredths of a per cent.
package enum HundredthsOfPerCent {
  /// 100 per cent.
  package static let whole = 10_000

  /// The share in the column `share`; the whole where it is blank, nil, with a finding, where it
  /// cannot be read.
  static func share(in row: TableRow) -> Int? {
    let cell = row["share"]
    guard !cell.isEmpty else { return whole }
    if let share = read(cell), share > 0, share <= whole { return share }
    row.file.reportUnreadable(
      row.place("share"), "share", cell,
      remedy: "write a per cent above 0 and up to 100, with at most two decimals, such as 33.33")
    return nil
  }

  /// `33.33` as 3333; nil for anything else than digits with at most two decimals.
  static func read(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, whole.utf8.count <= 9 else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(decimals.utf8.count),
      (whole + decimals).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let units = Int(whole), let hundredths = Int(decimals)
    else { return nil }
    return units * 100 + (decimals.utf8.count == 1 ? hundredths * 10 : hundredths)
  }

  /// `55%`, `52.5%`, `7.05%`.
  package static func text(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest != 0 else { return "\(whole)%" }
    if rest.isMultiple(of: 10) { return "\(whole).\(rest / 10)%" }
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
