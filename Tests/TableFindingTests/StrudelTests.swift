import Foundation
import TableFinding
import Testing

/// Verbose tables that people labelled line by line.
///
/// The tables are no part of the repository. `line_annotation` is the label set used here: `data`
/// is data, `derived` a total, `metadata` a title, `group` a group heading, `notes` a note, `empty`
/// a blank line; cells' labels (`annotations`) are not used.
struct StrudelTests {
  private struct Table: Decodable {
    var table_array: [[String?]]
    var line_annotation: [String?]
  }

  private static let classes: [String: LineClass] = [
    "data": .data, "derived": .total, "header": .header, "metadata": .title,
    "group": .groupHeading, "notes": .note, "empty": .blank,
  ]
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/robust/strudel").standardizedFileURL
  private static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(.enabled(if: isThere, "the labelled tables lie beside the repository, not in it"))
  func `Data, headers and totals are told as people told them`() throws {
    var counts: [LineClass: (right: Int, labelled: Int, told: Int)] = [:]
    for file in ["saus", "troy"] {
      for table in try Self.tables(file) {
        let rows = table.table_array.enumerated().map { place, cells in
          TableRow(line: place + 1, cells: cells.map { $0 ?? "" })
        }
        for (label, told) in zip(table.line_annotation, TableFinder().classify(rows: rows)) {
          let labelled = Self.classes[label ?? "empty"] ?? .blank
          counts[labelled, default: (0, 0, 0)].labelled += 1
          counts[told.lineClass, default: (0, 0, 0)].told += 1
          if labelled == told.lineClass { counts[labelled, default: (0, 0, 0)].right += 1 }
        }
      }
    }
    for (lineClass, target) in [(LineClass.data, 950), (.header, 900), (.total, 850)] {
      let count = counts[lineClass] ?? (0, 0, 0)
      let f1 = 2000 * count.right / max(count.labelled + count.told, 1)
      #expect(f1 >= target, "\(lineClass): F1 is \(f1) thousandths")
    }
  }

  private static func tables(_ name: String) throws -> [Table] {
    let unpacking = Process()
    unpacking.executableURL = URL(filePath: "/usr/bin/env")
    unpacking.arguments = ["gzip", "-dc", folder.appending(path: "\(name).jsonl.gz").path]
    let output = Pipe()
    unpacking.standardOutput = output
    try unpacking.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    return try text.split(separator: 0x0A).map { try JSONDecoder().decode(Table.self, from: $0) }
  }
}
