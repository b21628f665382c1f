package import PoolModel

/// A rule that somebody accepts, as a row of a publisher's rule file.
package struct AcceptedRule: Sendable {
  /// The rule's name, that of no other in the file.
  package var name: String
  /// The codes that it matches, each filled one exactly.
  package var codes: CodeFields
  /// By axis; those left out stay unknown.
  package var meanings: [LabelWord.Axis: String]
  /// The first day; nil: open.
  package var from: CalendarDay?
  /// The last day; nil: open.
  package var to: CalendarDay?
  /// Who accepts it.
  package var approvedBy: String
  /// When.
  package var approvedOn: CalendarDay
  /// What speaks for it.
  package var note: String

  /// A rule with all it says.
  package init(
    name: String, codes: CodeFields, meanings: [LabelWord.Axis: String], from: CalendarDay?,
    to: CalendarDay?, approvedBy: String, approvedOn: CalendarDay, note: String
  ) {
    self.name = name
    self.codes = codes
    self.meanings = meanings
    self.from = from
    self.to = to
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.note = note
  }

  fileprivate var cells: [String: String] {
    var cells = [
      "rule": name, "client-group": meanings[.clientGroup], "care-setting": meanings[.careSetting],
      "age-band": meanings[.ageBand], "from": from?.description, "to": to?.description,
      "confidence": "likely", "approved-by": approvedBy, "approved-on": "\(approvedOn)",
      "note": note,
    ]
    for column in CodeRule.Column.allCases {
      cells[column.rawValue] = AcceptedRule.exactly(codes[column])
    }
    return cells.compactMapValues(\.self).filter { !$0.value.isEmpty }
  }

  /// A cell that matches a code and nothing else that a person would write: the signs of lists and
  /// ranges are matched as any one character.
  private static func exactly(_ code: String) -> String {
    String(code.map { "|>".contains($0) ? "?" : $0 })
  }
}

extension AcceptedRule {
  /// The columns of a new rule file.
  private static let columns = [
    "rule", "cost-centre", "subjective-code", "expense-type", "service", "transaction-prefix",
    "client-group", "care-setting", "age-band", "from", "to", "confidence", "approved-by",
    "approved-on", "note",
  ]

  /// The path of a publisher's rules, relative to the workspace.
  package static func path(ofPublisher publisher: String) -> String {
    "\(CodeRuleTable.folder)/\(publisher).csv"
  }

  /// The bytes of a publisher's rule file with rules at its end.
  package static func appending(
    _ rules: [AcceptedRule], toRulesOf publisher: String, _ bytes: [UInt8]
  ) throws(AppendedRows.MissingColumns) -> [UInt8] {
    try AppendedRows.appending(
      rules.map(\.cells), columns: columns, path: path(ofPublisher: publisher), to: bytes)
  }

  /// The rules of a publisher's file with the faults of the file.
  package static func rules(
    of publisher: String, _ bytes: [UInt8]
  ) -> (rules: [CodeRule], findings: [Finding]) {
    let file = MappingFile(path: path(ofPublisher: publisher), bytes: bytes)
    let rules = bytes.isEmpty ? [] : CodeRuleTable.read(file)
    return (rules, file.findings)
  }
}
