/// A file that a migration read.
package struct LegacyFile: Hashable, Sendable {
  /// Relative to the workspace.
  package var path: String
  /// The SHA-256 of its bytes in hexadecimal; empty where it cannot be read.
  package var sha256: String

  /// A file with its sum.
  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
