import Glibc

/// A file that is written from its beginning.
final class OutputFile {
  private let path: String
  private let descriptor: Int32

  /// Makes the file, or empties it.
  init(path: String) throws(BenchError) {
    self.path = path
    descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw BenchError.system("cannot write \(path)") }
  }

  deinit { close(descriptor) }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(BenchError) {
    var start = 0
    while start < bytes.count {
      // Safe: start lies within the bytes.
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(descriptor, all.baseAddress?.advanced(by: start), all.count - start)
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw BenchError.system("cannot write \(path)")
      }
    }
  }
}
