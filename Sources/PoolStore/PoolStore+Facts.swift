import GRDB
package import PoolModel

/// A fact of the store with everything its ids stand for.
///
/// What many facts share is held once: a store has millions of them.
package struct StoredFact: Sendable {
  private let export: Shared<StoredExport>
  private let sharedCodes: Shared<CodeFields>
  private let sharedPlan: Shared<PlanEntry>
  private let sharedDecision: Shared<CodeDecision>
  /// The year of the day of payment, or that the layout states; nil where neither is known.
  package let year: FinancialYear?
  /// The id of the payee's row.
  package let supplier: Int64
  /// The part of the decision, from 0.
  package let part: Int
  /// The lines and their sum.
  package let tally: RowTally
  /// The physical line of the first line.
  package let firstLine: Int
  let decisionID: Int64

  /// The publisher's slug.
  package var publisher: String { export.value.summary.publisher }
  /// The organisation id of the publisher's body.
  package var organisation: String { export.value.summary.organisation }
  /// The export's path, relative to the workspace.
  package var path: String { export.value.summary.path }
  /// Which side of a pool it speaks of.
  package var side: PoolSide { export.value.summary.waterfall.side }
  /// Whether the figures were planned, forecast or happened.
  package var basis: FigureBasis { export.value.basis }
  /// What code rules look at.
  package var codes: CodeFields { sharedCodes.value }
  /// What a plan says of it.
  package var plan: PlanEntry { sharedPlan.value }
  /// What the code rules decided.
  package var decision: CodeDecision { sharedDecision.value }
  var exportID: Int64 { export.value.id }

  /// A fact in the order of the columns of `fact`; nil where its export or decision is not known.
  fileprivate init?(_ row: Row, _ names: inout SharedTexts) {
    guard let export = names.export(row[0]), let decision = names.decision(row[1]) else {
      return nil
    }
    self.export = export
    sharedDecision = decision
    decisionID = row[1]
    part = row[2]
    sharedCodes = names.codes(row[3])
    supplier = row[4]
    let year: Int32 = row[5]
    self.year = year == ExportFact.Key.noYear ? nil : FinancialYear(startYear: Int(year))
    sharedPlan = names.plan(row[6])
    tally = RowTally(rows: row[7], amount: Money(pence: row[8]))
    firstLine = row[9]
  }
}

/// A value that many facts share.
private final class Shared<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

/// What the ids of facts stand for, each held once.
private struct SharedTexts {
  private let names: DimensionTexts
  private let exports: [Int64: Shared<StoredExport>]
  private let decisions: [Int64: Shared<CodeDecision>]
  private var codes: [Int64: Shared<CodeFields>] = [:]
  private var plans: [Int64: Shared<PlanEntry>] = [:]

  init(_ names: DimensionTexts) {
    self.names = names
    exports = names.exports.mapValues { Shared($0) }
    decisions = names.decisions.mapValues { Shared($0) }
  }

  func export(_ id: Int64) -> Shared<StoredExport>? { exports[id] }
  func decision(_ id: Int64) -> Shared<CodeDecision>? { decisions[id] }

  mutating func codes(_ id: Int64) -> Shared<CodeFields> {
    if let known = codes[id] { return known }
    let new = Shared(names.codes(id))
    codes[id] = new
    return new
  }

  mutating func plan(_ id: Int64) -> Shared<PlanEntry> {
    if let known = plans[id] { return known }
    let new = Shared(names.plan(id))
    plans[id] = new
    return new
  }
}

/// One line of the store with everything its ids stand for.
package struct StoredLine: Sendable {
  /// The publisher's slug.
  package var publisher: String
  /// The organisation id of the publisher's body.
  package var organisation: String
  /// Where it stands.
  package var position: SourcePosition
  /// Which side of a pool it speaks of.
  package var side: PoolSide
  /// Whether the figures were planned, forecast or happened.
  package var basis: FigureBasis
  /// The day of payment; nil where none can be read.
  package var day: CalendarDay?
  /// The year that the layout states, or of the day of payment; nil where neither is known.
  package var year: FinancialYear?
  /// In pence; a payment is positive.
  package var amount: Money
  /// What code rules look at.
  package var codes: CodeFields
  /// The id of the payee's row.
  package var supplier: Int64
  /// What a plan says of it.
  package var plan: PlanEntry
  /// The number of an invoice or a remittance as published; empty where the layout names none.
  package var reference = ""
  /// What the code rules decided.
  package var decision: CodeDecision
}

extension PoolStore {
  /// All facts, in the order of exports and keys.
  package func facts() throws -> [StoredFact] {
    try queue.unsafeRead { database in
      var names = SharedTexts(try DimensionTexts(database))
      // By place: looking a column up by its name takes longer than all else of a row.
      let rows = try Row.fetchCursor(
        database,
        sql: """
          select export_id, decision_id, part, code_id, supplier_id, year, area, line_count, pence,
            first_line
          from fact
          """)
      var found: [StoredFact] = []
      while let row = try rows.next() {
        if let fact = StoredFact(row, &names) { found.append(fact) }
      }
      return found
    }
  }

  /// The lines behind some facts, in the order of exports and lines.
  ///
  /// Only the exports of these facts are read; lines that share export, payee and decision with one
  /// of the facts come as well. A throw of `body` ends the reading.
  package func forEachLine(
    behind facts: [StoredFact], _ body: (StoredLine) throws -> Void
  ) throws {
    let byExport = Dictionary(grouping: facts, by: \.exportID)
    try queue.writeWithoutTransaction { database in
      let names = try DimensionTexts(database)
      let exports = names.exports.filter { byExport[$0.key] != nil }
      for (id, export) in exports.sorted(by: { $0.value.summary.path < $1.value.summary.path }) {
        try want(byExport[id] ?? [], database)
        let rows = try Row.fetchCursor(
          database,
          sql: """
            select line.*, (
              select reference from line_reference where line_reference.line_id = line.line_id
            ) as reference from line where line_id >= ? and line_id < ?
            and (supplier_id, decision_id) in (select supplier_id, decision_id from wanted)
            and line_id not in (select line_id from line_aside)
            """,
          arguments: [id << StoreSchema.lineBits, (id + 1) << StoreSchema.lineBits])
        while let row = try rows.next() {
          guard let decision = names.decisions[row["decision_id"]] else { continue }
          try body(names.line(row, export, decision))
        }
      }
    }
  }

  /// Fills the connection's own table of wanted payees and decisions.
  private func want(_ facts: [StoredFact], _ database: Database) throws {
    try database.execute(
      sql: """
        create temporary table if not exists wanted (
          supplier_id integer, decision_id integer, primary key (supplier_id, decision_id)
        ) without rowid;
        delete from wanted
        """)
    let insert = try database.cachedStatement(sql: "insert or ignore into wanted values (?, ?)")
    for fact in facts { try insert.execute(arguments: [fact.supplier, fact.decisionID]) }
  }
}

/// What the ids of facts and lines stand for.
private struct DimensionTexts {
  let exports: [Int64: StoredExport]
  let decisions: [Int64: CodeDecision]
  private let codeTexts: [Int64: (publisher: String, texts: [String])]
  private let plans: [Int64: PlanEntry]

  init(_ database: Database) throws {
    exports = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(database, sql: "select * from export")
        .map(StoredExport.init).map { ($0.id, $0) })
    decisions = try DecisionRows.all(database)
    codeTexts = try TupleRows.codes.all(database)
    plans = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(
        database,
        sql: "select text_id, text from text where text_id in (select distinct area from fact)"
      ).map { ($0[0], PlanEntry(storedText: $0[1])) })
  }

  func codes(_ id: Int64) -> CodeFields {
    codeTexts[id].map { CodeFields(texts: $0.texts) } ?? CodeFields()
  }

  func plan(_ id: Int64?) -> PlanEntry { id.flatMap { plans[$0] } ?? PlanEntry() }

  func line(_ row: Row, _ export: StoredExport, _ decision: CodeDecision) -> StoredLine {
    let day = (row["day"] as Int32?).map { CalendarDay(daysSince1970: $0) }
    let year = (row["year"] as Int?).map { FinancialYear(startYear: $0) }
    var line = StoredLine(
      publisher: export.summary.publisher, organisation: export.summary.organisation,
      position: SourcePosition(
        file: export.summary.path, line: row["physical_line"], byte: row["byte"]),
      side: export.summary.waterfall.side, basis: export.basis, day: day,
      year: year ?? day.map { FinancialYear(containing: $0) },
      amount: Money(pence: row["pence"]), codes: codes(row["code_id"]),
      supplier: row["supplier_id"], plan: plan(row["area"]), decision: decision)
    line.reference = row["reference"] ?? ""
    return line
  }
}

extension PoolStore {
  /// What exports say of areas: publisher, area, status and whether an amount is stated.
  package func areaStatuses() throws -> [(
    publisher: String, area: String, status: String, statesAmount: Bool
  )] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database,
        sql: """
          select publisher, area, status, states_amount from area_status
          join export using (export_id) order by path, area, status, states_amount
          """
      ).map { ($0[0], $0[1], $0[2], $0[3]) }
    }
  }
}
