import ArgumentParser
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
    help:
      "Merge what is right in 97 of 100 cases (alone), or all likelier right than wrong (likely).")
  var merge = MatchBand.Merging.alone

  @Option(
    help: ArgumentHelp(
      "A file for what can be taken over from the run before; it is read and written.",
      discussion: """
        Names that it knows are neither read nor compared anew. The clusters are the same with it \
        and without; a file that is missing or cannot be used is written anew.
        """), completion: .file())
  var known: String?

  func run() throws {
    let mappings = try options.mappings()
    guard let bytes = FileManager.default.contents(atPath: input) else {
      throw Failure("\(input): cannot be read")
    }
    let table = try NameTable(bytes: Array(bytes), path: input)
    let matcher = ProviderMatcher(mappings)
    let file = known.map(KnownNamesFile.init(path:))
    let result = matcher.match(
      table.mentions, registry: [], merging: merge, known: file?.names(for: matcher))
    if !options.quiet, !result.findings.isEmpty { Terminal.report(result.findings) }
    try write(clusters(table, result))
    if let file, let kept = result.known { try write(kept, to: file) }
    throw ExitCode(result.findings)
  }

  private func clusters(_ table: NameTable, _ result: MatchResult) -> CSVText {
    var text = CSVText(header: ["record_id", "cluster_id"])
    for (record, provider) in zip(table.recordIDs, result.providerIDs) {
      let isClass = PayeeClass.withID(provider) != nil
      text.append([record, isClass ? "\(provider)-\(record)" : provider])
    }
    return text
  }

  private func write(_ kept: KnownNames, to file: KnownNamesFile) throws {
    do { try file.write(kept) } catch { throw Failure("\(known ?? ""): cannot be written") }
  }

  private func write(_ text: CSVText) throws {
    guard output != "-" else {
      return Terminal.write(String(decoding: text.bytes, as: UTF8.self))
    }
    do {
      try Data(text.bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw Failure("\(output): cannot be written")
    }
  }
}

extension MatchBand.Merging: ExpressibleByArgument {}
