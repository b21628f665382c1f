/// Starts each subject as a process of its own.
struct SubjectRunner {
  let folder: BenchFolder
  let child: ChildProcess
  /// The Python that the peers are installed for.
  let python: String
  /// The folder with the peers' scripts.
  let peerScripts: String

  /// Why a subject cannot be measured here; nil: it can.
  func obstacle(to subject: Subject) -> String? {
    if subject.isRun { return Machine.weirPath == nil ? "no weir beside weir-bench" : nil }
    guard let module = pythonModule(of: subject) else { return nil }
    let script = command(for: subject)[1]
    let check = "import sys, \(module); open(sys.argv[1])"
    let outcome = try? child.run([python, "-c", check, script])
    return outcome?.exitCode == 0 ? nil : "not installed"
  }

  /// Runs a subject once, from the same state every time.
  ///
  /// - Throws: what went wrong, where the process failed or did not do its work.
  func measure(_ subject: Subject) throws -> ProcessCost {
    let workspace = workspace(of: subject)
    if subject.isRun, subject != .nothingNew { try workspace.forgetRuns() }
    let outcome = try child.run(command(for: subject))
    // A run over made-up pools ends with warnings, exit code 1.
    guard outcome.exitCode == 0 || subject.isRun && outcome.exitCode == 1 else {
      throw BenchError("exit code \(outcome.exitCode): \(outcome.output.prefix(200))")
    }
    if subject.isRun, !workspace.hasStore { throw BenchError("the run left no store") }
    try folder.clearTemporaryFiles()
    return outcome.cost
  }

  private func workspace(of subject: Subject) -> BenchWorkspace {
    switch subject {
    case .runOfOneFile: folder.one
    case .runOfTwoFiles: folder.two
    case .nothingNew: folder.many
    default: folder.whole
    }
  }

  private func command(for subject: Subject) -> [String] {
    let path = workspace(of: subject).path
    func stage(_ name: String, _ files: [String], jobs: Int = 1) -> [String] {
      [Machine.ownPath, "stage", name] + files + ["--workspace", path, "--jobs", "\(jobs)"]
    }
    func run(_ options: [String] = []) -> [String] {
      [Machine.weirPath ?? "weir", "run", "--workspace", path] + options
    }
    func sumTask(threads: Int) -> [String] {
      [Machine.ownPath, "sum-task", folder.ledger, "--threads", "\(threads)"]
    }
    func sum(_ tool: String) -> [String] {
      [python, "\(peerScripts)/peers_sum.py", tool, "sum", folder.ledger]
    }
    return switch subject {
    case .libcsvAlone: stage("tokenise", [folder.ledger])
    case .records: stage("records", [folder.ledger])
    case .lines: stage("lines", [folder.ledger])
    case .sumOfOneThread: sumTask(threads: 1)
    case .sumOfTwoThreads: sumTask(threads: 2)
    case .linesOfOneFile: stage("lines", [folder.halves[0]])
    case .linesOfTwoFiles: stage("lines", folder.halves, jobs: 2)
    case .wholeRun, .nothingNew: run()
    case .runOfOneFile: run(["--jobs", "1"])
    case .runOfTwoFiles: run(["--jobs", "2"])
    case .polarsSum: sum("polars2")
    case .duckdbSum: sum("duckdb2")
    case .pythonSum: sum("pycsv")
    case .duckdbLoad: [python, "\(peerScripts)/duckdb_load.py", folder.ledger, "2"]
    }
  }

  private func pythonModule(of subject: Subject) -> String? {
    switch subject {
    case .polarsSum: "polars"
    case .duckdbSum, .duckdbLoad: "duckdb"
    case .pythonSum: "csv"
    default: nil
    }
  }
}
