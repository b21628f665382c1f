import Glibc
import PoolModel

/// A folder of mapping files on disk, whose paths begin with `mappings/` wherever it lies.
struct MappingFolder {
  /// The path of the folder itself.
  let root: String
  private(set) var findings: [Finding] = []

  init(root: String) { self.root = root }

  private func place(of path: String) -> String {
    path.hasPrefix("mappings") ? root + path.dropFirst("mappings".count) : "\(root)/\(path)"
  }

  /// Whether there is such a folder.
  var exists: Bool {
    var status = stat()
    guard unsafe stat(root, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// A file, such as `mappings/organisations.csv`; nil where there is none.
  func file(_ path: String) -> MappingFile? {
    let descriptor = unsafe Glibc.open(place(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      return isMissing ? nil : .unreadable(path: path, reason: MappingFolder.reason)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // Safe: the system writes no more than the chunk holds.
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return MappingFile(path: path, bytes: bytes) }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        return .unreadable(path: path, reason: MappingFolder.reason)
      }
    }
  }

  /// The files of a folder with that ending, in order of their names; none where it is missing.
  mutating func files(in folder: String, ending: String) -> [MappingFile] {
    guard let names = names(in: folder) else { return [] }
    // The other ending of structured files would otherwise be passed over without a word.
    for name in names where ending == "yaml" && name.hasSuffix(".yml") {
      findings.append(
        Finding(
          .mappingFileUnreadable, at: SourcePosition(file: "\(folder)/\(name)"),
          message: "mapping files end in .yaml", remedy: "rename it to end in .yaml"))
    }
    return names.filter { $0.hasSuffix(".\(ending)") }.compactMap { file("\(folder)/\($0)") }
  }

  private mutating func names(in path: String) -> [String]? {
    guard let folder = unsafe opendir(place(of: path)) else {
      if errno != ENOENT {
        findings += MappingFile.unreadable(path: path, reason: MappingFolder.reason).findings
      }
      return nil
    }
    defer { _ = unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      // Safe: the system ends every name with a zero byte inside the entry.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Why the last call of the system failed.
  private static var reason: String { unsafe String(cString: strerror(errno)) }
}
