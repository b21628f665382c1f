import ArgumentParser
import FoundationEssentials

/// `weir-bench measure`: what each stage and the whole run cost, beside libcsv alone and the peers.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measures the stages and the whole run over the made-up ledger.",
    discussion: """
      Every subject is a process of its own; the subjects take turns for several rounds, and the \
      table shows the middle of each figure, of the memory the most. Compare the ratios: the \
      seconds of a shared machine change from hour to hour.
      """)

  @Option(help: "The ledger's size in millions of bytes.")
  var megabytes = 500

  @Option(help: "A ledger that is there already, instead of a new one.")
  var file: String?

  @Option(help: "The folder in which the temporary workspaces are made and removed again.")
  var workspace = FileManager.default.temporaryDirectory.path

  @Option(help: "The workspace whose shared mappings are used.")
  var shared = "."

  @Option(help: "How many times each subject is run.")
  var rounds = 3

  @Flag(help: "Runs the peers too, where they are installed.")
  var peers = false

  @Option(help: "The Python that the peers are installed for.")
  var python = "python3"

  @Option(help: "The folder with the peers' scripts.")
  var peerScripts = "../shared/bench"

  func validate() throws {
    guard megabytes > 1 else { throw ValidationError("--megabytes must be 2 or more") }
    guard rounds > 0 else { throw ValidationError("--rounds must be 1 or more") }
  }

  func run() throws {
    // Taken before the work begins: later it would count this program's own children.
    let machine = Machine.description
    let folder = try BenchFolder(within: workspace, sharedWorkspace: shared)
    defer { try? folder.remove() }
    let child = ChildProcess(temporaryFolder: folder.temporaryFolder)
    Machine.tell("making the ledgers")
    try folder.fill(megabytes: megabytes, file: file, using: child)
    let runner = SubjectRunner(
      folder: folder, child: child, python: python, peerScripts: peerScripts)
    let subjects = Subject.allCases.filter { peers || !Subject.peers.contains($0) }
    let measurements = try measure(subjects, with: runner, in: folder)
    let report = BenchReport(measurements: measurements, subjects: subjects)
    let size = try BenchFolder.size(of: folder.ledger)
    print("\(machine); \(size / 1_000_000) MB, the middle of \(rounds) rounds")
    print("\(report.noise)\n")
    print(report.table)
    print("\nTargets:\n\(report.targets)")
  }

  private func measure(
    _ subjects: [Subject], with runner: SubjectRunner, in folder: BenchFolder
  ) throws -> Measurements {
    var measurements = Measurements(byteCounts: try folder.byteCounts)
    for subject in subjects {
      if let obstacle = runner.obstacle(to: subject) {
        measurements.leaveOut(subject, because: obstacle)
      }
    }
    // Round 0 fills the disk cache and the store of the run that finds nothing new.
    for round in 0...rounds {
      Machine.tell(round == 0 ? "warming up" : "round \(round) of \(rounds)")
      for subject in subjects where measurements.absence(of: subject) == nil {
        guard round > 0 || subject == .libcsvAlone || subject == .nothingNew else { continue }
        do {
          let cost = try runner.measure(subject)
          if round > 0 { measurements.add(cost, of: subject) }
        } catch {
          Machine.tell("\(subject.label): \(error)")
          measurements.leaveOut(subject, because: "failed")
        }
      }
    }
    return measurements
  }
}
