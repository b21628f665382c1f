import ArgumentParser
import Glibc
import Pipeline

/// Starts the command line and turns every way it can end into an exit code of the design.
@main
enum EntryPoint {
  static func main() async {
    // A reader that has gone away is told by the write (`weir trace … | head`), not by a signal.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow any more (`ulimit -f`).
    signal(SIGXFSZ, SIG_IGN)
    FatalNotice.watch()
    do {
      var command = try Weir.parseAsRoot()
      try ThreadRoom.check()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Weir.exit(withError: exitError(for: error))
    }
  }

  /// Help and version end well; a wrong call is a fault of the set-up (3), not of an export.
  private static func exitError(for error: any Error) -> any Error {
    let code = Weir.exitCode(for: error)
    guard code == .validationFailure || code == .failure, !(error is ExitCode) else { return error }
    let isOfCommandLine = code == .validationFailure || error is ValidationError
    Terminal.message(isOfCommandLine ? Weir.fullMessage(for: error) : "weir: \(error)")
    return ExitCode(3)
  }
}
