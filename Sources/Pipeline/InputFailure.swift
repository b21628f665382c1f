import Glibc
import PoolModel

/// The system would not let a run read what it needs; nothing can be said of the money then, so the
/// run ends without a change instead of publishing pools that lack it.
package struct InputFailure: Error, CustomStringConvertible {
  /// The file or folder, and the system's words.
  package let description: String

  /// The error that the system has just reported for a path.
  init(reading path: String) {
    description = "cannot read \(path): \(unsafe String(cString: strerror(errno)))"
  }

  /// What reading an export met that its own bytes are not to blame for.
  init(_ finding: Finding) { description = "\(finding.position.file): \(finding.message)" }

  /// Files that somebody is writing as often as a run begins to read them.
  init(changing paths: [String]) {
    description =
      "\(paths.joined(separator: ", ")): changed while being read, and once more when read again; "
      + "run again when whoever writes it is done"
  }
}
