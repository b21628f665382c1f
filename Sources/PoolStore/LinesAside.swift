import GRDB
package import PoolModel

/// What two lines must share to be the same payment told twice.
package struct LineIdentity: Hashable, Sendable {
  /// The day of payment, as days since 1970; ``noDay`` where none can be read.
  package var day: Int32
  /// The amount.
  package var pence: Int64
  /// The payee as this publisher spells it, by its id in the store.
  package var supplier: Int64
  /// The codes, by their id in the store.
  package var codes: Int64
  /// What a plan says of it, by the id of its text; 0 for nothing.
  package var area: Int64
  /// The number of an invoice or a remittance; empty where the layout names none.
  package var reference: String

  /// The day of lines that have none.
  package static let noDay = Int32.min

  /// A line's identity.
  package init(
    day: Int32, pence: Int64, supplier: Int64, codes: Int64, area: Int64 = 0,
    reference: String = ""
  ) {
    self.day = day
    self.pence = pence
    self.supplier = supplier
    self.codes = codes
    self.area = area
    self.reference = reference
  }
}

/// A line of the store with what makes it the same payment as another.
package struct IdentifiedLine: Sendable {
  /// The line's id in the store.
  package var id: Int64
  /// What it shares with a line that tells the same payment.
  package var identity: LineIdentity

  /// A line.
  package init(id: Int64, identity: LineIdentity) {
    self.id = id
    self.identity = identity
  }
}

extension PoolStore {
  /// The lines of an export in the order of its file, those that are set aside among them.
  ///
  /// - Parameters:
  ///   - export: the export.
  ///   - isFormer: whether it is the version that a file had before.
  /// - Throws: what the store throws.
  /// - Returns: the lines.
  package func identifiedLines(
    of export: StoredExport, former isFormer: Bool = false
  ) throws -> [IdentifiedLine] {
    let (lines, references) =
      isFormer
      ? (ExportTables.former("line"), ExportTables.former("line_reference"))
      : ("line", "line_reference")
    return try queue.unsafeRead { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          select \(lines).line_id, coalesce(day, \(LineIdentity.noDay)), pence, supplier_id, code_id,
            coalesce(area, 0), coalesce(reference, '')
          from \(lines) left join \(references) on \(references).line_id = \(lines).line_id
          where \(lines).line_id >= ? and \(lines).line_id < ?
          order by \(lines).line_id
          """,
        arguments: [export.id << StoreSchema.lineBits, (export.id + 1) << StoreSchema.lineBits])
      var found: [IdentifiedLine] = []
      while let row = try rows.next() {
        found.append(
          IdentifiedLine(
            id: row[0],
            identity: LineIdentity(
              day: row[1], pence: row[2], supplier: row[3], codes: row[4], area: row[5],
              reference: row[6])))
      }
      return found
    }
  }

  /// Sets lines of an export aside because another export tells them again, and lets all others of
  /// it count.
  ///
  /// The facts are not touched.
  ///
  /// - Parameters:
  ///   - lines: the ids of the lines with the export that counts instead.
  ///   - export: the export whose lines they are.
  /// - Throws: what the store throws.
  /// - Returns: whether other lines are set aside than were before.
  package func setAside(
    _ lines: [Int64: StoredExport], of export: StoredExport
  ) throws -> Bool {
    try queue.writeWithoutTransaction { database in
      let range: StatementArguments = [
        export.id << StoreSchema.lineBits, (export.id + 1) << StoreSchema.lineBits,
      ]
      let condition = "where line_id >= ? and line_id < ?"
      let before = try Row.fetchAll(
        database, sql: "select line_id, export_id from line_aside \(condition)", arguments: range)
      let wanted = lines.mapValues(\.id)
      let old = Dictionary(uniqueKeysWithValues: before.map { ($0[0] as Int64, $0[1] as Int64) })
      guard old != wanted else { return false }
      try database.execute(sql: "delete from line_aside \(condition)", arguments: range)
      try database.execute(
        sql: "delete from line_count where export_id = ?", arguments: [export.id])
      let insert = try database.cachedStatement(sql: "insert into line_aside values (?, ?)")
      for (line, other) in wanted.sorted(by: { $0.key < $1.key }) {
        try insert.execute(arguments: [line, other])
      }
      return true
    }
  }

  /// Replaces the findings of one code about an export.
  package func setFindings(
    _ findings: [Finding], _ code: FindingCode, of export: StoredExport
  ) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "delete from finding where export_id = ? and code = ?",
        arguments: [export.id, code.rawValue])
      try FindingRows.insert(findings, export: export.id, database)
    }
  }
}
