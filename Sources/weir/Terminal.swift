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

  private static let standardOutputIsTerminal = isatty(STDOUT_FILENO) != 0

  /// Writes a result to standard output.
  ///
  /// Files and pipes get exact bytes; on a terminal nothing that an export holds may act. A reader that has gone away ends the program quietly, with `code`: that of what was done before. A
  /// disk that takes no more ends it with 3, because the result is not whole.
  static func write(_ text: String, orEndWith code: Int32 = 0) {
    let shown = standardOutputIsTerminal ? text.harmlessLines : text
    guard let error = writeAll(Array(shown.utf8), to: STDOUT_FILENO) else { return }
    guard error != EPIPE else { exit(code) }
    message("weir: cannot write to standard output: \(unsafe String(cString: strerror(error)))")
    exit(3)
  }

  /// Writes sentences for people to standard output, harmless wherever it leads.
  static func show(_ text: String) { write(text.harmlessLines) }

  /// Writes a message and a line end to standard error; where nobody takes it, what is being done goes
  /// on all the same.
  static func message(_ text: String) {
    _ = writeAll(Array("\(text.harmlessLines)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes findings to standard error, a line each.
  static func report(_ findings: [Finding]) {
    message(findings.map(\.description.harmlessLine).joined(separator: "\n"))
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

extension String {
  /// The text with dots for characters that act on a terminal; line ends stay.
  var harmlessLines: String { harmless { $0 == "\n" } }

  /// The text with dots for characters that act on a terminal or end a line: a file's name with a
  /// line break must not look like a finding of its own.
  var harmlessLine: String { harmless { _ in false } }

  private func harmless(keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    var shown = ""
    for scalar in unicodeScalars {
      shown.unicodeScalars.append(scalar.actsOnTerminals && !isKept(scalar) ? "·" : scalar)
    }
    return shown
  }
}

extension ExitCode {
  /// The exit code that findings call for.
  init(_ findings: [Finding]) { self.init(findings.exitCode) }
}
