import ExportReading
import FoundationEssentials
import Glibc
import LineParsing
import PoolModel

/// The rows of an export that cannot be used, in a form that can be corrected and read again
/// (law 2): the export's own header and the raw rows, with the reasons in a table beside them.
///
/// Raw rows hold payees' names, so the files are for the owner only and lie outside `data/pools`.
struct RejectsFile {
  /// The raw rows, as `data/rejects/<publisher>/<export>.csv`.
  let path: String
  private var reasonsPath: String { path + ".reasons.txt" }

  init(workspace: Workspace, export: Workspace.ExportPlace) {
    path =
      workspace.rejectsPath + "/" + export.path.dropFirst("data/exports/".count)
  }

  /// Writes the rows, or takes away what an earlier run left where there are none.
  ///
  /// - Returns: nil, or why the files could not be written.
  func write(_ refused: [RefusedRow], of file: ExportFile, header: Range<Int64>) -> String? {
    guard !refused.isEmpty else {
      for stale in [path, reasonsPath] { try? FileManager.default.removeItem(atPath: stale) }
      return nil
    }
    var rows = Self.ended(file.bytes(from: header.lowerBound, to: header.upperBound))
    var reasons = ""
    for row in refused {
      rows += Self.ended(file.bytes(from: row.byte, to: row.byteEnd))
      reasons += "\(row.finding)\n"
    }
    return Self.write(rows, to: path) ?? Self.write(Array(reasons.utf8), to: reasonsPath)
  }

  /// A row with a line end: the last row of a file may lack its own.
  private static func ended(_ row: [UInt8]) -> [UInt8] {
    guard let last = row.last, last != 0x0A, last != 0x0D else { return row }
    return row + [0x0A]
  }

  private static func write(_ bytes: [UInt8], to path: String) -> String? {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      return "cannot make \(folder)"
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      return "cannot write \(path): \(unsafe String(cString: strerror(errno)))"
    }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      guard count > 0 else {
        return "cannot write \(path): \(unsafe String(cString: strerror(errno)))"
      }
      written += count
    }
    return nil
  }
}
