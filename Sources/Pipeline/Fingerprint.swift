import Crypto
import Glibc

/// SHA-256 sums of files and of what a run is made from.
enum Fingerprint {
  /// The sum of a file's bytes in hexadecimal; nil where it cannot be read or is no regular file.
  static func ofFile(_ path: String) -> String? {
    // A named pipe without a writer would otherwise keep the run waiting for ever.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    var hash = SHA256()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return hexadecimal(hash.finalize()) }
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
