import ArgumentParser
import ExportReading
import Glibc
import LayoutGuessing
import MappingTables
import Pipeline
import PoolModel

/// `weir guess`: drafts the source file of a publisher from its exports.
struct GuessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guess",
    abstract: "Drafts the source file for exports that have none.",
    discussion: """
      The publisher is the folder that the exports lie in. The draft holds a layout for each set \
      of headers, and beside each line what speaks for it; what a person must confirm is marked.

      Example: weir guess data/exports/northbeck-council/*.csv \
      --output mappings/sources/northbeck-council.yaml
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "The publisher, where it is not the exports' folder.")
  var publisher: String?

  @Option(name: .shortAndLong, help: "The file to write; it must not exist yet.")
  var output: String?

  @Argument(
    help: "The exports of one publisher, or their folder.",
    completion: .file(extensions: ["csv", "gz"]))
  var files: [String]

  func run() throws {
    let mappings = try mappings()
    let exports = try exports()
    let name = try publisherName(of: exports)
    let (readings, findings) = readings(exports, HeaderReading(mappings))
    if !options.quiet, !findings.isEmpty { Terminal.report(findings) }
    guard !readings.isEmpty else { throw ExitCode(findings) }
    let draft = SourceDraft(
      publisher: name, organisations: Array(mappings.organisations.values), readings: readings)
    if let output { try write(draft.text, to: output) } else { Terminal.write(draft.text) }
    throw ExitCode(findings)
  }

  /// The mappings; faults of files that a guess does not use do not end it.
  ///
  /// Among those is the source file that the shell makes, still empty, where the draft is sent there.
  private func mappings() throws -> MappingSet {
    let (mappings, faults) = MappingReader.read(workspace: options.workspace)
    let used = ["mappings/headers/", "mappings/organisations.csv", "mappings/providers/words.csv"]
    let inTheWay = faults.filter { fault in
      let file = fault.position.file
      return file == "mappings" || used.contains { file.hasPrefix($0) }
    }
    guard inTheWay.isEmpty else {
      Terminal.report(inTheWay)
      throw ExitCode(3)
    }
    return mappings
  }

  /// The files named, and those in the folders named, in order.
  private func exports() throws -> [String] {
    try files.flatMap { path -> [String] in
      guard let exports = Workspace.exports(inFolder: path) else { return [path] }
      guard !exports.isEmpty else {
        throw Failure("\(path): the folder holds no export; exports end in .csv or .csv.gz")
      }
      return exports
    }
  }

  private func publisherName(of exports: [String]) throws -> String {
    if let publisher, !publisher.isEmpty { return publisher }
    let folders = Set(exports.map(\.folderOfPath)).sorted()
    guard folders.count == 1 else {
      throw Failure(
        "the exports lie in the folders \(folders.joined(separator: ", ")); guess those of one"
          + " publisher at a time, or name it with --publisher")
    }
    guard folders[0] != "", folders[0] != "." else {
      throw Failure("no folder says whose exports these are; name the publisher with --publisher")
    }
    return folders[0]
  }

  private func readings(
    _ exports: [String], _ reading: HeaderReading
  ) -> ([SourceDraft.Reading], [Finding]) {
    var readings: [SourceDraft.Reading] = []
    var findings: [Finding] = []
    for path in exports {
      switch ExportFile.open(path, shownAs: path).flatMap({ file in
        LayoutGuess.guess(file, shownAs: path, reading).map { (file.encodingReading, $0) }
      }) {
      case .failure(let fault): findings.append(fault.finding)
      case .success((let encoding, let guess)):
        findings += guess.findings
        readings.append(
          SourceDraft.Reading(
            file: path.fileNameOfPath, guess: guess,
            encoding: encoding.linesNotUTF8 > 0 ? encoding.fallback : nil))
      }
    }
    return (readings, findings)
  }

  /// Writes the draft; a file that is there may hold what a person confirmed and is kept.
  private func write(_ text: String, to path: String) throws {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure("\(path): cannot be written; name a file that is not there yet")
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    let written = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    guard written == bytes.count else { throw Failure("\(path): cannot be written whole") }
  }
}
