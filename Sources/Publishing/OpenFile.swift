internal import Glibc

/// An open file or folder, closed when it goes out of use.
struct OpenFile: ~Copyable {
  private let path: String
  private let descriptor: CInt

  /// Opens a file or folder for reading.
  init(reading path: String) throws(PoolsFolderError) {
    self.path = path
    // Safe: the call reads the path and keeps nothing.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw PoolsFolderError("open", path, errorNumber: errno) }
  }

  /// Makes a file that must not be there yet.
  init(creating path: String) throws(PoolsFolderError) {
    self.path = path
    // Safe: the call reads the path and keeps nothing.
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw PoolsFolderError("make", path, errorNumber: errno) }
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Writes all bytes, going on where the system takes only some.
  borrowing func write(_ bytes: [UInt8]) throws(PoolsFolderError) {
    var written = 0
    while written < bytes.count {
      // Safe: the range lies inside the array, which outlives the call.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw PoolsFolderError("write", path, errorNumber: count < 0 ? errno : ENOSPC)
      }
      written += count
    }
  }

  /// Whether the rest of the file is exactly these bytes.
  borrowing func holds(_ bytes: [UInt8]) throws(PoolsFolderError) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var compared = 0
    while true {
      // Safe: the call fills at most the array, which outlives it.
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw PoolsFolderError("read", path, errorNumber: errno) }
      if count == 0 { return compared == bytes.count }
      guard compared + count <= bytes.count,
        chunk[..<count].elementsEqual(bytes[compared..<(compared + count)])
      else { return false }
      compared += count
    }
  }

  /// The rest of the file, of which more than `limit` bytes may be left out.
  borrowing func contents(upTo limit: Int = .max) throws(PoolsFolderError) -> [UInt8] {
    var contents: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      // Safe: the call fills at most the array, which outlives it.
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw PoolsFolderError("read", path, errorNumber: errno) }
      contents += chunk[..<count]
      if count == 0 || contents.count >= limit { return contents }
    }
  }

  /// Brings what was written to the disk.
  borrowing func synchronise() throws(PoolsFolderError) {
    guard fsync(descriptor) == 0 else {
      throw PoolsFolderError("bring to the disk", path, errorNumber: errno)
    }
  }
}
