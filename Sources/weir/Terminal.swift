import ArgumentParser
import Glibc
import PoolModel
import QualityReporting

/// Standard output for results, standard error for messages.
enum Terminal {
  /// Whether somebody looks at standard error.
  static var standardErrorIsTerminal: Bool { isatty(STDERR_FILENO) != 0 }

  /// How many columns the terminal has; 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else {
      return 100
    }
    return Int(size.ws_col)
  }

  /// Writes text to standard output.
  ///
  /// A reader that has gone away ends the program quietly, with `code`: that of what was done before. A
  /// disk that takes no more ends it with 3, because the result is not whole.
  static func write(_ text: String, orEndWith code: Int32 = 0) {
    guard let error = writeAll(Array(text.utf8), to: STDOUT_FILENO) else { return }
    guard error != EPIPE else { exit(code) }
    message("weir: cannot write to standard output: \(unsafe String(cString: strerror(error)))")
    exit(3)
  }

  /// Writes a message and a line end to standard error; where nobody takes it, what is being done goes
  /// on all the same.
  static func message(_ text: String) {
    _ = writeAll(Array("\(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes findings to standard error, a line each.
  static func report(_ findings: [Finding]) {
    message(findings.map(\.description).joined(separator: "\n"))
  }

  /// Writes all bytes; gives the system's error where it does not take them.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      written += count
    }
    return nil
  }
}

extension ExitCode {
  /// The exit code that findings call for.
  init(_ findings: [Finding]) { self.init(findings.exitCode) }
}
