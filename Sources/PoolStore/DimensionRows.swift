import GRDB
import PoolModel

/// Distinct texts, with the ids that one export has asked for already.
struct TextRows {
  private var known: [String: Int64] = [:]

  /// The id of a text, new where it was never stored.
  mutating func id(of text: String, _ database: Database) throws -> Int64 {
    if let id = known[text] { return id }
    // SQLite ends a text at a NUL, which no cell means.
    let id = try storedID(of: text.replacing("\0", with: "\u{FFFD}"), database)
    known[text] = id
    return id
  }

  private func storedID(of text: String, _ database: Database) throws -> Int64 {
    let found = try database.cachedStatement(sql: "select text_id from text where text = ?")
    if let id = try Int64.fetchOne(found, arguments: [text]) { return id }
    try database.cachedStatement(sql: "insert into text (text) values (?)")
      .execute(arguments: [text])
    return database.lastInsertedRowID
  }
}

/// Distinct tuples of texts of one publisher, in a table of text ids.
struct TupleRows {
  let table: String
  let columns: [String]

  /// What cost-code rules look at.
  static let codes = TupleRows(
    table: "code",
    columns: [
      "cost_centre", "subjective_code", "expense_type", "service", "description",
      "transaction_prefix", "supplier",
    ])

  /// Payees as exports spell them.
  static let suppliers = TupleRows(
    table: "supplier",
    columns: [
      "name", "local_id", "company_number", "charity_number", "vat_number", "postcode",
      "creditor_type",
    ])

  /// The id of a tuple, new where it was never stored.
  func id(
    of texts: [String], publisher: Int64, textRows: inout TextRows, _ database: Database
  ) throws -> Int64 {
    var ids = [publisher]
    for text in texts { ids.append(try textRows.id(of: text, database)) }
    let names = ["publisher"] + columns
    let wanted = names.map { "\($0) = ?" }.joined(separator: " and ")
    let found = try database.cachedStatement(
      sql: "select \(table)_id from \(table) where \(wanted)")
    if let id = try Int64.fetchOne(found, arguments: StatementArguments(ids)) { return id }
    let marks = ids.map { _ in "?" }.joined(separator: ", ")
    try database.cachedStatement(
      sql: "insert into \(table) (\(names.joined(separator: ", "))) values (\(marks))"
    ).execute(arguments: StatementArguments(ids))
    return database.lastInsertedRowID
  }

  /// All tuples of the table by id: the publisher's name and the texts, in the columns' order.
  func all(_ database: Database) throws -> [Int64: (publisher: String, texts: [String])] {
    let joined = columns.map { "(select text from text where text_id = \($0))" }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        select \(table)_id, (select text from text where text_id = publisher),
        \(joined.joined(separator: ", ")) from \(table)
        """)
    var found: [Int64: (publisher: String, texts: [String])] = [:]
    while let row = try rows.next() {
      found[row[0]] = (row[1], columns.indices.map { row[$0 + 2] })
    }
    return found
  }
}

extension CodeFields {
  /// In the order of ``TupleRows/codes``.
  var texts: [String] {
    [
      costCentre, subjectiveCode, expenseType, service, description, transactionPrefix, supplier,
    ]
  }

  init(texts: [String]) {
    self.init(
      costCentre: texts[0], subjectiveCode: texts[1], expenseType: texts[2], service: texts[3],
      description: texts[4], transactionPrefix: texts[5], supplier: texts[6])
  }
}

extension SupplierMention {
  /// In the order of ``TupleRows/suppliers``.
  var texts: [String] {
    [name, localID, companyNumber, charityNumber, vatNumber, postcode, creditorType]
  }

  init(texts: [String]) {
    self.init(
      name: texts[0], localID: texts[1], companyNumber: texts[2], charityNumber: texts[3],
      vatNumber: texts[4], postcode: texts[5], creditorType: texts[6])
  }
}

/// What a plan says of lines, as one text: an area alone is itself.
extension PlanEntry {
  /// Its texts up to the last filled one, with tabs between them.
  var storedText: String {
    let cells = texts.map { $0.replacing("\t", with: " ") }
    let count = (cells.lastIndex { !$0.isEmpty } ?? 0) + 1
    return cells.prefix(count).joined(separator: "\t")
  }

  init(storedText: String) {
    self.init(
      texts: storedText.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
  }
}

/// Distinct decisions of the cost-code rules; their parts as one text.
enum DecisionRows {
  static func id(of decision: CodeDecision, _ database: Database) throws -> Int64 {
    let parts = decision.parts.map { part in
      [
        String(part.share), part.category.clientGroup, part.category.careSetting,
        part.category.ageBand, part.flow, part.scheme,
      ].joined(separator: "\t")
    }.joined(separator: "\n")
    let arguments: StatementArguments = [
      decision.rule, decision.coverage.rawValue, decision.ignoreReason, decision.reversesSign,
      parts, decision.isStraggler, decision.tiedRules.joined(separator: "\n"),
    ]
    let found = try database.cachedStatement(
      sql: """
        select decision_id from decision where rule = ? and coverage = ? and ignore_reason = ?
        and reverses_sign = ? and parts = ? and straggler = ? and tied = ?
        """)
    if let id = try Int64.fetchOne(found, arguments: arguments) { return id }
    try database.cachedStatement(
      sql: """
        insert into decision (rule, coverage, ignore_reason, reverses_sign, parts, straggler, tied)
        values (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: arguments)
    return database.lastInsertedRowID
  }

  /// All decisions by id.
  static func all(_ database: Database) throws -> [Int64: CodeDecision] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        select decision_id, rule, coverage, ignore_reason, reverses_sign, parts, straggler, tied
        from decision
        """)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], decision(from: $0)) })
  }

  private static func decision(from row: Row) -> CodeDecision {
    let parts = (row[5] as String).split(separator: "\n").map { text in
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return CodeDecision.Part(
        share: Int(cells[0]) ?? 0,
        category: Category(clientGroup: cells[1], careSetting: cells[2], ageBand: cells[3]),
        flow: cells[4], scheme: cells[5])
    }
    var decision = CodeDecision(
      rule: row[1], coverage: CodeDecision.Coverage(rawValue: row[2]) ?? .unmapped,
      ignoreReason: row[3], reversesSign: row[4], parts: parts)
    decision.isStraggler = row[6]
    decision.tiedRules = (row[7] as String).split(separator: "\n").map(String.init)
    return decision
  }
}
