import Foundation
import Glibc
import Testing

/// The store of a workspace as another program holds it that is about to write: a run waits for it when
/// it begins, up to five seconds.
final class HeldStore {
  private let descriptor: Int32

  init(_ workspace: Workspace) throws {
    descriptor = unsafe open(workspace.file("data/weir.sqlite").path, O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0)
    // The byte that SQLite locks before it writes.
    var reserved = flock()
    reserved.l_type = Int16(F_WRLCK)
    reserved.l_start = 0x4000_0001
    reserved.l_len = 1
    try #require(unsafe fcntl(descriptor, F_SETLK, &reserved) == 0)
  }

  /// Lets the run go on.
  func release() { close(descriptor) }
}
