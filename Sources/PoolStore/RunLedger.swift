import GRDB
package import PoolModel

/// A run as the store's ledger has it.
package struct StoredRunRecord: Hashable, Sendable {
  /// Its place among the runs, from 1; given by the ledger.
  package var number = 0
  /// The first 16 hexadecimal digits of its inputs' hash.
  package var id: String
  /// The hash of everything it was made from, the program included.
  package var inputs: String
  /// The hash of its mapping files.
  package var mappings: String
  /// The version and build of the program.
  package var program: String
  /// The day that it was told to look from; nil where it went by the exports.
  package var asAt: CalendarDay?
  /// The exit code that its findings call for.
  package var exitCode: Int32
  /// When it began by the clock, as `2010-04-12T02:00:00Z`; published nowhere.
  package var started: String

  /// A run with its hashes.
  package init(
    id: String, inputs: String, mappings: String, program: String = "", asAt: CalendarDay? = nil,
    exitCode: Int32, started: String = ""
  ) {
    self.id = id
    self.inputs = inputs
    self.mappings = mappings
    self.program = program
    self.asAt = asAt
    self.exitCode = exitCode
    self.started = started
  }
}

/// What a run did with one export.
package struct RunEvent: Hashable, Sendable {
  /// What it did.
  package enum Kind: String, CaseIterable, Sendable {
    /// Took it in for the first time, or again after it was gone.
    case taken
    /// Took in other bytes under the path of an export that it had.
    case replaced
    /// Read the same bytes again, because their layout or the program had changed.
    case readAgain = "read-again"
    /// Took it out, because the file is gone.
    case gone
    /// Left it out, because a person decided so.
    case leftOut = "left-out"
    /// Let the version before count again.
    case reinstated
    /// Did not take in the bytes that the file has now.
    case heldBack = "held-back"
  }

  /// The export's path, relative to the workspace.
  package var path: String
  /// What was done.
  package var kind: Kind
  /// The publisher's slug.
  package var publisher: String
  /// Of the bytes that it was done with.
  package var sha256: String
  /// The lines that counted before, and their sum.
  package var before: RowTally
  /// The lines that count now, and their sum.
  package var after: RowTally

  /// What a run did with an export.
  package init(
    path: String, kind: Kind, publisher: String, sha256: String, before: RowTally, after: RowTally
  ) {
    self.path = path
    self.kind = kind
    self.publisher = publisher
    self.sha256 = sha256
    self.before = before
    self.after = after
  }
}

/// What a run published of a pool, a partner and a category.
package struct RunFigure: Hashable, Sendable {
  /// What the figure is of.
  package struct Key: Hashable, Sendable {
    /// The agreement and the year.
    package var pool: String
    /// Which side of the pool.
    package var side: PoolSide
    /// The organisation id of who pays; empty where none is stated.
    package var partner: String
    /// The client group's code; empty where none is stated.
    package var clientGroup: String
    /// The care setting's code; empty where none is stated.
    package var careSetting: String

    /// The key of a figure.
    package init(
      pool: String, side: PoolSide, partner: String, clientGroup: String, careSetting: String
    ) {
      self.pool = pool
      self.side = side
      self.partner = partner
      self.clientGroup = clientGroup
      self.careSetting = careSetting
    }
  }

  /// What it is of.
  package var key: Key
  /// Its lines and their sum.
  package var tally: RowTally

  /// A figure.
  package init(key: Key, tally: RowTally) {
    self.key = key
    self.tally = tally
  }
}

extension PoolStore {
  /// The run that the store holds; nil before the first.
  package func lastRun() throws -> StoredRunRecord? { try runs(last: 1).first }

  /// The runs, the last first; all of them unless told how many.
  package func runs(last count: Int = -1) throws -> [StoredRunRecord] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database,
        sql: """
          select run_id, inputs, mappings, program, as_at, exit_code, started, sequence from run
          order by sequence desc limit ?
          """, arguments: [count]
      ).map {
        var run = StoredRunRecord(
          id: $0[0], inputs: $0[1], mappings: $0[2], program: $0[3],
          asAt: ($0[4] as Int32?).map { CalendarDay(daysSince1970: $0) }, exitCode: $0[5],
          started: $0[6])
        run.number = $0[7]
        return run
      }
    }
  }

  /// The number of the run that is under way: one more than the last has.
  package func nextRunNumber() throws -> Int {
    try queue.unsafeRead { database in
      try Int.fetchOne(database, sql: "select coalesce(max(sequence), 0) + 1 from run") ?? 1
    }
  }

  /// Notes the run whose results the transaction holds, under the next number.
  package func note(
    _ run: StoredRunRecord, events: [RunEvent] = [], figures: [RunFigure] = []
  ) throws {
    let number = try nextRunNumber()
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          insert into run (sequence, run_id, inputs, mappings, program, as_at, exit_code, started)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, run.id, run.inputs, run.mappings, run.program, run.asAt?.daysSince1970,
          run.exitCode, run.started,
        ])
      for event in events { try insert(event, number, database) }
      for figure in figures { try insert(figure, number, database) }
    }
  }

  private func insert(_ event: RunEvent, _ run: Int, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        insert into run_event (sequence, path, event, publisher, sha256, former_rows,
          former_pence, row_count, pence) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      run, event.path, event.kind.rawValue, event.publisher, event.sha256, event.before.rows,
      event.before.amount.pence, event.after.rows, event.after.amount.pence,
    ])
  }

  private func insert(_ figure: RunFigure, _ run: Int, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        insert into run_figure (sequence, pool, side, partner, client_group, care_setting,
          line_count, pence) values (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      run, figure.key.pool, figure.key.side.rawValue, figure.key.partner, figure.key.clientGroup,
      figure.key.careSetting, figure.tally.rows, figure.tally.amount.pence,
    ])
  }

  /// What a run did, in order of paths.
  package func events(ofRun number: Int) throws -> [RunEvent] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database,
        sql: """
          select path, event, publisher, sha256, former_rows, former_pence, row_count, pence
          from run_event where sequence = ? order by path, event
          """, arguments: [number]
      ).compactMap { row in
        RunEvent.Kind(rawValue: row[1]).map {
          RunEvent(
            path: row[0], kind: $0, publisher: row[2], sha256: row[3],
            before: RowTally(rows: row[4], amount: Money(pence: row[5])),
            after: RowTally(rows: row[6], amount: Money(pence: row[7])))
        }
      }
    }
  }

  /// What a run published, by what the figures are of.
  package func figures(ofRun number: Int) throws -> [RunFigure.Key: RowTally] {
    try queue.unsafeRead { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          select pool, side, partner, client_group, care_setting, line_count, pence
          from run_figure where sequence = ?
          """, arguments: [number])
      return Dictionary(
        uniqueKeysWithValues: rows.compactMap { row in
          PoolSide(rawValue: row[1]).map { side in
            (
              RunFigure.Key(
                pool: row[0], side: side, partner: row[2], clientGroup: row[3],
                careSetting: row[4]),
              RowTally(rows: row[5], amount: Money(pence: row[6]))
            )
          }
        })
    }
  }
}
