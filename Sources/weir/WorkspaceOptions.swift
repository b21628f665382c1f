import ArgumentParser
import ExportReading
import LineParsing
import Logging
import MappingTables
import Pipeline
import PoolModel

/// What every command takes.
struct WorkspaceOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The folder that holds mappings/ and data/.")
  var workspace = "."

  @Flag(help: "Print results only: no progress, no findings.")
  var quiet = false

  /// The workspace at the given folder.
  var folder: Workspace { Workspace(root: workspace) }

  /// Messages of the stages, on standard error; none below warnings unless a terminal looks on.
  var log: Logger {
    var log = Logger(label: "weir") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = quiet || !Terminal.standardErrorIsTerminal ? .warning : .info
    return log
  }

  /// The mappings of the workspace; their faults are printed and end the command.
  func mappings() throws -> MappingSet {
    let (mappings, faults) = MappingCheck.read(folder)
    guard faults.contains(where: \.code.isConfigurationFault) else { return mappings }
    Terminal.report(faults)
    throw ExitCode(3)
  }

  /// Opens an export by the layouts of its publisher; the fault of a file that is none is printed
  /// and ends the command.
  func lines(of file: String, _ mappings: MappingSet) throws -> ExportLines {
    let opened = ExportLines.open(
      file, shownAs: file, sources: ExportCheck.sources(for: file, mappings),
      ruleColumns: { _ in [] })
    switch opened {
    case .success(let lines): return lines
    case .failure(let fault):
      Terminal.report([fault.finding])
      throw ExitCode([fault.finding])
    }
  }

  /// The last run, or the message that there is none; faults of the mapping files end the command.
  func lastRun() throws -> StoredRun {
    do {
      guard let run = try StoredRun.last(in: folder) else {
        throw Failure(
          "\(workspace): no run yet; start one with: weir run --workspace \(workspace)")
      }
      if run.mappingsChanged, !quiet {
        Terminal.message(
          "the mapping files were edited since the last run; weir run publishes what they now give")
      }
      return run
    } catch let faults as MappingFaults {
      Terminal.report(faults.findings)
      throw ExitCode(3)
    }
  }
}

/// Something that Weir cannot do: printed as one line, exit code 3.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
