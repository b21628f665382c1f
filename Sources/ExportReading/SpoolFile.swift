import Glibc

/// A temporary file without a name, for text that can be read only once as it was received.
///
/// It lies in the folder that `TMPDIR` names, or in `/tmp`, can be read by nobody else, and is gone
/// when it is closed or the program ends, however it ends. Memory holds one buffer of it.
// Safe: the buffer is reached only through its own bounds.
@safe struct SpoolFile: ~Copyable {
  private let descriptor: Int32
  private let buffer: UnsafeMutableRawBufferPointer
  private var filled = 0
  private var isClosed = false
  /// How many bytes were appended.
  private(set) var size: Int64 = 0
  /// The system's error where writing failed; 0: none.
  private(set) var failure: Int32 = 0

  /// An empty file; nil, with `errno` set, where the system makes none.
  init?() {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    descriptor = SpoolFile.nameless(in: folder.isEmpty ? "/tmp" : folder)
    guard descriptor >= 0 else { return nil }
    unsafe buffer = .allocate(byteCount: FileBytes.pieceSize, alignment: 64)
  }

  deinit {
    unsafe buffer.deallocate()
    if !isClosed { close(descriptor) }
  }

  private static func nameless(in folder: String) -> Int32 {
    let flags = O_RDWR | O_CLOEXEC
    // O_TMPFILE of <fcntl.h>, which is too involved a macro for Swift to see.
    let temporary = unsafe open(folder, flags | 0o20000000 | O_DIRECTORY, 0o600)
    if temporary >= 0 { return temporary }
    // Some file systems have no nameless files: make one and take its name away.
    var template = Array("\(folder)/weir-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { return descriptor }
    unsafe unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  /// Appends bytes; what cannot be written shows as ``failure``.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = unsafe bytes
    size += Int64(bytes.count)
    while unsafe !rest.isEmpty {
      if unsafe filled == buffer.count { flush() }
      let count = unsafe min(rest.count, buffer.count - filled)
      // Safe: the room was measured in the line before.
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + count])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      filled += count
    }
  }

  private mutating func flush() {
    var written = 0
    while written < filled, failure == 0 {
      let count = unsafe write(
        descriptor, buffer.baseAddress?.advanced(by: written), filled - written)
      if count < 0 {
        if errno != EINTR { failure = errno }
      } else {
        written += count
      }
    }
    filled = 0
  }

  /// The bytes appended, to be read; nil where not all of them could be written.
  consuming func finish() -> Result<FileBytes, SpoolFailure> {
    flush()
    guard failure == 0 else { return .failure(SpoolFailure(code: failure)) }
    isClosed = true
    return .success(FileBytes(descriptor: descriptor, size: size))
  }
}

/// A temporary file could not be made or written.
struct SpoolFailure: Error {
  /// The system's error number.
  let code: Int32
}
