import Glibc
import PoolModel

/// Opens an export's bytes as they were received: a regular file, or standard input.
struct ReceivedBytes {
  let path: String
  /// What findings name.
  let place: SourcePosition

  /// The name that stands for standard input.
  static let standardInput = "-"

  /// The bytes; those of a pipe are kept in a temporary file first.
  func open() throws(ExportFault) -> FileBytes {
    if let descriptor = openDescriptor { return try read(openDescriptor: descriptor) }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw unreadable(errno) }
      throw fault(.exportMissing, "there is no such file", "check the path and the name")
    }
    try checkKind(status)
    // What was a file a moment ago may be a pipe now, and opening that must not wait for a writer.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw unreadable(errno) }
    return try regularFile(descriptor)
  }

  /// The descriptor that the path names: `-`, `/dev/stdin` or `/dev/fd/3`; nil: an ordinary path.
  ///
  /// Such a pipe has its writer already, unlike a named pipe, which may wait for one for ever.
  private var openDescriptor: Int32? {
    if path == ReceivedBytes.standardInput || path == "/dev/stdin" { return STDIN_FILENO }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }

  private func read(openDescriptor given: Int32) throws(ExportFault) -> FileBytes {
    let descriptor = fcntl(given, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw unreadable(errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      defer { close(descriptor) }
      throw unreadable(errno)
    }
    let kind = status.st_mode & S_IFMT
    // Standard input may have been read from already; what was read is then no part of the export.
    if kind == S_IFREG, given != STDIN_FILENO || lseek(descriptor, 0, SEEK_CUR) == 0 {
      return try regularFile(descriptor)
    }
    defer { close(descriptor) }
    if kind == S_IFCHR || kind == S_IFBLK {
      let device = isatty(descriptor) != 0 ? "a terminal" : "a device"
      throw fault(
        .exportUnreadable, "this is \(device), not an export",
        "send the export through a pipe, or name its file")
    }
    if kind == S_IFDIR { try checkKind(status) }
    return try spooled(descriptor)
  }

  private func regularFile(_ descriptor: Int32) throws(ExportFault) -> FileBytes {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      defer { close(descriptor) }
      try checkKind(status)
      throw unreadable(errno)
    }
    return FileBytes(descriptor: descriptor, size: Int64(status.st_size))
  }

  /// Refuses what is no regular file, as what it is.
  private func checkKind(_ status: stat) throws(ExportFault) {
    let kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: nil as String?
      case S_IFDIR:
        throw fault(
          .exportIsDirectory, "this is a folder, not an export", "name the files in it")
      case S_IFIFO: "a named pipe"
      case S_IFSOCK: "a socket"
      default: "a device"
      }
    guard let kind else { return }
    throw fault(
      .exportUnreadable, "this is \(kind), no regular file",
      "copy the export to a file, or send it to standard input and name -")
  }

  /// Keeps everything that a pipe gives.
  private func spooled(_ descriptor: Int32) throws(ExportFault) -> FileBytes {
    guard var spool = SpoolFile() else { throw notKept(errno) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: FileBytes.pieceSize, alignment: 64)
    defer { unsafe buffer.deallocate() }
    while spool.failure == 0 {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0 { break }
      if count > 0 {
        unsafe spool.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      } else if errno == EAGAIN {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        unsafe _ = poll(&wanted, 1, -1)
      } else if errno != EINTR {
        throw unreadable(errno)
      }
    }
    return try kept(spool.finish())
  }
}

extension ReceivedBytes {
  /// What a temporary file holds, or the fault that it could not be written.
  func kept(_ result: Result<FileBytes, SpoolFailure>) throws(ExportFault) -> FileBytes {
    switch result {
    case .success(let bytes): return bytes
    case .failure(let failure): throw notKept(failure.code)
    }
  }

  /// The fault that a temporary file cannot be made or written.
  func notKept(_ code: Int32) -> ExportFault {
    fault(
      .exportUnreadable,
      "its text cannot be kept in a temporary file: \(unsafe String(cString: strerror(code)))",
      "make room in the folder that TMPDIR names, or name another one")
  }

  /// The fault that the system reports an error.
  func unreadable(_ code: Int32) -> ExportFault {
    fault(
      .exportUnreadable,
      "the file cannot be read: \(unsafe String(cString: strerror(code)))",
      "check its permissions and the disk")
  }

  /// A fault of the file as a whole, or at a line and byte of its text.
  func fault(
    _ code: FindingCode, _ message: String, _ remedy: String, line: Int = 0, byte: Int64 = 0
  ) -> ExportFault {
    let position = SourcePosition(file: place.file, line: line, byte: byte)
    return ExportFault(finding: Finding(code, at: position, message: message, remedy: remedy))
  }
}
