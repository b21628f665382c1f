import Glibc

/// Everything below a folder; links to folders are not followed.
struct FolderTree {
  /// Relative to the folder, in no order.
  private(set) var paths: [String] = []

  /// Lists a folder; nil where there is none.
  ///
  /// A folder that cannot be listed would be taken for an empty one otherwise, and its exports for
  /// gone.
  init?(below root: String) throws(InputFailure) {
    var status = stat()
    guard unsafe stat(root, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw InputFailure(reading: root) }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return nil }
    try add(root, shownAs: "")
  }

  private mutating func add(_ folder: String, shownAs prefix: String) throws(InputFailure) {
    for name in try FolderTree.names(in: folder) {
      let path = "\(folder)/\(name)"
      paths.append(prefix + name)
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else {
        // It has gone since it was listed.
        guard errno == ENOENT else { throw InputFailure(reading: path) }
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR { try add(path, shownAs: "\(prefix)\(name)/") }
    }
  }

  private static func names(in folder: String) throws(InputFailure) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw InputFailure(reading: folder) }
    defer { _ = unsafe closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      // Safe: the system ends every name with a zero byte inside the entry.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw InputFailure(reading: folder) }
    return names
  }
}
