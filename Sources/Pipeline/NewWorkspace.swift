import FoundationEssentials
import Glibc

/// A workspace that is made from shared mappings, and from examples where they are asked for.
package struct NewWorkspace {
  /// The folders whose `mappings/` and `data/` it is made from; of two files of one path the later
  /// folder's counts.
  private let origins: [String]

  /// A workspace from folders that hold `mappings/`, `data/` or both.
  package init(from origins: [String]) { self.origins = origins }

  /// Why no workspace is made.
  package enum Hindrance: Error, Hashable {
    /// The folder holds something already.
    case notEmpty(String)
    /// There is a file of that name.
    case noFolder(String)
    /// A folder to make it from holds no `mappings/`.
    case noMappings(String)
    /// The system refuses.
    case refused(path: String, reason: String)
  }

  /// Makes the workspace: under another name beside its place first, so that it is there as a whole or
  /// not at all.
  ///
  /// - Parameters:
  ///   - path: the folder, which may be there if it is empty; the one above it is there.
  ///   - isDryRun: nothing is written.
  /// - Throws: ``Hindrance``.
  /// - Returns: how many mapping files and exports it has.
  package func make(at path: String, isDryRun: Bool) throws(Hindrance) -> (
    mappings: Int, exports: Int
  ) {
    try checkIsFree(path)
    let files = try files()
    let counts = (
      mappings: files.keys.count { $0.hasPrefix("mappings/") },
      exports: files.keys.count { $0.hasPrefix("data/exports/") }
    )
    guard !isDryRun else { return counts }
    var target = path
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    let fresh = "\(target).new-\(getpid())"
    guard unsafe mkdir(fresh, 0o777) == 0 else { throw .lastError(target) }
    do throws(Hindrance) {
      try makeFolder("\(fresh)/data/exports")
      for (file, origin) in files.sorted(by: { $0.key < $1.key }) {
        try copy("\(origin)/\(file)", to: "\(fresh)/\(file)")
      }
      guard unsafe rename(fresh, target) == 0 else { throw Hindrance.lastError(target) }
    } catch {
      try? FileManager.default.removeItem(atPath: fresh)
      throw error
    }
    return counts
  }

  private func checkIsFree(_ path: String) throws(Hindrance) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .lastError(path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .noFolder(path) }
    do {
      let held = try FileManager.default.contentsOfDirectory(atPath: path)
      guard held.isEmpty else { throw Hindrance.notEmpty(path) }
    } catch let hindrance as Hindrance {
      throw hindrance
    } catch {
      throw .lastError(path)
    }
  }

  /// The files by their path in the workspace, with the folder that each comes from.
  private func files() throws(Hindrance) -> [String: String] {
    var files: [String: String] = [:]
    var hasMappings = false
    for origin in origins {
      for part in ["mappings", "data/exports", "data/legacy"] {
        let names =
          (try? FileManager.default.subpathsOfDirectory(atPath: "\(origin)/\(part)")) ?? []
        for name in names where NewWorkspace.isFile("\(origin)/\(part)/\(name)") {
          files["\(part)/\(name)"] = origin
          hasMappings = hasMappings || part == "mappings"
        }
      }
      if !hasMappings { throw .noMappings(origin) }
    }
    return files
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private func makeFolder(_ path: String) throws(Hindrance) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .lastError(path)
    }
  }

  private func copy(_ file: String, to target: String) throws(Hindrance) {
    guard let bytes = FileManager.default.contents(atPath: file) else { throw .lastError(file) }
    try makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)]))
    // Shared files may be their owner's to read only; those of a workspace are its own.
    guard FileManager.default.createFile(atPath: target, contents: bytes) else {
      throw .lastError(target)
    }
  }
}

extension NewWorkspace.Hindrance {
  /// What the system has just said of a path.
  fileprivate static func lastError(_ path: String) -> NewWorkspace.Hindrance {
    .refused(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
