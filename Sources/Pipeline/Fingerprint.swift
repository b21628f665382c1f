import Crypto
import Glibc

/// SHA-256 sums of files and of what a run is made from.
enum Fingerprint {
  /// The sum of a file's bytes in hexadecimal; nil where it cannot be read or is no regular file.
  static func ofFile(_ path: String) -> String? {
    (try? ofInput(path))?.sum
  }

  /// The sum of a file's bytes in hexadecimal, with the stamp that the file had before; nil where there
  /// is no such file, or no regular one.
  ///
  /// - Throws: where the system refuses to read what is there.
  static func ofInput(_ path: String) throws(InputFailure) -> (sum: String, stamp: FileStamp)? {
    // A named pipe without a writer would otherwise keep the run waiting for ever.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      // A socket, a device without a driver, a link to itself: nothing that could be read.
      if [ENOENT, ENOTDIR, ENXIO, ENODEV, ELOOP].contains(errno) { return nil }
      throw InputFailure(reading: path)
    }
    defer { close(descriptor) }
    guard let stamp = FileStamp.ofOpenFile(descriptor) else { return nil }
    var hash = SHA256()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw InputFailure(reading: path) }
      if count == 0 { return (hexadecimal(hash.finalize()), stamp) }
      unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The sum of texts, each ended by a byte that no text holds.
  static func ofTexts(_ texts: [String]) -> String {
    var hash = SHA256()
    for text in texts {
      hash.update(data: Array(text.utf8))
      hash.update(data: [0])
    }
    return hexadecimal(hash.finalize())
  }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }
}
