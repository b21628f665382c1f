import ExportReading
import MappingTables
import PoolModel
import ProviderMatching

/// The names that `weir providers match` reads.
struct NameTable {
  private(set) var recordIDs: [String] = []
  private(set) var mentions: [PayeeMention] = []

  private static let known = [
    "record_id", "source", "name", "postcode", "company_number", "charity_number", "cqc_id",
    "ods_code", "vat_number",
  ]

  /// Reads the table; throws the fault that makes it unusable, with its line.
  init(bytes: [UInt8], path: String) throws {
    if let line = TableQuoting(bytes, comments: .none).openQuoteLine {
      throw Failure(
        "\(path):\(line): a quote that opens here never ends; close it, and write a quote inside "
          + "a quoted text twice")
    }
    var columns: [String] = []
    var places: [Int?] = []
    var seen: Set<String> = []
    try TableReader.forEachRecord(of: bytes) { record in
      guard !columns.isEmpty else {
        columns = try NameTable.columns(of: record, path: path)
        places = NameTable.known.map { columns.firstIndex(of: $0) }
        return
      }
      try NameTable.checkLength(of: record, columns: columns.count, path: path)
      let cells = places.map { $0.map { record.cells[$0] } ?? "" }
      guard seen.insert(cells[0]).inserted else {
        throw Failure("\(path):\(record.line): record_id \(cells[0].quotedForMessage) stands twice")
      }
      recordIDs.append(cells[0])
      mentions.append(NameTable.mention(cells))
    }
    if columns.isEmpty { throw Failure("\(path): the table is empty") }
  }

  private static func columns(of header: TableRecord, path: String) throws -> [String] {
    let columns = header.cells.map { $0.lowercased() }
    if let unknown = columns.first(where: { !known.contains($0) }) {
      throw Failure(
        "\(path):1: unknown column \(unknown.quotedForMessage); the columns are "
          + known.joined(separator: ", "))
    }
    guard Set(columns).count == columns.count,
      Set(["record_id", "source", "name"]).isSubset(of: columns)
    else { throw Failure("\(path):1: record_id, source and name must each stand once") }
    return columns
  }

  /// A cell too many or too few means a comma that was meant as text, or a broken row; blank cells
  /// behind the last column are what spreadsheets leave.
  private static func checkLength(of record: TableRecord, columns: Int, path: String) throws {
    let extra = record.cells.dropFirst(columns)
    guard record.cells.count < columns || !extra.allSatisfy(\.isEmpty) else { return }
    throw Failure(
      "\(path):\(record.line): the row has \(record.cells.count) cells and the header \(columns); "
        + "check its commas, and put quotes round a text that holds one")
  }

  /// The mention of a row with its cells in the order of ``known``.
  private static func mention(_ cells: [String]) -> PayeeMention {
    PayeeMention(
      publisher: cells[1],
      supplier: SupplierMention(
        name: cells[2], companyNumber: cells[4], charityNumber: cells[5], vatNumber: cells[8],
        postcode: cells[3]),
      odsCode: cells[7], cqcProvider: cells[6], tally: RowTally(rows: 1))
  }
}
