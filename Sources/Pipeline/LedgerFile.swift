import Glibc

/// A small file that is replaced as a whole: whoever reads it sees the old or the new content.
struct LedgerFile {
  let path: String
  /// The rights of the file where it is not there yet.
  var mode: mode_t = 0o644

  /// The content; empty where there is no such file.
  func bytes() throws(LedgerFileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw LedgerFileError("read", path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // Safe: the system writes no more than the chunk holds.
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw LedgerFileError("read", path)
      }
    }
  }

  /// Replaces the content; the rights of the file stay, and a link to it stays a link.
  func replace(with bytes: [UInt8]) throws(LedgerFileError) {
    let target = resolvedPath
    try makeFolder(of: target)
    var status = stat()
    let mode = unsafe stat(target, &status) == 0 ? status.st_mode & 0o777 : self.mode
    // The ending is none that mapping files have, so that no reader takes it for one.
    let fresh = "\(target).new"
    let descriptor = unsafe open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LedgerFileError("write", fresh) }
    do {
      defer { close(descriptor) }
      try write(bytes, to: descriptor)
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
        throw LedgerFileError("write", fresh)
      }
    }
    guard unsafe rename(fresh, target) == 0 else { throw LedgerFileError("replace", target) }
    synchroniseFolder(of: target)
  }

  /// Where the file really is, so that a link to it is not replaced by a file.
  private var resolvedPath: String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(LedgerFileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw LedgerFileError("write", path) }
      written += count
    }
  }

  /// A workspace need not have any file about providers, nor a folder for them.
  private func makeFolder(of file: String) throws(LedgerFileError) {
    guard let end = file.lastIndex(of: "/") else { return }
    let folder = String(file[..<end])
    if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST { throw LedgerFileError("make", folder) }
  }

  /// Brings the new name to the disk; where that fails, the old content may come back after a power
  /// cut, whole.
  private func synchroniseFolder(of file: String) {
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}

/// The ledger could not be read or written.
struct LedgerFileError: Error, CustomStringConvertible {
  let description: String

  /// The error that the system has just reported.
  init(_ action: String, _ path: String) {
    description = "cannot \(action) \(path): \(unsafe String(cString: strerror(errno)))"
  }
}
