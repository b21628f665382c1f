import ArgumentParser
import Glibc
import Pipeline

/// Starts the command line and turns every way it can end into an exit code of the design.
@main
enum EntryPoint {
  static func main() async {
    // A reader that has gone away is told by the write (`weir trace … | head`), not by a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Weir.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Terminal.message("weir: \(failure.description)")
      Weir.exit(withError: ExitCode(3))
    } catch {
      Weir.exit(withError: exitError(for: error))
    }
  }

  /// Help and version end well; a wrong call is a fault of the set-up (3), not of an export.
  private static func exitError(for error: any Error) -> any Error {
    let code = Weir.exitCode(for: error)
    guard code == .validationFailure || code == .failure, !(error is ExitCode) else { return error }
    Terminal.message(Weir.fullMessage(for: error))
    return ExitCode(3)
  }
}
