import PoolModel

/// `mappings/codes/<publisher>.csv`: cost-code rules.
enum CodeRuleTable {
  static let folder = "mappings/codes"
  private static let columns =
    ["rule"] + CodeRule.Column.allCases.map(\.rawValue) + [
      "sign", "client-group", "care-setting", "age-band", "flow", "scheme", "share", "set-sign",
      "ignore", "from", "to", "confidence", "approved-by", "note",
    ]

  private enum SetSign: String, CaseIterable { case reverse }
  private enum Confidence: String, CaseIterable { case certain, likely, low }

  /// The rules in the file's order; rows with a fault that leaves no rule are left out.
  static func read(_ file: MappingFile) -> [CodeRule] {
    guard let table = CSVTable(file, known: columns, required: ["rule"]) else { return [] }
    let isShared = file.name == MappingSet.sharedRules
    return table.rows.compactMap { rule($0, isShared: isShared) }
  }

  private static func rule(_ row: TableRow, isShared: Bool) -> CodeRule? {
    let name = row.filled("rule")
    let cells = CodeRule.Column.allCases.compactMap { pattern($0, of: row) }
    let share = share(of: row)
    // Days that are turned round make a rule dead, which the linter tells.
    let days = (first: row.day("from"), last: row.day("to"))
    let confidence = row.choice("confidence", of: Confidence.self)
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
      from: days.first, to: days.last, confidence: confidence?.rawValue ?? "",
      approvedBy: row["approved-by"], note: row["note"],
      position: SourcePosition(file: row.file.path, line: row.line), isShared: isShared)
  }

  private static func pattern(_ column: CodeRule.Column, of row: TableRow) -> CellPattern? {
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

  private static func share(of row: TableRow) -> Int? {
    let cell = row["share"]
    guard !cell.isEmpty else { return HundredthsOfPerCent.whole }
    if let share = HundredthsOfPerCent.read(cell), share > 0, share <= HundredthsOfPerCent.whole {
      return share
    }
    row.file.reportUnreadable(
      row.place("share"), "share", cell,
      remedy: "write a per cent above 0 and up to 100, with at most two decimals, such as 33.33")
    return nil
  }
}

/// A per cent with at most two decimals, in hundredths of a per cent.
enum HundredthsOfPerCent {
  /// 100 per cent.
  static let whole = 10_000

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
}
