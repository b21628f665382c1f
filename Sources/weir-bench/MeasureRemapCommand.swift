import ArgumentParser
import FoundationEssentials

/// `weir-bench measure-remap`: what a run costs after a change of every rule.
struct MeasureRemapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-remap",
    abstract: "Measures the run after every cost-code rule has changed, beside other runs.",
    discussion: """
      The made-up ledger is run once. Then every rule gets another name, so that every stored line \
      has a new decision; then only an agreement is edited. Between the last two lies what the lines' \
      new decisions and sums cost; the rest is what any run does.
      """)

  @Option(help: "The ledger's size in millions of bytes.")
  var megabytes = 140

  @Option(help: "The folder in which a temporary folder is made and removed again.")
  var temporary = FileManager.default.temporaryDirectory.path

  @Option(help: "The workspace whose shared mappings are used.")
  var shared = "."

  @Option(help: "How many times the rules and the agreement are edited.")
  var rounds = 3

  func run() throws {
    let machine = Machine.description
    guard let weir = Machine.weirPath else { throw BenchError("no weir beside weir-bench") }
    let folder = "\(temporary)/weir-remap-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workspace = try BenchWorkspace(at: "\(folder)/workspace", sharedWorkspace: shared)
    let bench = RemapBench(
      weir: weir, workspace: workspace, child: ChildProcess(temporaryFolder: folder))
    let rows = try bench.generate(megabytes)
    var table = MarkdownTable(headings: ["run", "wall s", "CPU s", "peak MB"])
    table.rows.append(RemapBench.row("first, reads the export", try bench.measuredRun()))
    for round in 1...max(1, rounds) {
      try bench.renameRules(round)
      let remap = try bench.measuredRun()
      try bench.touchAgreement(round)
      let other = try bench.measuredRun()
      table.rows.append(RemapBench.row("every rule changed", remap))
      table.rows.append(RemapBench.row("an agreement edited", other))
      let difference = (remap.cpuSeconds - other.cpuSeconds).fixed(2)
      table.rows.append(["between the two: the new decisions", "", difference, ""])
    }
    print("\(machine); \(rows) stored lines\n\n\(table.text)")
  }
}

/// Edits the mappings of a workspace and runs it.
private struct RemapBench {
  let weir: String
  let workspace: BenchWorkspace
  let child: ChildProcess

  private var codes: String {
    "\(workspace.path)/mappings/codes/\(LedgerMappings.publisher).csv"
  }
  private var agreement: String { "\(workspace.path)/mappings/pools/made-up-pool.yaml" }

  /// Makes the ledger; gives its rows as text.
  func generate(_ megabytes: Int) throws -> String {
    Machine.tell("making the ledger")
    let outcome = try child.run([
      Machine.ownPath, "generate", workspace.export("ledger.csv"), "--megabytes", "\(megabytes)",
    ])
    guard outcome.exitCode == 0 else { throw BenchError(outcome.output) }
    return String(outcome.output.prefix { $0 != " " })
  }

  func measuredRun() throws -> ProcessCost {
    Machine.tell("running")
    let outcome = try child.run([weir, "run", "--quiet", "--workspace", workspace.path])
    guard outcome.exitCode <= 1 else {
      throw BenchError("exit code \(outcome.exitCode): \(outcome.output.prefix(200))")
    }
    return outcome.cost
  }

  func renameRules(_ round: Int) throws {
    let text = try String(contentsOfFile: codes, encoding: .utf8)
    let old = round == 1 ? "category-" : "edited-\(round - 1)-"
    try text.replacing("\n\(old)", with: "\nedited-\(round)-")
      .write(toFile: codes, atomically: true, encoding: .utf8)
  }

  func touchAgreement(_ round: Int) throws {
    let text = try String(contentsOfFile: agreement, encoding: .utf8)
    try (text + "# edit \(round)\n").write(toFile: agreement, atomically: true, encoding: .utf8)
  }

  static func row(_ label: String, _ cost: ProcessCost) -> [String] {
    [label, cost.wallSeconds.fixed(2), cost.cpuSeconds.fixed(2), cost.peakMegabytes.fixed(0)]
  }
}
