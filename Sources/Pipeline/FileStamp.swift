import Glibc

/// What tells that a file is still the one that was read: the system changes one of these with every
/// change of the file, and the last of them cannot be set by hand.
struct FileStamp: Hashable, Sendable {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let modified: [Int]
  private let changed: [Int]

  private init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
    size = status.st_size
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
  }

  /// The stamp of the file at a path; nil where there is none.
  static func ofFile(_ path: String) -> FileStamp? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? FileStamp(status) : nil
  }

  /// Whether a path is that of a regular file.
  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The stamp of an open regular file; nil: it is none.
  ///
  /// Times of files move on in steps of some milliseconds. A file that was changed within the last
  /// step is looked at again after it, so that a later change cannot have the same stamp.
  static func ofOpenFile(_ descriptor: Int32) -> FileStamp? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    guard isFresh(status.st_ctim) else { return FileStamp(status) }
    usleep(step * 1_000)
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    return FileStamp(status)
  }

  /// No system in use has longer steps, in milliseconds.
  private static let step: UInt32 = 20

  private static func isFresh(_ changed: timespec) -> Bool {
    var now = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else { return true }
    let age = (now.tv_sec - changed.tv_sec) * 1_000 + (now.tv_nsec - changed.tv_nsec) / 1_000_000
    return age >= 0 && age < Int(step)
  }
}
