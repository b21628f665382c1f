import Foundation
import Testing

/// A folder of `Tests/ImportCases`: a small workspace, what is done with it, and what must come out.
struct ImportCase: Sendable, CustomTestStringConvertible {
  /// The folder's name; that of a finding code where the case shows one.
  let name: String
  /// The folder itself.
  let folder: URL

  var testDescription: String { name }

  /// The folder of all cases.
  static let root = repository.appending(path: "Tests/ImportCases")
  /// The mapping files that every case starts from.
  static let base = root.appending(path: "_base")
  /// The repository that these tests belong to.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every folder with a command, in order of name.
  static let all: [ImportCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { ImportCase(name: $0, folder: root.appending(path: $0)) }
      .filter { $0.text("command") != nil }
  }()

  /// The text of one of the folder's files; nil where there is none.
  func text(_ file: String) -> String? {
    try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  /// The lines of one of the folder's files that are not blank; none where there is no such file.
  func lines(_ file: String) -> [String] {
    (text(file) ?? "").split(separator: "\n").map(String.init)
  }

  /// Writes one of the files that say what must come out.
  func write(_ text: String, to file: String) throws {
    try text.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
  }
}
