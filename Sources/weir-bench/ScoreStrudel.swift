import FoundationEssentials
import TableFinding

/// Weir's classes of lines against those that people gave to the lines of verbose tables.
///
/// The label set is `line_annotation`: `data` is data, `derived` a total, `metadata` a title,
/// `group` a group heading, `notes` a note, `empty` a blank line.
struct ScoreStrudel {
  private struct LabelledTable: Decodable {
    var cells: [[String?]]
    var labels: [String?]

    enum CodingKeys: String, CodingKey {
      case cells = "table_array"
      case labels = "line_annotation"
    }
  }

  /// What was counted of one class.
  private struct Count {
    var right = 0
    var labelled = 0
    var told = 0

    /// Twice the right ones among the labelled and the told, in thousandths.
    var f1: Int { labelled + told == 0 ? 0 : 2000 * right / (labelled + told) }
  }

  private static let classes: [String: LineClass] = [
    "data": .data, "derived": .total, "header": .header, "metadata": .title,
    "group": .groupHeading, "notes": .note, "empty": .blank,
  ]
  private static let files = ["saus", "troy"]

  /// By file, then by class.
  private var counts: [String: [LineClass: Count]] = [:]
  private(set) var tables = 0

  /// Scores the tables of a folder; `child` unpacks them.
  init(folder: String, using child: ChildProcess) throws {
    for file in ScoreStrudel.files {
      let unpacked = try child.run(["gzip", "-dc", "\(folder)/\(file).jsonl.gz"])
      guard unpacked.exitCode == 0 else { throw BenchError("cannot unpack \(folder)/\(file)") }
      for line in unpacked.output.utf8.split(separator: 0x0A) {
        count(try JSONDecoder().decode(LabelledTable.self, from: Data(line)), of: file)
        tables += 1
      }
    }
  }

  private mutating func count(_ table: LabelledTable, of file: String) {
    let rows = table.cells.enumerated().map { place, cells in
      TableRow(line: place + 1, cells: cells.map { $0 ?? "" })
    }
    for (label, told) in zip(table.labels, TableFinder().classify(rows: rows)) {
      let labelled = ScoreStrudel.classes[label ?? "empty"] ?? .blank
      counts[file, default: [:]][labelled, default: Count()].labelled += 1
      counts[file, default: [:]][told.lineClass, default: Count()].told += 1
      if labelled == told.lineClass {
        counts[file, default: [:]][labelled, default: Count()].right += 1
      }
    }
  }

  /// F1 by class, of each file and of all, as Markdown.
  var table: String {
    var table = MarkdownTable(headings: ["lines"] + ScoreStrudel.files + ["all"])
    for lineClass in LineClass.allCases where lineClass != .script {
      let counts = ScoreStrudel.files.map { self.counts[$0]?[lineClass] ?? Count() }
      let all = counts.reduce(into: Count()) { all, count in
        all.right += count.right
        all.labelled += count.labelled
        all.told += count.told
      }
      table.rows.append([lineClass.rawValue] + (counts + [all]).map(ScoreStrudel.shown))
    }
    return table.text
  }

  private static func shown(_ count: Count) -> String {
    let digits = String(1000 + count.f1 % 1000).dropFirst()
    return "\(count.f1 / 1000).\(digits)"
  }
}
