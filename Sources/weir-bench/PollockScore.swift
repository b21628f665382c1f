import FoundationEssentials

/// `weir records` over the polluted files of the Pollock benchmark, path only.
struct PollockScore {
  /// What became of one file.
  struct Outcome {
    var file: String
    var standing: Standing
    var measures: PollockMeasures
    /// The findings with a line, or the message where there is none.
    var messages: String
  }

  /// How what was loaded stands to the truth.
  enum Standing: String, CaseIterable {
    case exact = "equal to the clean answer"
    case told = "different, with a located finding"
    case silent = "different in silence"
  }

  /// In order of file name.
  private(set) var outcomes: [Outcome] = []

  /// Runs `weir` over every file of `folder`/csv and compares with `folder`/clean.
  init(folder: String, weir: String, using child: ChildProcess) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/csv").sorted()
    for name in names where name.hasSuffix(".csv") {
      outcomes.append(try PollockScore.outcome(of: name, folder, weir, child))
    }
  }

  private static func outcome(
    of name: String, _ folder: String, _ weir: String, _ child: ChildProcess
  ) throws -> Outcome {
    let path = "\(folder)/csv/\(name)"
    // A workspace without mappings: nothing tells weir what the file is.
    let run = try child.run([weir, "records", path, "--workspace", child.temporaryFolder])
    let clean = try rows(ofFile: "\(folder)/clean/\(name)") ?? []
    let loaded = rows(of: Array(run.output.utf8))
    let located = run.errors.split(separator: "\n").filter { isLocated($0, in: path) }
    return Outcome(
      file: name,
      standing: loaded == clean ? .exact : located.isEmpty ? .silent : .told,
      measures: PollockMeasures(
        loaded: run.exitCode > 2 ? nil : loaded, clean: clean,
        hasHeader: !name.contains("no_header")),
      messages: run.errors)
  }

  private static func rows(ofFile path: String) throws -> [[String]]? {
    rows(of: [UInt8](try Data(contentsOf: URL(filePath: path))))
  }

  private static func rows(of bytes: [UInt8]) -> [[String]]? {
    StrictReading().records(of: bytes)?.map { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// Whether a message begins with the path and a line number.
  private static func isLocated(_ message: Substring, in path: String) -> Bool {
    message.hasPrefix("\(path):") && message.dropFirst(path.count + 1).first?.isNumber == true
  }

  /// How many files stand so.
  func count(_ standing: Standing) -> Int { outcomes.count { $0.standing == standing } }

  /// The average score of the files, at most 10.
  var simpleScore: Double {
    outcomes.map(\.measures.score).reduce(0, +) / Double(max(1, outcomes.count))
  }

  /// The ten measures, averaged over the files.
  var table: String {
    var table = MarkdownTable(headings: ["measure", "average of \(outcomes.count) files"])
    for (place, name) in PollockMeasures.names.enumerated() {
      let sum = outcomes.map { $0.measures.values[place] }.reduce(0, +)
      table.rows.append([name, (sum / Double(max(1, outcomes.count))).fixed(4)])
    }
    table.rows.append(["simple score, at most 10", simpleScore.fixed(3)])
    return table.text
  }
}
