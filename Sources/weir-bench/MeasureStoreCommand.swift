import ArgumentParser
import FoundationEssentials
import PoolModel

/// `weir-bench measure-store`: what a month costs in a store that holds many months already.
struct MeasureStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-store",
    abstract: "Measures the run that adds a month to a large store, beside the same month alone.",
    discussion: """
      Makes a ledger for each month, runs them all, then adds one month more and runs again. The same \
      month into an empty store is what that is held against.
      """)

  @Option(help: "How many months the store holds before.")
  var months = 100

  @Option(help: "The size of each month in millions of bytes; 82 are about 500,000 lines.")
  var megabytes = 8

  @Option(help: "How many payees half of the lines have.")
  var payees = 20_000

  @Option(help: "The folder in which a temporary folder is made and removed again.")
  var temporary = FileManager.default.temporaryDirectory.path

  @Option(help: "The workspace whose shared mappings are used.")
  var shared = "."

  private static let firstMonth = CalendarMonth(iso: "2012-04") ?? CalendarMonth(index: 0)

  func run() throws {
    let machine = Machine.description
    guard let weir = Machine.weirPath else { throw BenchError("no weir beside weir-bench") }
    let folder = "\(temporary)/weir-store-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let large = try BenchWorkspace(at: "\(folder)/large", sharedWorkspace: shared)
    let empty = try BenchWorkspace(at: "\(folder)/empty", sharedWorkspace: shared)
    let child = ChildProcess(temporaryFolder: folder)
    var lines = 0
    for month in 0..<months { lines += try generate(month, in: large, child) }
    let first = try run(large, weir, child)
    let added = try generate(months, in: large, child)
    try empty.add(large.export("\(name(months)).csv"), as: "\(name(months)).csv")
    let next = try run(large, weir, child)
    let alone = try run(empty, weir, child)
    var table = MarkdownTable(
      headings: ["run", "wall s", "CPU s", "peak MB", "times the month alone"])
    for (label, cost) in [
      ("\(months) months, \(lines) lines", first), ("one month more, \(added) lines", next),
      ("that month into an empty store", alone),
    ] {
      table.rows.append([
        label, cost.wallSeconds.fixed(1), cost.cpuSeconds.fixed(1), cost.peakMegabytes.fixed(0),
        (cost.cpuSeconds / alone.cpuSeconds).fixed(2),
      ])
    }
    print("\(machine)\n\n\(table.text)")
  }

  private func name(_ month: Int) -> String {
    MeasureStoreCommand.firstMonth.adding(month).description
  }

  /// Makes the ledger of a month; gives how many lines it has.
  private func generate(
    _ month: Int, in workspace: BenchWorkspace, _ child: ChildProcess
  ) throws -> Int {
    let outcome = try child.run([
      Machine.ownPath, "generate", workspace.export("\(name(month)).csv"), "--megabytes",
      "\(megabytes)", "--seed", "\(month + 1)", "--month", name(month), "--payees", "\(payees)",
    ])
    guard outcome.exitCode == 0 else { throw BenchError(outcome.output) }
    return Int(outcome.output.prefix { $0 != " " }) ?? 0
  }

  private func run(
    _ workspace: BenchWorkspace, _ weir: String, _ child: ChildProcess
  ) throws -> ProcessCost {
    Machine.tell("running")
    let outcome = try child.run([weir, "run", "--quiet", "--workspace", workspace.path])
    guard outcome.exitCode <= 1 else {
      throw BenchError("exit code \(outcome.exitCode): \(outcome.output.prefix(200))")
    }
    return outcome.cost
  }
}
