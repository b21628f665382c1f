import CodeMapping
import MappingTables
import PoolModel

extension CodeRule {
  /// A rule written as a row of a mapping file would be; cells by column, in the file's own form.
  static func made(
    _ name: String, _ cells: [Column: String] = [:], sign: AmountSign? = nil,
    group: String = "CG-LD", setting: String = "ST-RES", flow: String = "FL-EXP",
    scheme: String = "", share: Int = 10_000, reversesSign: Bool = false, ignore: String = "",
    from: String = "", to: String = "", grace: Int = 0, line: Int = 2, isShared: Bool = false
  ) -> CodeRule {
    CodeRule(
      name: name, cells: Column.allCases.map { CellPattern(cell: cells[$0] ?? "") ?? .any },
      amountSign: sign, clientGroup: group, careSetting: setting, ageBand: "", flow: flow,
      scheme: scheme, share: share, reversesSign: reversesSign, ignoreReason: ignore,
      from: CalendarDay(iso: from), to: CalendarDay(iso: to), graceDays: grace,
      confidence: "certain",
      approvedBy: "A Nother", note: "",
      position: SourcePosition(
        file: isShared ? "mappings/codes/_shared.csv" : "mappings/codes/northshire.csv", line: line),
      isShared: isShared)
  }
}

extension CompiledRules {
  /// The rules of a publisher with the shared ones.
  init(publisher: [CodeRule], shared: [CodeRule], flows: [String: Flow]) {
    self.init(layers: [publisher, shared], flows: flows)
  }

  /// The name of the rule that decides, without the file; nil: none.
  func ruleName(
    for fields: CodeFields, on day: String = "2010-06-01", pence: Int64 = 100
  ) -> String? {
    let decided = decision(for: fields, on: CalendarDay(iso: day), amount: Money(pence: pence))
    return decided.rule.split(separator: ":").last.map(String.init)
  }
}
