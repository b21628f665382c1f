internal import PoolModel

/// One CSV file of the data package: its description, its columns and its keys.
struct PublishedTable<Row> {
  /// The file's name without `.csv`; also the name of the resource.
  let name: String
  let description: String
  var primaryKey: [String] = []
  var foreignKeys: [ForeignKey] = []
  let columns: [PublishedColumn<Row>]

  /// The file and its entry in `datapackage.json`.
  func published(_ rows: some Sequence<Row>) -> PublishedResource {
    var csv = CSVText(header: columns.map(\.name))
    for row in rows {
      csv.append(columns.lazy.map { $0.cell(row) })
    }
    let file = PublishedFile(name: name + ".csv", bytes: csv.bytes)
    return PublishedResource(file: file, description: description, name: name, schema: schema)
  }

  private var schema: JSONText {
    var members: [String: JSONText] = [
      "fields": .list(columns.map(\.field)), "missingValues": .list([.text("")]),
    ]
    if !primaryKey.isEmpty { members["primaryKey"] = .list(primaryKey.map(JSONText.text)) }
    if !foreignKeys.isEmpty { members["foreignKeys"] = .list(foreignKeys.map(\.json)) }
    return .object(members)
  }
}

/// A column whose filled cells stand in a column of another table.
struct ForeignKey {
  let column: String
  let table: String
  let key: String

  var json: JSONText {
    .object([
      "fields": .list([.text(column)]),
      "reference": .object(["resource": .text(table), "fields": .list([.text(key)])]),
    ])
  }
}

/// A written table with its entry in `datapackage.json`.
struct PublishedResource {
  let file: PublishedFile
  let description: String
  let name: String
  let schema: JSONText

  /// The entry: path, size, hash and schema.
  var json: JSONText {
    .object([
      "name": .text(name), "path": .text(file.name), "description": .text(description),
      "profile": .text("tabular-data-resource"), "format": .text("csv"),
      "mediatype": .text("text/csv"), "encoding": .text("utf-8"),
      "bytes": .whole(Int64(file.bytes.count)), "hash": .text("sha256:" + file.sha256),
      "dialect": .object([
        "delimiter": .text(","), "doubleQuote": .truth(true), "header": .truth(true),
        "lineTerminator": .text("\n"), "quoteChar": .text("\""),
        "skipInitialSpace": .truth(false),
      ]),
      "schema": schema,
    ])
  }
}
