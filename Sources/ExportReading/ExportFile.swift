import Glibc
package import PoolModel

/// An open export: a regular file whose first bytes do not belong to another format.
package final class ExportFile {
  /// The path as it was given.
  package let path: String
  /// The size in bytes when it was opened.
  package let size: Int64
  private let descriptor: Int32

  private init(path: String, size: Int64, descriptor: Int32) {
    self.path = path
    self.size = size
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens an export.
  ///
  /// Gives the file, or the finding that says why it is none; findings name `shownPath`.
  package static func open(
    _ path: String, shownAs shownPath: String? = nil
  ) -> Result<ExportFile, ExportFault> {
    let place = SourcePosition(file: shownPath ?? path)
    func fault(_ code: FindingCode, _ message: String, _ remedy: String) -> ExportFault {
      ExportFault(finding: Finding(code, at: place, message: message, remedy: remedy))
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        return .failure(unreadable(place, errno))
      }
      return .failure(
        fault(.exportMissing, "there is no such file", "check the path and the name"))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      return .failure(
        fault(.exportIsDirectory, "this is a folder, not an export", "name the files in it"))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(
        fault(.exportUnreadable, "this is no regular file", "copy the export to a file"))
    }
    if status.st_size == 0 {
      return .failure(
        fault(
          .exportEmpty, "the file is empty", "ask the publisher for the export again"))
    }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(unreadable(place, errno)) }
    let file = ExportFile(path: path, size: Int64(status.st_size), descriptor: descriptor)
    if let format = file.foreignFormat {
      return .failure(
        fault(
          .exportNotCSV, "this is \(format), not CSV",
          "ask the publisher for CSV, or save the sheet as CSV (UTF-8)"))
    }
    return .success(file)
  }

  private static func unreadable(_ place: SourcePosition, _ code: Int32) -> ExportFault {
    let reason = unsafe String(cString: strerror(code))
    return ExportFault(
      finding: Finding(
        .exportUnreadable, at: place, message: "the file cannot be read: \(reason)",
        remedy: "check its permissions and the disk"))
  }

  /// Reads bytes at an offset; fewer than asked for only at the end of the file.
  ///
  /// - Returns: how many bytes were read; nil where the system reports an error.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
    var total = 0
    while total < buffer.count {
      // Safe: the range lies within the buffer.
      let count = unsafe pread(
        descriptor, buffer.baseAddress?.advanced(by: total), buffer.count - total,
        off_t(offset) + off_t(total))
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { break }
      total += count
    }
    return total
  }

  /// The bytes from `start` up to `end`, such as one raw record; empty where they cannot be read.
  package func bytes(from start: Int64, to end: Int64) -> [UInt8] {
    let length = Int(max(0, min(end, size) - start))
    return unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      unsafe count = read(into: UnsafeMutableRawBufferPointer(buffer), at: start) ?? 0
    }
  }

  /// The format that the first bytes belong to, in words; nil: it may be CSV.
  private var foreignFormat: String? {
    let start = bytes(from: 0, to: 4096)
    for (magic, format) in ExportFile.magics where start.starts(with: magic) { return format }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      return "UTF-16 text"
    }
    let text = String(decoding: start.prefix(512), as: UTF8.self).lowercased()
    let body = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if body.hasPrefix("<!doctype html") || body.hasPrefix("<html") { return "a web page" }
    return start.contains(0) ? "a binary file" : nil
  }

  private static let magics: [(bytes: [UInt8], format: String)] = [
    (Array("%PDF".utf8), "a PDF document"),
    ([0x50, 0x4B, 0x03, 0x04], "a spreadsheet or ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word document"),
    ([0x1F, 0x8B], "a gzip archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("{\\rtf".utf8), "an RTF document"),
  ]
}

/// Why a file cannot be read as an export.
package struct ExportFault: Error {
  /// The finding that says it.
  package let finding: Finding

  /// A fault told by a finding.
  package init(finding: Finding) { self.finding = finding }
}
