import FoundationEssentials
import Glibc

/// A folder with `mappings/` and `data/`.
package struct Workspace: Sendable {
  /// The folder's path.
  package let root: String

  /// The workspace at a path.
  package init(root: String) { self.root = root }

  /// The store.
  package var storePath: String { path("data/weir.sqlite") }
  /// What is published.
  package var poolsPath: String { path("data/pools") }
  /// Where rows that cannot be used are kept.
  package var rejectsPath: String { path("data/rejects") }
  /// What is known of the payees' names; it may be deleted at any time.
  package var knownNamesPath: String { path("data/names.known") }
  /// The lock that one run holds.
  package var lockPath: String { path("data/weir.lock") }

  /// Whether a run ever made the store.
  package var hasStore: Bool { FileManager.default.fileExists(atPath: storePath) }

  /// Whether it has mapping files at all.
  package var hasMappings: Bool { FileManager.default.fileExists(atPath: path("mappings")) }

  /// Makes the folder that the store and the lock lie in, where it is missing.
  func makeDataFolder() throws { try makeFolder("data") }

  /// Makes a folder of the workspace and those above it, where they are missing.
  func makeFolder(_ relative: String) throws {
    var folder = path(relative)
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    if unsafe mkdir(folder, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = relative.lastIndex(of: "/") else {
      throw LedgerFileError("make", folder)
    }
    try makeFolder(String(relative[..<slash]))
    if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST { throw LedgerFileError("make", folder) }
  }

  /// The full path of a path within the workspace.
  package func path(_ relative: String) -> String {
    root.hasSuffix("/") ? root + relative : "\(root)/\(relative)"
  }

  /// An export as it lies in the workspace.
  package struct ExportPlace: Hashable, Sendable {
    /// The folder under `data/exports/`.
    package var publisher: String
    /// Relative to the workspace.
    package var path: String
  }

  /// The exports under `data/exports/<publisher>/`, in order of path.
  ///
  /// Every file that is named `.csv` or `.csv.gz` in any case counts, and every folder that is named so, which
  /// then is a finding; names that begin with a dot do not. A file that lies in no publisher's
  /// folder, and a publisher's folder that is a link, which is not followed, are findings too.
  ///
  /// - Throws: where a folder cannot be listed, because its exports are not gone.
  package func exports() throws -> [ExportPlace] {
    let base = path("data/exports")
    guard let entries = try FolderTree(below: base) else { return [] }
    return entries.paths.compactMap { entry in
      let parts = entry.split(separator: "/")
      guard let publisher = parts.first, !parts.contains(where: { $0.hasPrefix(".") }),
        Workspace.isExportName(entry) || parts.count == 1 && isLink("\(base)/\(entry)")
      else { return nil }
      return ExportPlace(publisher: String(publisher), path: "data/exports/\(entry)")
    }.sorted { $0.path < $1.path }
  }

  /// The exports that lie in a folder itself, in order of path; nil where the path is no folder.
  package static func exports(inFolder path: String) -> [String]? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder,
      let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { return nil }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    return names.filter { isExportName($0) && !$0.hasPrefix(".") }.sorted().map {
      "\(folder)/\($0)"
    }
  }

  /// The names of the folders in a folder, in order; none where it is missing.
  func folders(in relative: String) -> [String] {
    let folder = path(relative)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    // The exports of what is no folder are nil.
    return names.filter {
      !$0.hasPrefix(".") && Workspace.exports(inFolder: "\(folder)/\($0)") != nil
    }.sorted()
  }

  private static func isExportName(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".csv") || name.hasSuffix(".csv.gz")
  }

  private func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  /// The files under `mappings/`, relative to the workspace, in order of path.
  ///
  /// - Throws: where a folder cannot be listed.
  package func mappingFiles() throws -> [String] {
    (try FolderTree(below: path("mappings"))?.paths ?? [])
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
      .map { "mappings/\($0)" }.sorted()
  }
}
