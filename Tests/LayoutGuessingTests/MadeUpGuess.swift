import ExportReading
import Foundation
import LayoutGuessing
import MappingTables
import PoolModel
import Testing

/// Guesses of made-up exports, by the header words that the repository ships.
enum MadeUpGuess {
  static let reading: HeaderReading = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return HeaderReading(MappingReader.read(workspace: root.path(percentEncoded: false)).mappings)
  }()

  /// The guess for an export with these lines; nil where there is none.
  static func of(_ lines: String, named name: String = "payments.csv") -> LayoutGuess? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: name)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(lines.utf8).write(to: path)
    } catch {
      Issue.record(error)
      return nil
    }
    return try? ExportFile.open(path.path(percentEncoded: false)).flatMap {
      LayoutGuess.guess($0, shownAs: path.path(percentEncoded: false), reading)
    }.get()
  }
}

extension LayoutGuess {
  /// The header of a role and of the amount, as text to compare.
  func header(_ role: ColumnRole) -> String? { layout.columns[role] }

  var amount: String? { layout.amounts.first?.header }
}
