import Glibc

/// The lock that keeps two runs of one workspace apart.
///
/// The system lets go of it when the process ends, however it ends, so that it cannot be stale.
final class WorkspaceLock {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    // Closing is not enough where a child was just being started, which holds the file until then.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Takes the lock; the file then holds the process's number for whoever finds it taken.
  static func take(_ path: String) throws(WorkspaceLockError) -> WorkspaceLock {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .unusable(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var holder = [UInt8](repeating: 0, count: 32)
      let count = unsafe holder.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress, 31, 0)
      }
      close(descriptor)
      let text = String(decoding: holder.prefix(max(0, count)), as: UTF8.self)
      throw .held(path: path, process: String(text.prefix { $0.isNumber }))
    }
    let text = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = unsafe text.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return WorkspaceLock(descriptor: descriptor)
  }
}

/// Why the lock of a workspace was not to be had.
package enum WorkspaceLockError: Error, CustomStringConvertible {
  /// Another run holds it.
  case held(path: String, process: String)
  /// The file cannot be opened.
  case unusable(path: String, reason: String)

  /// One line for the terminal.
  package var description: String {
    switch self {
    case .held(let path, let process):
      "\(path): another run holds the workspace (process \(process)); wait for it to end"
    case .unusable(let path, let reason):
      "\(path): cannot be locked: \(reason)"
    }
  }
}
