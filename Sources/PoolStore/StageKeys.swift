import GRDB

/// What stages were last done with, so that a stage is done again exactly when that has changed.
extension PoolStore {
  /// The hash of what a stage was last done with; nil where it never was.
  package func inputs(ofStage stage: String) throws -> String? {
    try queue.unsafeRead { database in
      try String.fetchOne(
        database, sql: "select inputs from stage_key where stage = ?", arguments: [stage])
    }
  }

  /// Notes the hash of what a stage is done with.
  package func note(stage: String, inputs: String) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          insert into stage_key values (?, ?) on conflict (stage) do update
          set inputs = excluded.inputs
          """, arguments: [stage, inputs])
    }
  }
}
