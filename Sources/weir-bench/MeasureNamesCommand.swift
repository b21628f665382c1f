import ArgumentParser
import FoundationEssentials

/// `weir-bench measure-names`: what matching made-up names costs, beside the peer.
struct MeasureNamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-names",
    abstract: "Measures the matching of made-up names, beside the peer where it is installed.",
    discussion: """
      Every figure is that of a whole process. One name in a hundred is left out at first and then \
      added, with what was kept of the others. Compare the ratios: the seconds of a shared machine \
      change from hour to hour.
      """)

  @Option(help: "How many names.")
  var count = 100_000

  @Option(help: "The folder in which a temporary folder is made and removed again.")
  var temporary = FileManager.default.temporaryDirectory.path

  @Option(help: "The workspace whose mappings are used.")
  var workspace = "."

  @Option(help: "The Python that the peer is installed for.")
  var python = "python3"

  @Option(help: "The folder with the peer's script.")
  var peerScripts = "../shared/bench"

  func validate() throws {
    guard count >= 100 else { throw ValidationError("--count must be 100 or more") }
  }

  func run() throws {
    let machine = Machine.description
    guard let weir = Machine.weirPath else { throw BenchError("no weir beside weir-bench") }
    let folder = "\(temporary)/weir-names-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bench = NameBench(
      weir: weir, workspace: workspace, folder: folder,
      child: ChildProcess(temporaryFolder: folder))
    try bench.generate(count)
    let lines = try bench.costs() + [bench.peer(python, script: "\(peerScripts)/splink_names.py")]
    print("\(machine); \(count) made-up names\n")
    print(NameBench.table(lines).text)
  }
}

/// Runs the matcher, and the peer, over one file of made-up names.
struct NameBench {
  /// A row of the table; without a cost the label says why.
  struct Line {
    let label: String
    let cost: ProcessCost?
  }

  let weir: String
  let workspace: String
  let folder: String
  let child: ChildProcess

  private var all: String { "\(folder)/all.csv" }
  private var most: String { "\(folder)/most.csv" }
  private var known: String { "\(folder)/names.known" }

  /// Writes the names, and all but one in a hundred of them beside.
  ///
  /// A child draws them, so that this process stays small: a child's peak is never below it.
  func generate(_ count: Int) throws {
    Machine.tell("making \(count) names")
    for (file, share) in [(all, 0), (most, 1)] {
      let outcome = try child.run([
        Machine.ownPath, "generate-names", file, "--count", "\(count)", "--without-last",
        "\(count / 100 * share)",
      ])
      guard outcome.exitCode == 0 else { throw BenchError(outcome.output) }
    }
  }

  /// All names from scratch; all but one in a hundred; the rest added to them.
  func costs() throws -> [Line] {
    let scratch = try match(all, into: "scratch.csv")
    let first = try match(most, into: "most.csv.out", keeping: true)
    let added = try match(all, into: "added.csv", keeping: true)
    let differs = try child.run(["cmp", "\(folder)/scratch.csv", "\(folder)/added.csv"])
    guard differs.exitCode == 0 else { throw BenchError("added names gave other clusters") }
    return [
      Line(label: "Weir, all names", cost: scratch),
      Line(label: "Weir, 99 in 100 names, kept for the next run", cost: first),
      Line(label: "Weir, 1 in 100 names added", cost: added),
    ]
  }

  private func match(
    _ input: String, into output: String, keeping: Bool = false
  ) throws -> ProcessCost {
    Machine.tell(output)
    let options = keeping ? ["--known", known] : []
    let outcome = try child.run(
      [
        weir, "providers", "match", "--quiet", "--workspace", workspace, "--input", input,
        "--output", "\(folder)/\(output)",
      ] + options)
    // Pairs to be reviewed are warnings, exit code 1.
    guard outcome.exitCode <= 1 else {
      throw BenchError("exit code \(outcome.exitCode): \(outcome.output.prefix(200))")
    }
    return outcome.cost
  }

  /// What the peer costs for all names, or why it was not run.
  func peer(_ python: String, script: String) throws -> Line {
    guard FileManager.default.fileExists(atPath: script) else {
      return Line(label: "Splink: no script \(script)", cost: nil)
    }
    let check = try? child.run([python, "-c", "import splink, duckdb, pyarrow"])
    guard check?.exitCode == 0 else {
      return Line(label: "Splink: not installed (pip install splink pyarrow)", cost: nil)
    }
    Machine.tell("Splink")
    let outcome = try child.run([python, script, all, "\(folder)/splink.csv"])
    guard outcome.exitCode == 0 else { return Line(label: "Splink: failed", cost: nil) }
    return Line(label: "Splink, all names", cost: outcome.cost)
  }

  /// The lines with their figures, and the time and memory of each as a multiple of the first one's.
  static func table(_ lines: [Line]) -> MarkdownTable {
    let first = lines.first?.cost
    func times(_ figure: KeyPath<ProcessCost, Double>, _ cost: ProcessCost) -> String {
      guard let whole = first?[keyPath: figure], whole > 0 else { return "" }
      return (cost[keyPath: figure] / whole).fixed(2)
    }
    let rows = lines.map { line -> [String] in
      guard let cost = line.cost else { return [line.label, "", "", "", "", ""] }
      return [
        line.label, cost.wallSeconds.fixed(1), cost.cpuSeconds.fixed(1),
        cost.peakMegabytes.fixed(0), times(\.cpuSeconds, cost), times(\.peakMegabytes, cost),
      ]
    }
    return MarkdownTable(
      headings: [
        "names", "wall s", "CPU s", "peak MB", "CPU, times all names", "memory, times all names",
      ], rows: rows)
  }
}
