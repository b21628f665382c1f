import Glibc

/// The lock that keeps two runs of one workspace apart.
///
/// The system lets go of it when the process ends, however it ends, so that it cannot be stale. On a
/// file system without such locks what the file says decides: a holder that is no longer there does
/// not hold it.
final class WorkspaceLock {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    // Nobody holds it now, and the file says so; where it cannot, the dead process's number does.
    _ = ftruncate(descriptor, 0)
    // Closing is not enough where a child was just being started, which holds the file until then.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Takes the lock; the file then names the process for whoever finds it taken.
  static func take(_ path: String) throws(WorkspaceLockError) -> WorkspaceLock {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unusable(path: path, errorNumber: errno) }
    do throws(WorkspaceLockError) {
      try lock(descriptor, path)
      return WorkspaceLock(descriptor: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func lock(_ descriptor: Int32, _ path: String) throws(WorkspaceLockError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return try sign(descriptor, path) }
    switch errno {
    case EWOULDBLOCK: throw .held(path: path, by: holder(at: path))
    case ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL: try takeByName(descriptor, path)
    default: throw .unusable(path: path, errorNumber: errno)
    }
  }

  /// Takes the lock of a file system that has none: by the name in the file.
  ///
  /// Of two that find a dead holder's name at once only one may replace it, so each waits its turn on
  /// a file that does have locks: the program itself.
  private static func takeByName(
    _ descriptor: Int32, _ path: String
  ) throws(WorkspaceLockError) {
    let turn = unsafe open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    guard turn >= 0, flock(turn, LOCK_EX) == 0 else {
      throw .unusable(path: path, errorNumber: errno)
    }
    defer { close(turn) }
    if let holder = LockHolder.current(at: path) { throw .held(path: path, by: holder) }
    try sign(descriptor, path)
  }

  /// Who holds the lock; the one that has just taken it may need a moment to write its name.
  private static func holder(at path: String) -> LockHolder? {
    for _ in 0..<10 {
      if let holder = LockHolder.current(at: path) { return holder }
      usleep(10_000)
    }
    return nil
  }

  private static func sign(_ descriptor: Int32, _ path: String) throws(WorkspaceLockError) {
    let text = Array(LockHolder.this.text.utf8)
    let written = unsafe text.withUnsafeBytes {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0)
    }
    guard written == text.count, ftruncate(descriptor, off_t(text.count)) == 0 else {
      throw .unusable(path: path, errorNumber: written < 0 ? errno : ENOSPC)
    }
  }
}

/// Why the lock of a workspace was not to be had.
package enum WorkspaceLockError: Error, CustomStringConvertible {
  /// Another run holds it; nil: whoever it is has not said.
  case held(path: String, by: LockHolder?)
  /// The file cannot be opened, locked or written.
  case unusable(path: String, errorNumber: Int32)

  /// One line for the terminal.
  package var description: String {
    switch self {
    case .held(let path, let holder?):
      "\(path): another run holds the workspace (process \(holder.process), started "
        + "\(holder.started)); wait for it to end"
    case .held(let path, nil):
      "\(path): another run holds the workspace; wait for it to end"
    case .unusable(let path, let errorNumber):
      "\(path): cannot be locked: \(unsafe String(cString: strerror(errorNumber)))"
    }
  }
}
