import ArgumentParser
import ExportReading
import Foundation
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir providers match`: the matcher alone, on a table of names.
struct ProvidersMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Finds the names of a table that are one provider.",
    discussion: """
      The input has the columns record_id, source, name and, where known, postcode, \
      company_number, charity_number, cqc_id, ods_code, vat_number. The output has record_id and \
      cluster_id, in the order of the input. Individuals and redacted payees are clusters of one.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "The table of names, as CSV.", completion: .file(extensions: ["csv"]))
  var input: String

  @Option(help: "Where the clusters are written; - is standard output.")
  var output = "-"

  @Option(
    help: "Merge the pairs that are right as good as always (alone) or all likely ones (likely).")
  var merge = MatchBand.Merging.alone

  func run() throws {
    let mappings = try options.mappings()
    guard let bytes = FileManager.default.contents(atPath: input) else {
      throw Failure("\(input): cannot be read")
    }
    let table = try NameTable(bytes: Array(bytes), path: input)
    let matcher = ProviderMatcher(mappings)
    let result = matcher.match(table.mentions, registry: [], merging: merge)
    if !options.quiet, !result.findings.isEmpty { Terminal.report(result.findings) }
    try write(clusters(table, result))
    throw ExitCode(result.findings)
  }

  private func clusters(_ table: NameTable, _ result: MatchResult) -> String {
    var text = CSVText.line(["record_id", "cluster_id"])
    for (record, provider) in zip(table.recordIDs, result.providerIDs) {
      let isClass = PayeeClass.withID(provider) != nil
      text += CSVText.line([record, isClass ? "\(provider)-\(record)" : provider])
    }
    return text
  }

  private func write(_ text: String) throws {
    guard output != "-" else { return Terminal.write(text) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw Failure("\(output): cannot be written")
    }
  }
}

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
    var records = TableReader.records(of: bytes)[...]
    guard let header = records.popFirst() else { throw Failure("\(path): the table is empty") }
    let columns = header.cells.map { $0.lowercased() }
    if let unknown = columns.first(where: { !NameTable.known.contains($0) }) {
      throw Failure(
        "\(path):1: unknown column \(unknown.quotedForMessage); the columns are "
          + NameTable.known.joined(separator: ", "))
    }
    guard Set(columns).count == columns.count,
      Set(["record_id", "source", "name"]).isSubset(of: columns)
    else { throw Failure("\(path):1: record_id, source and name must each stand once") }
    var seen: Set<String> = []
    for record in records {
      try NameTable.checkLength(of: record, columns: columns.count, path: path)
      let cells = Dictionary(uniqueKeysWithValues: zip(columns, record.cells))
      let id = cells["record_id"] ?? ""
      guard seen.insert(id).inserted else {
        throw Failure("\(path):\(record.line): record_id \(id.quotedForMessage) stands twice")
      }
      recordIDs.append(id)
      mentions.append(NameTable.mention(cells))
    }
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

  private static func mention(_ cells: [String: String]) -> PayeeMention {
    PayeeMention(
      publisher: cells["source"] ?? "",
      supplier: SupplierMention(
        name: cells["name"] ?? "", companyNumber: cells["company_number"] ?? "",
        charityNumber: cells["charity_number"] ?? "", vatNumber: cells["vat_number"] ?? "",
        postcode: cells["postcode"] ?? ""),
      odsCode: cells["ods_code"] ?? "", cqcProvider: cells["cqc_id"] ?? "",
      tally: RowTally(rows: 1))
  }
}

extension MatchBand.Merging: ExpressibleByArgument {}
