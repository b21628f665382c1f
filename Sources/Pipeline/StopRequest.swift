import Glibc
import Synchronization

/// Somebody's wish that a run should stop.
///
/// After a first SIGTERM or SIGINT the run ends at its next batch or export with nothing changed; a
/// second one ends the program at once.
package enum StopRequest {
  private static let signal = Atomic<Int32>(0)

  /// From now on the first signal is a wish and no longer the program's end.
  package static func watchSignals() {
    // Made here, and not at its first use in the handler, where nothing may be made.
    _ = signal.load(ordering: .relaxed)
    for number in [SIGTERM, SIGINT] {
      _ = Glibc.signal(number) { number in
        StopRequest.signal.store(number, ordering: .relaxed)
        // A second signal of either kind finds what the system does by itself.
        _ = Glibc.signal(SIGTERM, SIG_DFL)
        _ = Glibc.signal(SIGINT, SIG_DFL)
      }
    }
  }

  /// Ends a run that somebody wishes to stop.
  package static func check() throws(RunStopped) {
    switch signal.load(ordering: .relaxed) {
    case 0: return
    case SIGINT: throw RunStopped(signal: "SIGINT")
    default: throw RunStopped(signal: "SIGTERM")
    }
  }
}

/// A run was stopped before it changed anything.
package struct RunStopped: Error, CustomStringConvertible {
  /// The name of the signal.
  let signal: String

  /// One line for the terminal.
  package var description: String {
    "stopped by \(signal): the store and the pools are as before, and the next run begins anew"
  }
}
