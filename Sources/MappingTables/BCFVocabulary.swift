package import PoolModel

/// What a template of the Better Care Fund lets a plan say: a row of `mappings/bcf/vocabularies.csv`.
package struct BCFTerm: Hashable, Sendable {
  /// The columns of a plan's expenditure that have a list.
  package enum Field: String, CaseIterable, Sendable {
    case schemeType = "scheme-type"
    /// Its values depend on the scheme type.
    case subType = "sub-type"
    case areaOfSpend = "area-of-spend"
    case commissioner
    case providerType = "provider-type"
    case fundingSource = "funding-source"
  }

  /// Who a commissioner's word stands for.
  package enum Meaning: String, CaseIterable, Sendable {
    case nhs
    case la
    /// Both, by the shares of the row.
    case joint
  }

  /// The column.
  package var field: Field
  /// As the template writes it.
  package var value: String
  /// The scheme type that a sub-type belongs to; empty for other fields.
  package var within: String
  /// Nil: it is no commissioner.
  package var meaning: Meaning?
  /// The first year; nil: every year before ``to``.
  package var from: FinancialYear?
  /// The last year; nil: it stands.
  package var to: FinancialYear?

  /// A term with its years.
  package init(
    field: Field, value: String, within: String = "", meaning: Meaning? = nil,
    from: FinancialYear? = nil, to: FinancialYear? = nil
  ) {
    self.field = field
    self.value = value
    self.within = within
    self.meaning = meaning
    self.from = from
    self.to = to
  }

  /// Whether the template of a year has it.
  package func isIn(_ year: FinancialYear) -> Bool {
    (from ?? year) <= year && year <= (to ?? year)
  }

  /// Whether a cell says it: blanks and letter case do not count.
  package func says(_ cell: String) -> Bool {
    CellPattern.folded(value) == CellPattern.folded(cell)
  }
}

extension BetterCareFund {
  /// The values of a column in a year, those of a sub-type within its scheme type.
  package func terms(
    _ field: BCFTerm.Field, in year: FinancialYear, within schemeType: String = ""
  ) -> [BCFTerm] {
    vocabulary.filter { term in
      term.field == field && term.isIn(year)
        && (field != .subType || CellPattern.folded(term.within) == CellPattern.folded(schemeType))
    }
  }

  /// The term that a cell says in a year; nil where the year's list has none.
  package func term(
    _ field: BCFTerm.Field, saying cell: String, in year: FinancialYear
  ) -> BCFTerm? {
    terms(field, in: year).first { $0.says(cell) }
  }

  /// A source of funding as the year's list writes it; as it stands where that has no such source.
  package func sourceName(_ said: String, in year: FinancialYear) -> String {
    term(.fundingSource, saying: said, in: year)?.value ?? said
  }
}

/// `mappings/bcf/vocabularies.csv`.
enum BCFVocabularyTable {
  static let path = "mappings/bcf/vocabularies.csv"
  private static let columns = [
    "from", "to", "field", "value", "within", "meaning", "certainty", "note",
  ]

  /// The terms in the file's order.
  static func read(_ file: MappingFile) -> [BCFTerm] {
    guard let table = CSVTable(file, known: columns, required: ["field", "value"]) else {
      return []
    }
    var terms: [(term: BCFTerm, line: Int)] = []
    for row in table.rows {
      guard let term = term(row) else { continue }
      if let first = terms.first(where: { $0.term.repeats(term) }) {
        file.report(
          .mappingRowRepeated, row.place("value"), value: term.value,
          message: "the value \(term.value.quotedForMessage) already stands on line \(first.line) "
            + "for some of these years",
          remedy: "take one of the two out or correct its years")
      }
      terms.append((term, row.line))
    }
    return terms.map(\.term)
  }

  private static func term(_ row: TableRow) -> BCFTerm? {
    _ = row.choice("certainty", of: Certainty.self)
    let (from, to) = row.years("from", "to")
    let meaning = row.choice("meaning", of: BCFTerm.Meaning.self)
    let field = row.filledChoice("field", of: BCFTerm.Field.self)
    guard let value = row.filled("value"), let field else { return nil }
    if (field == .subType) == row["within"].isEmpty {
      row.file.report(
        .mappingValueUnreadable, row.place("within"), value: row["within"],
        message: "within is the scheme type of a sub-type",
        remedy: field == .subType ? "fill it in" : "leave it blank")
    }
    if (field == .commissioner) == (row["meaning"].isEmpty) {
      row.file.report(
        .mappingValueUnreadable, row.place("meaning"), value: row["meaning"],
        message: "meaning says whom a commissioner stands for",
        remedy: field == .commissioner ? "write nhs, la or joint" : "leave it blank")
    }
    return BCFTerm(
      field: field, value: value, within: row["within"], meaning: meaning, from: from, to: to)
  }
}

extension BCFTerm {
  /// Whether it says the same as another in some year.
  fileprivate func repeats(_ other: BCFTerm) -> Bool {
    field == other.field && says(other.value)
      && CellPattern.folded(within) == CellPattern.folded(other.within)
      && !(to.map { last in other.from.map { last < $0 } ?? false } ?? false)
      && !(other.to.map { last in from.map { last < $0 } ?? false } ?? false)
  }
}

extension TableRow {
  /// The financial year in a column; nil where it is blank or, with a finding, unreadable.
  func year(_ column: String) -> FinancialYear? {
    let text = self[column]
    guard !text.isEmpty else { return nil }
    let year = FinancialYear(text)
    if year == nil {
      file.reportUnreadable(
        place(column), column, text, remedy: "write a financial year as 2009-10")
    }
    return year
  }

  /// The first and the last financial year in two columns, each nil where open.
  func years(
    _ first: String, _ last: String
  ) -> (first: FinancialYear?, last: FinancialYear?) {
    let years = (first: year(first), last: year(last))
    if let from = years.first, let to = years.last, to < from {
      file.reportUnreadable(
        place(last), last, "\(to)", remedy: "write a year that is not before \(first), \(from)")
    }
    return years
  }
}
