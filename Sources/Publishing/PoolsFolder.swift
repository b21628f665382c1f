internal import PoolModel

/// The folder of published files, which changes as a whole: a reader sees the old set or the new
/// one, never a mixture.
///
/// The folder belongs to Weir: publishing replaces everything in it. Two publishers at once are
/// kept apart by the lock of the workspace.
package struct PoolsFolder: Sendable {
  /// What publishing did.
  package enum Outcome: String, Sendable {
    /// The folder now holds the new files.
    case published
    /// The folder already held these bytes; nothing was touched.
    case unchanged
  }

  /// How a new folder takes the old one's place.
  enum Swap: Sendable {
    /// In one step, where the system can; otherwise as `twoRenames`.
    case exchange
    /// The old one away, then the new one in: for an instant there is no folder.
    case twoRenames
  }

  let path: String
  private let swap: Swap

  /// The folder at `path`, whose parent exists; it is made by the first publishing.
  package init(path: String) { self.init(path: path, swap: .exchange) }

  init(path: String, swap: Swap) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.swap = swap
  }

  /// Writes all files beside the folder, brings them to the disk and puts them in its place.
  ///
  /// - Throws: where the system refuses, or where the folder holds something that Weir did not
  ///   publish. Until the new set is whole on the disk, the old one stays as it is.
  package func publish(_ files: [PublishedFile]) throws(PoolsFolderError) -> Outcome {
    try recover()
    let exists = try refuseForeignFolder()
    if exists, try FolderContent(path).isSame(as: files) { return .unchanged }
    try write(files)
    if exists {
      try replace()
    } else {
      try FolderContent.rename(newPath, to: path)
    }
    try FolderContent(parent).synchronise()
    try FolderContent(newPath).remove()
    try FolderContent(oldPath).remove()
    return .published
  }

  /// What publishing these files would do; nothing is touched.
  package func outcome(ofPublishing files: [PublishedFile]) throws(PoolsFolderError) -> Outcome {
    guard try refuseForeignFolder() else { return .published }
    return try FolderContent(path).isSame(as: files) ? .unchanged : .published
  }

  private var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private var name: Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  /// Where the new set is written; after an exchange, the old set stands there.
  private var newPath: String { "\(parent)/.\(name).new" }

  /// Where the old set stands between two renames.
  private var oldPath: String { "\(parent)/.\(name).old" }

  /// Puts right what a run that was killed left behind.
  package func recover() throws(PoolsFolderError) {
    if try FolderContent(path).kind() == .absent, try FolderContent(oldPath).kind() == .folder {
      try FolderContent.rename(oldPath, to: path)
    }
    try FolderContent(newPath).remove()
    try FolderContent(oldPath).remove()
  }

  /// Whether there is a folder to replace; throws where replacing it could lose somebody's files.
  private func refuseForeignFolder() throws(PoolsFolderError) -> Bool {
    switch try FolderContent(path).kind() {
    case .absent: return false
    case .file, .link:
      throw PoolsFolderError(refusing: "replace", path, because: "it is not a folder")
    case .folder: break
    }
    let names = try FolderContent(path).names()
    guard names.isEmpty || names.contains("datapackage.json") else {
      throw PoolsFolderError(
        refusing: "replace", path, because: "it holds files but no datapackage.json")
    }
    for name in names where try FolderContent("\(path)/\(name)").kind() == .folder {
      throw PoolsFolderError(
        refusing: "replace", path, because: "it holds the folder \(name.quotedForMessage)")
    }
    return true
  }

  private func write(_ files: [PublishedFile]) throws(PoolsFolderError) {
    let folder = FolderContent(newPath)
    try folder.make()
    for file in files { try folder.write(file) }
    try folder.synchronise()
  }

  private func replace() throws(PoolsFolderError) {
    if swap == .exchange, try FolderContent.exchange(newPath, with: path) { return }
    try FolderContent.rename(path, to: oldPath)
    do {
      try FolderContent.rename(newPath, to: path)
    } catch {
      try FolderContent.rename(oldPath, to: path)
      throw error
    }
  }
}
