internal import CLibPQ
internal import Dispatch
internal import Glibc

/// Ends the statement that a connection is executing, from any thread.
@safe package final class StatementCancellation: @unchecked Sendable {
  // Safe: libpq never changes what it gave, and lets any thread use it.
  private let cancel: OpaquePointer

  init(_ cancel: OpaquePointer) { unsafe self.cancel = unsafe cancel }

  deinit { unsafe PQfreeCancel(cancel) }

  /// Asks the server to end the statement, which then fails with 57014; nothing where none runs.
  package func request() {
    var words = [CChar](repeating: 0, count: 256)
    _ = unsafe words.withUnsafeMutableBufferPointer {
      unsafe PQcancel(cancel, $0.baseAddress, Int32($0.count))
    }
  }

  /// Does something during which SIGTERM and SIGINT end the statement at the server, so that it does not
  /// work on for nobody; a second one ends the program, as the first does at any other time.
  package func requestedBySignals<Value>(during body: () throws -> Value) rethrows -> Value {
    let sources = [SIGTERM, SIGINT].map { number in
      let before = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        signal(number, SIG_DFL)
        request()
      }
      source.resume()
      return (number, before, source)
    }
    defer {
      for (number, before, source) in sources {
        source.cancel()
        signal(number, before)
      }
    }
    return try body()
  }
}
