import GRDB
package import PoolModel

/// Gives the stored lines of a publisher's exports the decisions of changed rules, within the run's
/// transaction and without the exports.
///
/// Only lines whose decision changes are written, and the facts only of an export that has such.
package final class ExportRemap {
  private let store: PoolStore
  /// The store's ids by the places of the decider's decisions.
  private var decisionIDs: [Int64] = []

  /// A remap by one decider, whose places of decisions go on from one export to the next.
  package init(store: PoolStore) { self.store = store }

  /// Decides the lines of an export anew.
  ///
  /// - Parameters:
  ///   - export: the export.
  ///   - mappings: what the ledger notes its lines are made with from now on.
  ///   - replacesFacts: whether the facts are summed anew even where no decision changes.
  ///   - place: gives the place of a line's decision; codes, payee and area are ids of the store.
  ///   - decision: gives the decision at a place.
  ///   - facts: gives the sums of the lines that `place` was asked about; asked for at most once.
  /// - Throws: what the store throws.
  /// - Returns: how many lines have a new decision.
  package func run(
    _ export: StoredExport, mappings: String, replacesFacts: Bool = false,
    place: (CodedLine) -> Int32,
    decision: (Int32) -> CodeDecision, facts: () -> [ExportFact]
  ) throws -> Int {
    try store.queue.writeWithoutTransaction { database in
      var changes = DecisionChanges()
      try CodedLine.scan(export.id, database) { coded in
        changes.note(
          coded, decision: try self.decisionID(at: place(coded), decision, database))
      }
      if changes.count > 0 { try changes.write(of: export.id, database) }
      if changes.count > 0 || replacesFacts {
        try replaceFacts(of: export, with: facts(), database)
      }
      try database.execute(
        sql: "update export set mappings = ? where export_id = ?", arguments: [mappings, export.id])
      return changes.count
    }
  }

  private func decisionID(
    at place: Int32, _ decision: (Int32) -> CodeDecision, _ database: Database
  ) throws -> Int64 {
    while decisionIDs.count <= Int(place) {
      decisionIDs.append(try DecisionRows.id(of: decision(Int32(decisionIDs.count)), database))
    }
    return decisionIDs[Int(place)]
  }

  private func replaceFacts(
    of export: StoredExport, with facts: [ExportFact], _ database: Database
  ) throws {
    try database.execute(
      sql: "delete from fact where export_id = ?", arguments: [export.id])
    for fact in facts {
      let ids = FactRows.IDs(
        export: export.id, decision: decisionIDs[Int(fact.key.decision)],
        codes: Int64(fact.key.codes), supplier: Int64(fact.key.supplier),
        area: fact.key.area < 0 ? 0 : Int64(fact.key.area))
      try FactRows.insert(fact, ids, database)
    }
  }
}
