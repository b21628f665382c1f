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

  /// Writes text to standard output; a reader that has gone away ends the program quietly.
  static func write(_ text: String) {
    writeAll(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes a message and a line end to standard error.
  static func message(_ text: String) {
    writeAll(Array("\(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes findings to standard error, a line each.
  static func report(_ findings: [Finding]) {
    message(findings.map(\.description).joined(separator: "\n"))
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(errno == EPIPE ? 0 : 3) }
      written += count
    }
  }
}

extension ExitCode {
  /// The exit code that findings call for.
  init(_ findings: [Finding]) { self.init(findings.exitCode) }
}
