internal import Glibc

/// The files of one folder, through the system's own calls, so that every error has its number.
struct FolderContent {
  /// What stands at a path; links are not followed.
  enum Kind {
    case absent
    case folder
    case link
    case file
  }

  let path: String

  init(_ path: String) { self.path = path }

  /// What stands at the path.
  func kind() throws(PoolsFolderError) -> Kind {
    var status = stat()
    // Safe: `status` outlives the call, which fills it.
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT { return .absent }
      throw PoolsFolderError("look at", path, errorNumber: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .file
    }
  }

  /// The names in the folder, sorted.
  func names() throws(PoolsFolderError) -> [String] {
    // Safe: the stream is used here only and closed before the function ends.
    guard let stream = unsafe opendir(path) else {
      throw PoolsFolderError("list", path, errorNumber: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    errno = 0
    // Safe: the entry is valid until the next call, and its name is copied before.
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw PoolsFolderError("list", path, errorNumber: errno) }
    return names.sorted()
  }

  /// Whether the folder holds exactly these files with these bytes.
  func isSame(as files: [PublishedFile]) throws(PoolsFolderError) -> Bool {
    guard try names() == files.map(\.name).sorted() else { return false }
    for file in files {
      let path = "\(self.path)/\(file.name)"
      guard try FolderContent(path).kind() == .file else { return false }
      let descriptor = try OpenFile(reading: path)
      guard try descriptor.holds(file.bytes) else { return false }
    }
    return true
  }

  /// Makes the folder.
  func make() throws(PoolsFolderError) {
    // Safe: the call reads the path and keeps nothing.
    guard unsafe mkdir(path, 0o755) == 0 else {
      throw PoolsFolderError("make", path, errorNumber: errno)
    }
  }

  /// Writes a file into the folder and brings it to the disk.
  func write(_ file: PublishedFile) throws(PoolsFolderError) {
    let open = try OpenFile(creating: "\(path)/\(file.name)")
    try open.write(file.bytes)
    try open.synchronise()
  }

  /// Brings the folder's list of names to the disk.
  func synchronise() throws(PoolsFolderError) {
    try OpenFile(reading: path).synchronise()
  }

  /// Removes the folder and the files in it; nothing where it is absent.
  ///
  /// Of a link, only the link goes.
  func remove() throws(PoolsFolderError) {
    switch try kind() {
    case .absent: return
    case .file, .link: try FolderContent.unlink(path)
    case .folder:
      for name in try names() { try FolderContent.unlink("\(path)/\(name)") }
      // Safe: the call reads the path and keeps nothing.
      guard unsafe rmdir(path) == 0 else {
        throw PoolsFolderError("remove", path, errorNumber: errno)
      }
    }
  }
}

extension FolderContent {
  private static func unlink(_ path: String) throws(PoolsFolderError) {
    // Safe: the call reads the path and keeps nothing.
    guard unsafe Glibc.unlink(path) == 0 else {
      throw PoolsFolderError("remove", path, errorNumber: errno)
    }
  }

  /// Gives a folder another name.
  static func rename(_ from: String, to: String) throws(PoolsFolderError) {
    // Safe: the call reads the paths and keeps nothing.
    guard unsafe Glibc.rename(from, to) == 0 else {
      throw PoolsFolderError("move \(from) to", to, errorNumber: errno)
    }
  }

  /// Lets two folders change places in one step; false where the system or the file system cannot.
  static func exchange(_ one: String, with other: String) throws(PoolsFolderError) -> Bool {
    typealias Renameat2 =
      @convention(c) (
        CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
      ) -> CInt
    // glibc declares renameat2 for GNU sources only, which Swift's module of it does not show.
    // Safe: the symbol, where it is found, is glibc's function of this signature.
    guard let symbol = unsafe dlsym(nil, "renameat2") else { return false }
    let renameat2 = unsafe unsafeBitCast(symbol, to: Renameat2.self)
    let exchangeFlag: CUnsignedInt = 2
    // Safe: the call reads the paths and keeps nothing.
    if unsafe renameat2(AT_FDCWD, one, AT_FDCWD, other, exchangeFlag) == 0 { return true }
    guard errno == ENOSYS || errno == EINVAL else {
      throw PoolsFolderError("move \(one) to", other, errorNumber: errno)
    }
    return false
  }
}
