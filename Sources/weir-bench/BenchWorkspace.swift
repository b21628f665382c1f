import FoundationEssentials
import Glibc

/// A workspace on disk that holds made-up ledgers and their mappings.
struct BenchWorkspace {
  /// Its folder.
  let path: String

  /// Makes the folder with the mappings; the shared ones are copied from `sharedWorkspace`.
  init(at path: String, sharedWorkspace: String) throws {
    self.path = path
    let files = FileManager.default
    for folder in ["sources", "codes", "exports", "pools", "providers"] {
      try files.createDirectory(
        atPath: "\(path)/mappings/\(folder)", withIntermediateDirectories: true)
    }
    try files.createDirectory(atPath: exportFolder, withIntermediateDirectories: true)
    for shared in LedgerMappings.sharedPaths {
      guard files.fileExists(atPath: "\(sharedWorkspace)/\(shared)") else {
        throw BenchError("no \(shared) in \(sharedWorkspace); name Weir's folder with --shared")
      }
      try files.copyItem(atPath: "\(sharedWorkspace)/\(shared)", toPath: "\(path)/\(shared)")
    }
    for (file, text) in LedgerMappings.files {
      try text.write(toFile: "\(path)/\(file)", atomically: false, encoding: .utf8)
    }
  }

  private var exportFolder: String { "\(path)/data/exports/\(LedgerMappings.publisher)" }

  /// The path of an export of that name.
  func export(_ name: String) -> String { "\(exportFolder)/\(name)" }

  /// Puts a file that exists elsewhere among the exports: as a second name, or as a copy where the
  /// two are on different disks.
  func add(_ file: String, as name: String) throws {
    guard unsafe link(file, export(name)) != 0 else { return }
    try FileManager.default.copyItem(atPath: file, toPath: export(name))
  }

  /// The store that a run leaves behind.
  var store: String { "\(path)/data/weir.sqlite" }

  /// Whether a run has made the store.
  var hasStore: Bool { FileManager.default.fileExists(atPath: store) }

  /// Removes what runs have left, so that the next one starts from the exports alone.
  func forgetRuns() throws {
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: "\(path)/data") where name != "exports" {
      try files.removeItem(atPath: "\(path)/data/\(name)")
    }
  }
}
