import ExportReading
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
  func write(in workspace: Workspace) throws {
    let path = Rejects.path(of: export, in: workspace)
    guard !rows.isEmpty else { return try Rejects.remove(export, in: workspace) }
    let opened = ExportFile.open(workspace.path(export.path), shownAs: export.path)
    guard case .success(let file) = opened else {
      if case .failure(let fault) = opened { throw RejectsError(fault.finding) }
      return
    }
    var raw = Rejects.ended(file.bytes(from: header.lowerBound, to: header.upperBound))
    var reasons = ""
    for row in rows {
      raw += Rejects.ended(file.bytes(from: row.byte, to: row.byteEnd))
      reasons += "\(row.finding)\n"
    }
    // A row that cannot be read again would be missing from the rejects without a word.
    if let failure = file.failure { throw RejectsError(failure) }
    try Rejects.makeFolder(of: path, below: workspace.rejectsPath)
    try Rejects.write(raw, to: path)
    try Rejects.write(Array(reasons.utf8), to: path + ".reasons.txt")
  }

  /// Takes away the rejects of an export.
  static func remove(
    _ export: Workspace.ExportPlace, in workspace: Workspace
  ) throws(RejectsError) {
    let path = path(of: export, in: workspace)
    for stale in [path, path + ".reasons.txt"].flatMap({ [$0, "\($0).new"] }) {
      guard unsafe unlink(stale) != 0, errno != ENOENT, errno != ENOTDIR else { continue }
      throw RejectsError("remove", stale)
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
        throw RejectsError("make", folder)
      }
    }
  }

  /// Writes a file whole, for the owner only, and brings it to the disk before the store's lines lack
  /// these rows.
  private static func write(_ bytes: [UInt8], to path: String) throws {
    try LedgerFile(path: path, mode: 0o600).replace(with: bytes)
  }
}

/// The rejects of an export could not be written; the run fails, because a row would be lost.
struct RejectsError: Error, CustomStringConvertible {
  let description: String

  /// The error that the system has just reported for a path.
  init(_ action: String, _ path: String) {
    description = "cannot \(action) \(path): \(unsafe String(cString: strerror(errno)))"
  }

  /// The rows cannot be read again.
  init(_ finding: Finding) { description = "\(finding.position.file): \(finding.message)" }
}
