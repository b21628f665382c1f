import Foundation
import ImportTestSupport

/// A workspace of its own for a test: the repository's mappings, and exports.
final class Workspace: Sendable {
  /// The repository, found from this file.
  static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private let folder: TemporaryFolder
  var url: URL { folder.url }

  private init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Workspace.repository.appending(path: "mappings"), to: file("mappings"))
    try FileManager.default.createDirectory(
      at: file("data/exports"), withIntermediateDirectories: true)
  }

  /// A copy of the repository's own workspace, before any run.
  ///
  /// The exports are made in the order of their paths, or backwards.
  static func ofWorkedExamples(backwards: Bool = false) throws -> Workspace {
    let workspace = try Workspace()
    let paths = try exportPaths(of: repository)
    for path in backwards ? paths.reversed() : paths {
      try workspace.add(repository.appending(path: path), as: path)
    }
    try FileManager.default.copyItem(
      at: repository.appending(path: "data/legacy"), to: workspace.file("data/legacy"))
    return workspace
  }

  /// The repository's mappings and no exports.
  static func withoutExports() throws -> Workspace { try Workspace() }

  /// A file or folder of the workspace.
  func file(_ path: String) -> URL { url.appending(path: path) }

  /// Copies a file into the workspace.
  func add(_ original: URL, as path: String) throws {
    let target = file(path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contentsOf: original).write(to: target)
  }

  /// Writes a text file into the workspace.
  func write(_ path: String, _ text: String) throws {
    let target = file(path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }

  /// Adds text to the end of a file.
  func append(_ text: String, to path: String) throws {
    let file = try FileHandle(forWritingTo: file(path))
    defer { try? file.close() }
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
  }

  /// Says when a file was last written, whenever that was.
  func setTime(of path: String, to day: Date) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: day], ofItemAtPath: file(path).path)
  }

  /// Runs a command in the workspace.
  func weir(
    _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> WeirProgram.Ending {
    try await WeirProgram.run(arguments, in: url, environment: environment)
  }

  /// The exports' paths, relative to the workspace, in order.
  var exports: [String] { get throws { try Workspace.exportPaths(of: url) } }

  /// Every published file by its name.
  var published: [String: Data] {
    get throws {
      let pools = file("data/pools")
      let names = try FileManager.default.contentsOfDirectory(atPath: pools.path)
      return Dictionary(
        uniqueKeysWithValues: try names.map {
          ($0, try Data(contentsOf: pools.appending(path: $0)))
        })
    }
  }

  /// A published table by its name.
  func table(_ name: String) throws -> CSVRows {
    CSVRows(try String(contentsOf: file("data/pools/\(name).csv"), encoding: .utf8))
  }

  private static func exportPaths(of workspace: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: workspace.appending(path: "data/exports").path
    ).filter { $0.hasSuffix(".csv") }.map { "data/exports/\($0)" }.sorted()
  }
}
