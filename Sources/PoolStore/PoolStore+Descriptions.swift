import GRDB
package import PoolModel

/// A description that several payees of a publisher share on lines of the same codes.
package struct StoredDescription: Sendable {
  /// The publisher's slug.
  package var publisher: String
  /// What code rules look at.
  package var codes: CodeFields
  /// As published.
  package var text: String
  /// How many lines of all exports have it.
  package var rows: Int
}

extension PoolStore {
  /// All descriptions that several payees of one export share, in the order of their codes.
  package func sharedDescriptions() throws -> [StoredDescription] {
    try queue.unsafeRead { database in
      let columns = TupleRows.codes.columns
      let texts = (["publisher"] + columns).map {
        "(select text from text where text_id = code.\($0))"
      }
      let rows = try Row.fetchCursor(
        database,
        sql: """
          select \(texts.joined(separator: ", ")), shared_description.description,
          sum(line_count) from shared_description join code using (code_id)
          group by code_id, shared_description.description
          order by code_id, shared_description.description
          """)
      var found: [StoredDescription] = []
      while let row = try rows.next() {
        found.append(
          StoredDescription(
            publisher: row[0], codes: CodeFields(texts: columns.indices.map { row[$0 + 1] }),
            text: row[columns.count + 1], rows: row[columns.count + 2]))
      }
      return found
    }
  }
}
