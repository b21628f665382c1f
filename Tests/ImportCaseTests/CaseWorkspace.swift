import Foundation
import Glibc
import ImportTestSupport
import Testing

/// A case's workspace in a folder of its own, which goes with it.
final class CaseWorkspace {
  private let folder: TemporaryFolder
  private var root: URL { folder.url }

  /// The base's mapping files and the shipped weights of names less what the case removes, then the case's own files over them.
  init(of importCase: ImportCase) throws {
    folder = try TemporaryFolder()
    try copyFiles(below: ImportCase.base)
    try copyModel()
    for path in importCase.lines("remove") {
      try FileManager.default.removeItem(at: root.appending(path: path))
    }
    for path in importCase.lines("shipped") { try copyShipped(path) }
    try copyFiles(below: importCase.folder)
    for line in importCase.lines("make") { try make(line.split(separator: " ").map(String.init)) }
  }

  /// Copies `mappings/` and `data/` of a folder.
  private func copyFiles(below folder: URL) throws {
    for part in ["mappings", "data"] {
      let from = folder.appending(path: part)
      for path in try files(below: from) {
        let target = root.appending(path: "\(part)/\(path)")
        try makeFolder(of: target)
        try? FileManager.default.removeItem(at: target)
        try FileManager.default.copyItem(at: from.appending(path: path), to: target)
      }
    }
  }

  /// Copies a file or folder of the repository's own mappings over the base's.
  private func copyShipped(_ path: String) throws {
    let target = root.appending(path: path)
    try makeFolder(of: target)
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.copyItem(at: ImportCase.repository.appending(path: path), to: target)
  }

  /// Copies the weights by which the repository compares names.
  private func copyModel() throws {
    for name in ["word-counts", "weights", "bands"] {
      let path = "mappings/providers/\(name).csv"
      try FileManager.default.copyItem(
        at: ImportCase.repository.appending(path: path), to: root.appending(path: path))
    }
  }

  /// The files below a folder, relative to it, in order; none where it is missing.
  private func files(below folder: URL) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter {
      var isFolder: ObjCBool = false
      let path = folder.appending(path: $0).path
      // Safe: the call only writes the flag.
      let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }
  }

  private func makeFolder(of file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  }

  /// Makes what git cannot hold: `fifo PATH`.
  private func make(_ words: [String]) throws {
    try #require(words.count == 2 && words[0] == "fifo")
    let target = root.appending(path: words[1])
    try makeFolder(of: target)
    try #require(unsafe mkfifo(target.path, 0o600) == 0)
  }
}

extension CaseWorkspace {
  /// Does one step: `copy FROM TO`; `correct FROM TO OLD NEW`, which copies a file with one text
  /// replaced; or what follows `weir` on a command line.
  ///
  /// - Returns: what the program gave; nil for a copy or a correction.
  func step(_ line: String) async throws -> WeirProgram.Ending? {
    let words = line.split(separator: " ").map(String.init)
    if words.first == "copy" {
      try #require(words.count == 3)
      try #require(text(words[1])).write(
        to: root.appending(path: words[2]), atomically: true, encoding: .utf8)
      return nil
    }
    guard words.first == "correct" else {
      return try await WeirProgram.run(words, in: root)
    }
    try #require(words.count == 5)
    let rejects = try #require(text(words[1]))
    try #require(rejects.contains(words[3]))
    try rejects.replacingOccurrences(of: words[3], with: words[4])
      .write(to: root.appending(path: words[2]), atomically: true, encoding: .utf8)
    return nil
  }

  /// The text of a file; nil where there is none.
  func text(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The rejects of all exports, one after the other.
  func rejects() throws -> String {
    try files(below: root.appending(path: "data/rejects")).filter { $0.hasSuffix(".csv") }
      .map { text("data/rejects/\($0)") ?? "" }.joined()
  }
}
