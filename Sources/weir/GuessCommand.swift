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

  @Argument(help: "The exports of one publisher.", completion: .file(extensions: ["csv", "gz"]))
  var files: [String]

  func run() throws {
    let mappings = try options.mappings()
    let folders = Set(files.map(GuessCommand.folder))
    guard let name = publisher ?? (folders.count == 1 ? folders.first : nil), !name.isEmpty else {
      throw Failure("the exports lie in several folders; name the exports of one publisher")
    }
    let (readings, findings) = readings(HeaderReading(mappings))
    if !options.quiet, !findings.isEmpty { Terminal.report(findings) }
    guard !readings.isEmpty else { throw ExitCode(findings) }
    let draft = SourceDraft(
      publisher: name, organisations: Array(mappings.organisations.values), readings: readings)
    if let output { try write(draft.text, to: output) } else { Terminal.write(draft.text) }
    throw ExitCode(findings)
  }

  private func readings(_ reading: HeaderReading) -> ([SourceDraft.Reading], [Finding]) {
    var readings: [SourceDraft.Reading] = []
    var findings: [Finding] = []
    for path in files {
      switch ExportFile.open(path, shownAs: path).flatMap({ file in
        LayoutGuess.guess(file, shownAs: path, reading).map { (file.encodingReading, $0) }
      }) {
      case .failure(let fault): findings.append(fault.finding)
      case .success((let encoding, let guess)):
        findings += guess.findings
        readings.append(
          SourceDraft.Reading(
            file: path.split(separator: "/").last.map(String.init) ?? path, guess: guess,
            encoding: encoding.linesNotUTF8 > 0 ? encoding.fallback : nil))
      }
    }
    return (readings, findings)
  }

  private static func folder(_ path: String) -> String {
    path.split(separator: "/").dropLast().last.map(String.init) ?? ""
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
