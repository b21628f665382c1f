import GRDB
package import PoolModel

/// The distinct codes of one publisher's stored lines, by places of their own.
package struct PublisherCodes: Sendable {
  /// In the order of their ids.
  package private(set) var fields: [CodeFields] = []
  private var firstID: Int64 = 0
  /// By id from the first, the place in ``fields``; -1 for codes of other publishers.
  private var places: [Int32] = []

  /// The place of codes by their id in the store, as ``CodedLine`` gives it.
  package func place(ofCodes id: Int32) -> Int32 { places[Int(Int64(id) - firstID)] }

  init(publisher: String, _ database: Database) throws {
    let columns = TupleRows.codes.columns
    let rows = try Row.fetchCursor(
      database,
      sql: """
        select code_id, \(columns.joined(separator: ", ")) from code
        where publisher = (select text_id from text where text = ?) order by code_id
        """, arguments: [publisher])
    var texts: [Int64: String] = [:]
    while let row = try rows.next() {
      let id: Int64 = row[0]
      if fields.isEmpty { firstID = id }
      places += repeatElement(-1, count: Int(id - firstID) - places.count)
      places.append(Int32(fields.count))
      fields.append(
        CodeFields(
          texts: try columns.indices.map {
            try PublisherCodes.text(row[$0 + 1], known: &texts, database)
          }))
    }
  }

  /// Texts are asked for one by one: a publisher's codes use few of all that the store holds.
  private static func text(
    _ id: Int64, known: inout [Int64: String], _ database: Database
  ) throws -> String {
    if let text = known[id] { return text }
    let found = try database.cachedStatement(sql: "select text from text where text_id = ?")
    let text = try String.fetchOne(found, arguments: [id]) ?? ""
    known[id] = text
    return text
  }
}
