/// A table of figures that decide what is told: `limit,value,note`.
enum LimitTable {
  /// The figures that the table states.
  static func read<Limit>(_ file: MappingFile, of type: Limit.Type = Limit.self) -> [Limit: Int]
  where Limit: RawRepresentable<String> & CaseIterable & Hashable {
    let columns = ["limit", "value"]
    guard let table = CSVTable(file, known: columns + ["note"], required: columns) else {
      return [:]
    }
    var names = RepeatedKeys(of: "the limit")
    var limits: [Limit: Int] = [:]
    for row in table.rows {
      let limit = row.filledChoice("limit", of: Limit.self)
      let value = row.wholeNumber("value", atLeast: 1)
      guard let limit, let value, names.isNew(limit.rawValue, in: file, at: row.place("limit"))
      else { continue }
      limits[limit] = value
    }
    return limits
  }
}
