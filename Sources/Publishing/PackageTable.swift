/// A published table as it lies in the folder of pools.
struct PackageTable: Sendable {
  /// Its name in a database, such as `provider_names`.
  let name: String
  let description: String
  let columns: [PackageColumn]
  /// The columns that tell its rows apart; empty where none do.
  let primaryKey: [String]
  private let csv: [UInt8]

  /// A table of the resource's name, whose CSV has the columns in their order.
  init(
    resource: String, description: String, columns: [PackageColumn], primaryKey: [String],
    csv: [UInt8]
  ) {
    name = resource.replacing("-", with: "_")
    self.description = description
    self.columns = columns
    self.primaryKey = primaryKey
    self.csv = csv
  }

  /// Gives the rows below the header, each with its cells as a database takes them.
  ///
  /// Reads what ``PublishedTable`` writes and nothing else: LF, and a quote only around a cell.
  func forEachRow(_ body: ([String?]) throws -> Void) throws {
    let quote = UInt8(ascii: "\"")
    var cells: [String?] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var place = (csv.firstIndex(of: UInt8(ascii: "\n")) ?? csv.count - 1) + 1
    while place < csv.count {
      let byte = csv[place]
      place += 1
      if byte == quote {
        let isDoubled = isQuoted && place < csv.count && csv[place] == quote
        if isDoubled {
          cell.append(quote)
          place += 1
        } else {
          isQuoted.toggle()
        }
      } else if isQuoted || byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\n") {
        cell.append(byte)
      } else {
        cells.append(columns[cells.count].stored(String(decoding: cell, as: UTF8.self)))
        cell.removeAll(keepingCapacity: true)
        if byte == UInt8(ascii: "\n") {
          try body(cells)
          cells.removeAll(keepingCapacity: true)
        }
      }
    }
  }
}
