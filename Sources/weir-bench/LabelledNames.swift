import ExportReading
import FoundationEssentials
import PoolModel
import ProviderMatching

/// A set of names with the body that each is known to be.
struct LabelledNames {
  /// The set's name, such as `nhs_audit`.
  let name: String
  private(set) var mentions: [PayeeMention] = []
  private(set) var bodies: [String] = []

  /// Reads all sets of the shared folder.
  static func all(in shared: String) throws -> [LabelledNames] {
    let names = [
      "nhs_audit", "nhs_bodies", "council_ids", "ofsted_homes", "nhs_audit_half",
      "council_ids_half",
    ]
    return try names.map { try LabelledNames($0, in: "\(shared)/matching") }
  }

  /// Sets of one family hold the same names.
  var family: String { name.hasSuffix("_half") ? String(name.dropLast(5)) : name }

  /// Reads `NAME.csv` and `NAME.truth.csv` in a folder.
  init(_ name: String, in folder: String) throws {
    self.name = name
    let truth = try LabelledNames.rows(of: "\(folder)/\(name).truth.csv")
    let known = Dictionary(
      truth.map { ($0["record_id"] ?? "", $0["entity_id"] ?? "") }, uniquingKeysWith: { $1 })
    for row in try LabelledNames.rows(of: "\(folder)/\(name).csv") {
      guard let body = known[row["record_id"] ?? ""] else { continue }
      bodies.append(body)
      mentions.append(
        PayeeMention(
          publisher: row["source"] ?? "",
          supplier: SupplierMention(
            name: row["name"] ?? "", companyNumber: row["company_number"] ?? "",
            charityNumber: row["charity_number"] ?? ""), tally: RowTally(rows: 1)))
    }
  }

  /// How many pairs of records are one body.
  var pairs: Int {
    Dictionary(grouping: bodies, by: { $0 }).values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
  }

  private static func rows(of path: String) throws -> [[String: String]] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw BenchError("\(path) cannot be read")
    }
    var records = TableReader.records(of: Array(bytes))[...]
    guard let header = records.popFirst() else { return [] }
    return records.map {
      Dictionary(zip(header.cells, $0.cells), uniquingKeysWith: { first, _ in first })
    }
  }
}
