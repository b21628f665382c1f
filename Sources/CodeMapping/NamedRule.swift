import MappingTables
import PoolModel

/// One rule with all its shares: the rows of a mapping file that have one name.
struct NamedRule: Sendable {
  /// A matching cell that is not blank.
  struct FilledCell: Sendable {
    /// The column's place in `CodeRule.Column.allCases`.
    let column: Int
    let pattern: CellPattern
  }

  let name: String
  let cells: [FilledCell]
  let amountSign: CodeRule.AmountSign?
  /// The first day in days since 1970; `Int32.min`: open.
  let from: Int32
  /// The last day in days since 1970; `Int32.max`: open.
  let to: Int32
  /// The last day of its grace; the same as ``to`` where it has none.
  let graceTo: Int32
  let precedence: RulePrecedence
  let decision: CodeDecision
  let position: SourcePosition

  /// The rule of one or more rows, which the first row's matching cells, dates, sign and reason to
  /// ignore stand for; the linter refuses rows that differ.
  init?(rows: [CodeRule], flows: [String: Flow], layer: Int) {
    guard let head = rows.first else { return nil }
    name = head.name
    cells = head.cells.enumerated().compactMap { column, pattern in
      pattern == .any ? nil : FilledCell(column: column, pattern: pattern)
    }
    amountSign = head.amountSign
    from = head.from?.daysSince1970 ?? .min
    to = head.to?.daysSince1970 ?? .max
    graceTo = head.to.map { $0.daysSince1970 + Int32(head.graceDays) } ?? .max
    precedence = RulePrecedence(
      cells: head.cells, hasSign: head.amountSign != nil, layer: layer)
    decision = CodeDecision(rows: rows, head: head, flows: flows)
    position = head.position
  }

  /// Whether its dates and sign let it decide a line; a line without a day is in any dates.
  func isInForce(on day: CalendarDay?, sign: CodeRule.AmountSign) -> Bool {
    guard amountSign == nil || amountSign == sign else { return false }
    guard let day else { return true }
    return from <= day.daysSince1970 && day.daysSince1970 <= to
  }

  /// Whether its sign and days of grace let it decide a line of a day after its last.
  func isInGrace(on day: CalendarDay, sign: CodeRule.AmountSign) -> Bool {
    guard amountSign == nil || amountSign == sign else { return false }
    return from <= to && to < day.daysSince1970 && day.daysSince1970 <= graceTo
  }

  /// Whether all its cells mean the values, one a column and already folded.
  func matches(folded values: [String]) -> Bool {
    cells.allSatisfy { $0.pattern.matches(folded: values[$0.column]) }
  }

  /// The rows of a file by rule, in order of first appearance.
  static func rowsByName(_ rows: [CodeRule]) -> [[CodeRule]] {
    var places: [String: Int] = [:]
    var groups: [[CodeRule]] = []
    for row in rows {
      if let place = places[row.name] {
        groups[place].append(row)
      } else {
        places[row.name] = groups.count
        groups.append([row])
      }
    }
    return groups
  }
}

extension CodeDecision {
  fileprivate init(rows: [CodeRule], head: CodeRule, flows: [String: Flow]) {
    let parts = rows.map { row in
      Part(
        share: max(0, row.share),
        category: Category(
          clientGroup: row.clientGroup.isEmpty ? Category.unknownClientGroup : row.clientGroup,
          careSetting: row.careSetting.isEmpty ? Category.unknownCareSetting : row.careSetting,
          ageBand: row.ageBand.isEmpty ? Category.allAges : row.ageBand),
        flow: row.flow, scheme: row.scheme)
    }
    let isKnown = parts.allSatisfy { $0.isKnown(flows: flows) }
    self.init(
      rule: head.qualifiedName,
      coverage: head.ignoreReason.isEmpty ? (isKnown ? .mapped : .partlyMapped) : .ignored,
      ignoreReason: head.ignoreReason, reversesSign: head.reversesSign, parts: parts)
  }
}

extension CodeDecision.Part {
  /// Money that moves between partners or funds a pool buys no care: it needs no group or setting.
  fileprivate func isKnown(flows: [String: Flow]) -> Bool {
    switch flows[flow]?.treatment {
    case .transferOut, .transferIn, .funding: true
    case .spending, .capital, nil:
      category.clientGroup != Category.unknownClientGroup
        && category.careSetting != Category.unknownCareSetting
    }
  }
}

extension CodeRule {
  /// The name with its file's, as decisions carry it: `devon.csv:r12`.
  package var qualifiedName: String {
    "\(position.file.fileNameOfPath):\(name)"
  }
}
