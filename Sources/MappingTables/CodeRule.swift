package import PoolModel

/// One row of `mappings/codes/…csv`: what must match, then what the money is.
package struct CodeRule: Sendable {
  /// The columns that a rule can match, in the order of the table.
  package enum Column: String, CaseIterable, Sendable {
    case costCentre = "cost-centre"
    case subjectiveCode = "subjective-code"
    case expenseType = "expense-type"
    case service
    case description
    case transactionPrefix = "transaction-prefix"
    case supplier

    /// Whether lines hold it only where a rule looks at it, because nearly every line has its own.
    package var isHeldOnDemand: Bool {
      switch self {
      case .description, .transactionPrefix, .supplier: true
      case .costCentre, .subjectiveCode, .expenseType, .service: false
      }
    }
  }

  /// Which amounts a rule is for.
  package enum AmountSign: String, CaseIterable, Sendable {
    /// 0 or above.
    case debit
    /// Below 0.
    case credit
  }

  /// The rule's name, unique in its file; the rows that share it are its shares.
  package var name: String
  /// One pattern a column, in the order of ``Column``'s cases.
  package var cells: [CellPattern]
  /// Nil: both.
  package var amountSign: AmountSign?
  /// A code of the taxonomy; empty: unknown.
  package var clientGroup: String
  /// A code of the taxonomy; empty: unknown.
  package var careSetting: String
  /// A code of the taxonomy; empty: unknown.
  package var ageBand: String
  /// The code of a flow; never empty.
  package var flow: String
  /// `agreement/scheme`; empty where the agreements' filters decide.
  package var scheme: String
  /// In hundredths of a per cent.
  package var share: Int
  /// Whether the amount changes its sign, as income printed negative does.
  package var reversesSign: Bool
  /// The reason why the money is ignored; empty: it is not.
  package var ignoreReason: String
  /// First day; nil: open.
  package var from: CalendarDay?
  /// Last day; nil: open.
  package var to: CalendarDay?
  /// For how many days after ``to`` the rule still decides where no rule in force matches.
  package var graceDays: Int
  /// How sure the author was: `certain`, `likely` or `low`; empty: not stated.
  package var confidence: String
  /// Who approved it; empty: nobody yet.
  package var approvedBy: String
  /// The day of the approval; nil: not known.
  package var approvedOn: CalendarDay?
  /// Why, in the words of the author.
  package var note: String
  /// The mapping file and the line of the row.
  package var position: SourcePosition
  /// Whether it stands in `_shared.csv`.
  package var isShared: Bool

  /// A rule with all its columns.
  package init(
    name: String, cells: [CellPattern], amountSign: AmountSign?, clientGroup: String,
    careSetting: String, ageBand: String, flow: String, scheme: String, share: Int,
    reversesSign: Bool, ignoreReason: String, from: CalendarDay?, to: CalendarDay?,
    graceDays: Int = 0, confidence: String, approvedBy: String, approvedOn: CalendarDay? = nil,
    note: String, position: SourcePosition, isShared: Bool
  ) {
    self.name = name
    self.cells = cells
    self.amountSign = amountSign
    self.clientGroup = clientGroup
    self.careSetting = careSetting
    self.ageBand = ageBand
    self.flow = flow
    self.scheme = scheme
    self.share = share
    self.reversesSign = reversesSign
    self.ignoreReason = ignoreReason
    self.from = from
    self.to = to
    self.graceDays = graceDays
    self.confidence = confidence
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.note = note
    self.position = position
    self.isShared = isShared
  }

  /// The pattern in a column.
  package subscript(column: Column) -> CellPattern {
    cells[Column.allCases.firstIndex(of: column) ?? 0]
  }
}

extension CodeFields {
  /// The field that a rule's column looks at.
  package subscript(column: CodeRule.Column) -> String {
    switch column {
    case .costCentre: costCentre
    case .subjectiveCode: subjectiveCode
    case .expenseType: expenseType
    case .service: service
    case .description: description
    case .transactionPrefix: transactionPrefix
    case .supplier: supplier
    }
  }
}
