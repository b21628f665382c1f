import ExportReading
import FoundationEssentials
import Glibc
import LineParsing
import PoolModel

/// The rows of an export that cannot be used, in a form that can be corrected and read again
/// (law 2): the export's own header and the raw rows, with the reasons in a text beside them.
///
/// Raw rows hold payees' names, so the files are for the owner only and lie outside `data/pools`.
struct Rejects: Sendable {
  let export: Workspace.ExportPlace
  /// The bytes of the export's header.
  let header: Range<Int64>
  let rows: [RefusedRow]

  /// Writes the rows as `data/rejects/<publisher>/<export>.csv`, or takes away what an earlier run
  /// left where there are none.
  func write(in workspace: Workspace) throws(RejectsError) {
    let path = Rejects.path(of: export, in: workspace)
    guard !rows.isEmpty, case .success(let file) = ExportFile.open(workspace.path(export.path))
    else { return Rejects.remove(export, in: workspace) }
    var raw = Rejects.ended(file.bytes(from: header.lowerBound, to: header.upperBound))
    var reasons = ""
    for row in rows {
      raw += Rejects.ended(file.bytes(from: row.byte, to: row.byteEnd))
      reasons += "\(row.finding)\n"
    }
    try Rejects.makeFolder(of: path, below: workspace.rejectsPath)
    try Rejects.write(raw, to: path)
    try Rejects.write(Array(reasons.utf8), to: path + ".reasons.txt")
  }

  /// Takes away the rejects of an export.
  static func remove(_ export: Workspace.ExportPlace, in workspace: Workspace) {
    let path = path(of: export, in: workspace)
    for stale in [path, path + ".reasons.txt"] {
      try? FileManager.default.removeItem(atPath: stale)
    }
  }

  private static func path(of export: Workspace.ExportPlace, in workspace: Workspace) -> String {
    let path = workspace.rejectsPath + "/" + export.path.dropFirst("data/exports/".count)
    // The rows of an archive are text; an export beside it may have its name without `.gz`.
    return path.lowercased().hasSuffix(".gz") ? path + ".csv" : path
  }

  /// A row with a line end: the last row of a file may lack its own.
  private static func ended(_ row: [UInt8]) -> [UInt8] {
    guard let last = row.last, last != 0x0A, last != 0x0D else { return row }
    return row + [0x0A]
  }

  /// Makes each folder on the way that is missing, for the owner only.
  private static func makeFolder(of path: String, below root: String) throws(RejectsError) {
    var folder = root
    let parts = path.dropFirst(root.count).split(separator: "/").dropLast()
    for part in [""] + parts {
      folder += part.isEmpty ? "" : "/\(part)"
      if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST {
        throw RejectsError(making: folder)
      }
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(RejectsError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw RejectsError(making: path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw RejectsError(making: path) }
      written += count
    }
  }
}

/// The rejects of an export could not be written; the run fails, because a row would be lost.
struct RejectsError: Error, CustomStringConvertible {
  let description: String

  /// The error that the system has just reported for a path.
  init(making path: String) {
    description = "cannot write \(path): \(unsafe String(cString: strerror(errno)))"
  }
}
