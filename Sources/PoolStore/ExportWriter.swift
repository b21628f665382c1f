import GRDB
import GRDBSQLite
package import PoolModel

/// Lines of one export on their way into the store, with what is new since the last chunk.
package struct LineChunk: Sendable {
  /// In the order of the file.
  package var lines: [SpendLine]
  /// The place of each line's decision among all decisions given so far.
  package var decisions: [Int32]
  /// What each line prints for its invoice or remittance; empty where the layout names none.
  package var references: [String] = []
  /// The distinct texts that the export added since the last chunk.
  package var newTexts: ExportTexts
  /// The distinct decisions added since the last chunk.
  package var newDecisions: [CodeDecision]

  /// A chunk; `decisions` is as long as `lines`.
  package init(
    lines: [SpendLine], decisions: [Int32], newTexts: ExportTexts, newDecisions: [CodeDecision]
  ) {
    self.lines = lines
    self.decisions = decisions
    self.newTexts = newTexts
    self.newDecisions = newDecisions
  }
}

/// The sum of an export's lines that share decision, codes, payee, year and entry of a plan.
package struct ExportFact: Sendable {
  /// What the lines share, as places in the export's tables.
  package struct Key: Hashable, Sendable {
    /// The place of the decision in the export's list.
    package var decision: Int32
    /// The part of the decision, from 0.
    package var part: Int32
    /// Its place in the file's ``ExportTexts/codes``.
    package var codes: Int32
    /// Its place in the file's ``ExportTexts/suppliers``.
    package var supplier: Int32
    /// The start year; ``noYear`` where none is known.
    package var year: Int32
    /// The place of the area and what else a plan says; -1 for none.
    package var area: Int32

    /// The year of lines that state none.
    package static let noYear: Int32 = 0

    /// Three words instead of six: this is hashed once a line.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(UInt32(bitPattern: decision)) << 32 | UInt64(UInt32(bitPattern: codes)))
      hasher.combine(UInt64(UInt32(bitPattern: supplier)) << 32 | UInt64(UInt32(bitPattern: year)))
      hasher.combine(UInt64(UInt32(bitPattern: area)) << 32 | UInt64(UInt32(bitPattern: part)))
    }

    /// A key.
    @inlinable
    package init(
      decision: Int32, part: Int32, codes: Int32, supplier: Int32, year: Int32, area: Int32
    ) {
      self.decision = decision
      self.part = part
      self.codes = codes
      self.supplier = supplier
      self.year = year
      self.area = area
    }
  }

  /// What the lines share.
  package var key: Key
  /// The lines and their sum.
  package var tally: RowTally
  /// The physical line of the first of them.
  package var firstLine: Int32

  /// A fact.
  package init(key: Key, tally: RowTally, firstLine: Int32) {
    self.key = key
    self.tally = tally
    self.firstLine = firstLine
  }
}

/// Writes one export into the store within the run's transaction.
///
/// One writer serves one export and is used by one task at a time; several writers of different
/// exports can work at once, the store's queue takes them in turn.
package final class ExportWriter {
  private let store: PoolStore
  private let publisher: String
  private let exportID: Int64
  private var nextLine: Int64
  private var textRows = TextRows()
  // The store's ids by the export's places.
  private var codeIDs: [Int64] = []
  private var supplierIDs: [Int64] = []
  private var planIDs: [Int64] = []
  private var decisionIDs: [Int64] = []

  /// A writer of a new export of a publisher.
  package init(store: PoolStore, publisher: String) throws {
    self.store = store
    self.publisher = publisher
    let used = try store.queue.writeWithoutTransaction { database in
      // The row is written now, so that two writers never take the same id.
      try database.execute(
        sql: """
          insert into export select id, 'import ' || id, '', '', '', '', 0, '', '', '', 0, 0, 0, 0,
            0, 0, null, null, null, 0, 0, '0', 0, 0, 0, 0, 0, 0, 0, 0, '0', 0
          from (
            select coalesce(max(export_id), 0) + 1 as id from (
              select export_id from export union all select export_id from former_export)
          )
          """)
      return database.lastInsertedRowID
    }
    exportID = used
    nextLine = used << StoreSchema.lineBits
  }

  /// Adds lines with the texts and decisions they brought.
  package func append(_ chunk: LineChunk) throws {
    try store.queue.writeWithoutTransaction { database in
      try addTexts(chunk.newTexts, database)
      for decision in chunk.newDecisions {
        decisionIDs.append(try DecisionRows.id(of: decision, database))
      }
      try insert(references: chunk.references, database)
      try insert(chunk, database)
    }
  }

  /// Before the lines, which move the next id on.
  private func insert(references: [String], _ database: Database) throws {
    for (place, reference) in references.enumerated() where !reference.isEmpty {
      try database.cachedStatement(sql: "insert into line_reference values (?, ?)")
        .execute(arguments: [
          nextLine + Int64(place), reference.replacing("\0", with: "\u{FFFD}"),
        ])
    }
  }

  /// Takes back all lines that were added: of a file that turns out to be no export, none is used.
  package func discardLines() throws {
    try store.queue.writeWithoutTransaction { database in
      for table in ExportTables.byLine {
        try database.execute(
          sql: "delete from \(table) where line_id >= ? and line_id < ?",
          arguments: [exportID << StoreSchema.lineBits, nextLine])
      }
    }
  }

  /// Writes what is known of the export as a whole.
  package func finish(
    _ summary: ExportSummary, basis: FigureBasis, mappings: String, facts: [ExportFact],
    areaStatuses: [(area: String, status: String, statesAmount: Bool)],
    descriptions: [SharedDescription] = [], months: [ExportMonth] = [], findings: [Finding]
  ) throws {
    let number = try store.nextRunNumber()
    let export = StoredExport(
      summary: summary, basis: basis, mappings: mappings, takenRun: number, id: exportID)
    try store.queue.writeWithoutTransaction { database in
      let columns = export.columns
      let assignments = columns.map { "\($0.0) = ?" }.joined(separator: ", ")
      try database.execute(
        sql: "update export set \(assignments) where export_id = ?",
        arguments: StatementArguments(columns.map(\.1) + [exportID]))
      for fact in facts { try insert(fact, database) }
      for month in months { try month.insert(export: exportID, database) }
      for state in areaStatuses {
        try database.execute(
          sql: "insert or ignore into area_status values (?, ?, ?, ?)",
          arguments: [exportID, state.area, state.status, state.statesAmount])
      }
      try insert(descriptions, database)
      try FindingRows.insert(findings, export: exportID, database)
    }
  }

  private func insert(_ descriptions: [SharedDescription], _ database: Database) throws {
    for description in descriptions {
      // Cells that differ in bytes alone, by a NUL, are one text to SQLite.
      try database.cachedStatement(
        sql: "insert or ignore into shared_description values (?, ?, ?, ?)"
      ).execute(arguments: [
        exportID, codeIDs[Int(description.codes)],
        description.text.replacing("\0", with: "\u{FFFD}"), description.rows,
      ])
    }
  }

  private func addTexts(_ texts: ExportTexts, _ database: Database) throws {
    let publisherID = try textRows.id(of: publisher, database)
    for fields in texts.codes {
      codeIDs.append(
        try TupleRows.codes.id(
          of: fields.texts, publisher: publisherID, textRows: &textRows, database))
    }
    for mention in texts.suppliers {
      supplierIDs.append(
        try TupleRows.suppliers.id(
          of: mention.texts, publisher: publisherID, textRows: &textRows, database))
    }
    for entry in texts.planEntries {
      planIDs.append(try textRows.id(of: entry.storedText, database))
    }
  }

  private func insert(_ fact: ExportFact, _ database: Database) throws {
    let key = fact.key
    let ids = FactRows.IDs(
      export: exportID, decision: decisionIDs[Int(key.decision)], codes: codeIDs[Int(key.codes)],
      supplier: supplierIDs[Int(key.supplier)], area: key.area < 0 ? 0 : planIDs[Int(key.area)])
    try FactRows.insert(fact, ids, database)
  }

  /// How many lines one statement inserts: SQLite opens and closes the table for each statement.
  private static let linesAtOnce = 64
  private static let oneLine = insertion(of: 1)
  private static let manyLines = insertion(of: linesAtOnce)

  private static func insertion(of lines: Int) -> String {
    let row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    return "insert into line values "
      + repeatElement(row, count: lines).joined(separator: ", ")
  }

  /// Binds and steps by hand: the lines are most of a run's writing, and building an argument list
  /// for each costs more than the insert.
  private func insert(_ chunk: LineChunk, _ database: Database) throws {
    var start = 0
    while start < chunk.lines.count {
      let isFull = chunk.lines.count - start >= ExportWriter.linesAtOnce
      let end = start + (isFull ? ExportWriter.linesAtOnce : 1)
      try insert(chunk, start..<end, database)
      start = end
    }
  }

  private func insert(_ chunk: LineChunk, _ places: Range<Int>, _ database: Database) throws {
    let cached = try database.cachedStatement(
      sql: places.count == 1 ? ExportWriter.oneLine : ExportWriter.manyLines)
    let statement = unsafe cached.sqliteStatement
    var parameter: Int32 = 0
    for place in places {
      unsafe bind(
        chunk.lines[place], decisionIDs[Int(chunk.decisions[place])], after: parameter, statement)
      parameter += 10
    }
    let code = unsafe sqlite3_step(statement)
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "writing lines")
    }
  }

  /// Binds a line's ten columns to the parameters after a place, and gives it its id.
  private func bind(
    _ line: SpendLine, _ decision: Int64, after place: Int32, _ statement: OpaquePointer
  ) {
    unsafe sqlite3_bind_int64(statement, place + 1, nextLine)
    unsafe sqlite3_bind_int64(statement, place + 2, Int64(line.line))
    unsafe sqlite3_bind_int64(statement, place + 3, line.byte)
    unsafe sqlite3_bind_int64(statement, place + 4, line.amount.pence)
    unsafe bind(line.day.map { Int64($0.daysSince1970) }, at: place + 5, statement)
    unsafe bind(line.year.map { Int64($0.startYear) }, at: place + 6, statement)
    unsafe sqlite3_bind_int64(statement, place + 7, codeIDs[Int(line.codes)])
    unsafe sqlite3_bind_int64(statement, place + 8, supplierIDs[Int(line.supplier)])
    unsafe bind(line.area < 0 ? nil : planIDs[Int(line.area)], at: place + 9, statement)
    unsafe sqlite3_bind_int64(statement, place + 10, decision)
    nextLine += 1
  }

  private func bind(_ value: Int64?, at place: Int32, _ statement: OpaquePointer) {
    if let value {
      unsafe sqlite3_bind_int64(statement, place, value)
    } else {
      unsafe sqlite3_bind_null(statement, place)
    }
  }
}
