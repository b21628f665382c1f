package import Foundation

/// A folder that goes away with its last user.
package final class TemporaryFolder: Sendable {
  /// The folder.
  package let url: URL

  /// The folder's path.
  package var path: String { url.path }

  /// An empty folder of a name that nobody else has.
  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "weir-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file; gives its path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String = "export.csv") throws -> String {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
