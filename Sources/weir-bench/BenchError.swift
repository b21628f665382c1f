import Glibc

/// Why a benchmark cannot go on, in words.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  /// An error that says this.
  init(_ description: String) { self.description = description }

  /// What failed, with the reason that the system gave last.
  static func system(_ failure: String) -> BenchError {
    BenchError("\(failure): \(unsafe String(cString: strerror(errno)))")
  }
}
