/// What a column of an export without a source file may hold: the ``ColumnRole``s and the kinds of
/// column that a guess must tell apart from them.
package enum HeaderRole: String, CaseIterable, Sendable {
  case body
  case bodyCode = "body-code"
  case directorate
  case service
  case costCentre = "cost-centre"
  case subjectiveCode = "subjective-code"
  case expenseType = "expense-type"
  case description
  case procurementCategory = "procurement-category"
  case capitalRevenue = "capital-revenue"
  case transaction
  case invoiceNumber = "invoice-number"
  case orderNumber = "order-number"
  case supplier
  case supplierID = "supplier-id"
  case companyNumber = "company-number"
  case charityNumber = "charity-number"
  case vatNumber = "vat-number"
  case postcode
  case creditorType = "creditor-type"
  case date
  case period
  /// Money without value added tax.
  case netAmount = "net-amount"
  /// Money; whether with the tax is not said.
  case amount
  case grossAmount = "gross-amount"
  /// Money of a whole invoice, of which a row may be one line.
  case documentAmount = "document-amount"
  case vatAmount = "vat-amount"
  /// Money that is no payment: a budget, a balance, the value of a contract.
  case otherMoney = "other-money"
  /// Money paid, beside a column of money that came back.
  case debit
  case credit
  case area
  case status
  /// Known, and nothing that a spend line needs.
  case other

  /// The role of a layout that such a column fills; nil where it fills none of its own.
  package var column: ColumnRole? { ColumnRole(rawValue: rawValue) }
}

/// What some words say of the column below them: a row of `mappings/headers/roles.csv`.
package struct HeaderWord: Sendable {
  /// How the words are held against a header.
  package enum Match: String, CaseIterable, Sendable {
    /// The header is these words.
    case whole
    /// The words stand in the header, one after the other.
    case words
  }

  /// In lower case, one blank between words.
  package var header: String
  /// How much of a header it must be.
  package var match: Match
  /// The role of a column with that header.
  package var role: HeaderRole
  /// How much it says, 1 to 100.
  package var weight: Int

  /// A row of the table.
  package init(header: String, match: Match, role: HeaderRole, weight: Int) {
    self.header = header
    self.match = match
    self.role = role
    self.weight = weight
  }
}

/// What a text in a header says of the unit of its money: a row of `mappings/headers/units.csv`.
package struct HeaderUnit: Sendable {
  /// In lower case.
  package var text: String
  /// The unit of the figures below.
  package var unit: AmountColumn.Unit

  /// A row of the table.
  package init(text: String, unit: AmountColumn.Unit) {
    self.text = text
    self.unit = unit
  }
}

/// A word with which a header is hardly of a role: a row of `mappings/headers/denials.csv`.
package struct HeaderDenial: Sendable {
  /// In lower case.
  package var word: String
  /// The role; ``HeaderRole/amount`` stands for all columns of money that are summed.
  package var role: HeaderRole

  /// A row of the table.
  package init(word: String, role: HeaderRole) {
    self.word = word
    self.role = role
  }
}

/// `mappings/headers/roles.csv`: what header words mean.
enum HeaderWordTable {
  static let path = "mappings/headers/roles.csv"

  /// The rows in the file's order.
  static func read(_ file: MappingFile) -> [HeaderWord] {
    let required = ["header", "match", "role", "weight"]
    guard let table = CSVTable(file, known: required + ["note"], required: required) else {
      return []
    }
    var rows = RepeatedKeys(of: "the header and role")
    return table.rows.compactMap { row in
      let match = row.filledChoice("match", of: HeaderWord.Match.self)
      let role = row.filledChoice("role", of: HeaderRole.self)
      let weight = weight(row)
      guard let header = row.filled("header"), let match, let role, let weight,
        rows.isNew("\(header) \(match) \(role.rawValue)", in: file, at: row.place("header"))
      else { return nil }
      return HeaderWord(header: header.lowercased(), match: match, role: role, weight: weight)
    }
  }

  private static func weight(_ row: TableRow) -> Int? {
    guard let text = row.filled("weight") else { return nil }
    if let weight = Int(text), (1...100).contains(weight) { return weight }
    row.file.reportUnreadable(
      row.place("weight"), "weight", text, remedy: "write a whole number from 1 to 100")
    return nil
  }
}

/// `mappings/headers/units.csv`: what the money of a column is counted in.
enum HeaderUnitTable {
  static let path = "mappings/headers/units.csv"

  /// The rows in the file's order.
  static func read(_ file: MappingFile) -> [HeaderUnit] {
    let required = ["text", "unit"]
    guard let table = CSVTable(file, known: required + ["note"], required: required) else {
      return []
    }
    var texts = RepeatedKeys(of: "the text")
    return table.rows.compactMap { row in
      let unit = row.filledChoice("unit", of: AmountColumn.Unit.self)
      guard let text = row.filled("text"), texts.isNew(text, in: file, at: row.place("text")),
        let unit
      else { return nil }
      return HeaderUnit(text: text.lowercased(), unit: unit)
    }
  }
}

/// `mappings/headers/fillers.csv`: words that do not tell one column of a wide table from another.
enum HeaderFillerTable {
  static let path = "mappings/headers/fillers.csv"

  /// The words in lower case, in the file's order.
  static func read(_ file: MappingFile) -> [String] {
    guard let table = CSVTable(file, known: ["word", "note"], required: ["word"]) else { return [] }
    var words = RepeatedKeys(of: "the word")
    return table.rows.compactMap { row in
      guard let word = row.filled("word"), words.isNew(word, in: file, at: row.place("word"))
      else { return nil }
      return word.lowercased()
    }
  }
}

/// `mappings/headers/denials.csv`: words with which a header is hardly of a role.
enum HeaderDenialTable {
  static let path = "mappings/headers/denials.csv"

  /// The rows in the file's order.
  static func read(_ file: MappingFile) -> [HeaderDenial] {
    let required = ["word", "role"]
    guard let table = CSVTable(file, known: required + ["note"], required: required) else {
      return []
    }
    var rows = RepeatedKeys(of: "the word and role")
    return table.rows.compactMap { row in
      let role = row.filledChoice("role", of: HeaderRole.self)
      guard let word = row.filled("word"), let role,
        rows.isNew("\(word) \(role.rawValue)", in: file, at: row.place("word"))
      else { return nil }
      return HeaderDenial(word: word.lowercased(), role: role)
    }
  }
}
