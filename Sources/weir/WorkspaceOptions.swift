import ArgumentParser
import Logging
import Pipeline

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

  /// The last run, or the message that there is none.
  func lastRun() throws -> StoredRun {
    guard let run = try StoredRun.last(in: folder) else {
      throw Failure("\(workspace): no run yet; start one with: weir run --workspace \(workspace)")
    }
    return run
  }
}

/// Something that Weir cannot do: printed as one line, exit code 3.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
