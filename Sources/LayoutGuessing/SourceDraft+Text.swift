import ExportReading
import MappingTables
import PoolModel

extension SourceDraft {
  /// The source file, with what speaks for each line of it as a comment.
  package var text: String {
    var lines = [
      "# Drafted by weir guess from \(LayoutDraft.exports(groups.map(\.readings.count).reduce(0, +))).",
      "# Confirm each line that says so, then take the comments out.",
      "publisher: \(quoted(publisher))",
    ]
    if let organisation {
      lines.append("organisation: \(organisation.id)  # \(organisation.name), by the folder's name")
    } else {
      lines.append(
        "organisation: not stated  # CONFIRM: the body's id in mappings/organisations.csv")
    }
    lines += encodingLines + dateOrderLines + ["layouts:"]
    return (lines + groups.flatMap(LayoutDraft.lines)).joined(separator: "\n") + "\n"
  }

  /// The fallback that most files need, and the files that need another.
  private var encodingLines: [String] {
    let needed = groups.flatMap(\.readings).sorted { $0.file < $1.file }
      .compactMap { reading in reading.encoding.map { (reading.file, $0) } }
    let counts = Dictionary(needed.map { ($0.1, 1) }, uniquingKeysWith: +)
    let usual =
      FallbackEncoding.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] }
      ?? .windows1252
    let others = needed.filter { $0.1 != usual }
    var lines = counts.isEmpty ? [] : ["encoding: \(usual.rawValue)"]
    if !others.isEmpty {
      lines.append("encodings:")
      lines += others.map {
        "  - {file: \(quoted(SourceDraft.pattern($0.0))), encoding: \($0.1.rawValue)}"
      }
    }
    return lines
  }

  /// The files whose dates are in another order than most of their layout.
  private var dateOrderLines: [String] {
    let others = groups.flatMap { group in
      group.readings.compactMap { reading in
        reading.guess.dateOrder?.order.flatMap { $0 == group.dateOrder ? nil : (reading, $0) }
      }
    }
    guard !others.isEmpty else { return [] }
    return ["date-orders:"]
      + others.sorted { $0.0.file < $1.0.file }.flatMap { reading, order in
        (reading.guess.dateOrder?.reasons ?? []).map { "  # \($0)" } + [
          "  - {file: \(quoted(SourceDraft.pattern(reading.file))), date-order: \(order.rawValue)}"
        ]
      }
  }

  /// A file's name as a pattern: signs that patterns give a meaning stand for any one character.
  static func pattern(_ file: String) -> String {
    String(file.map { "*|>".contains($0) ? "?" : $0 })
  }
}

/// A text as a YAML value between double quotes.
func quoted(_ text: String) -> String {
  let escaped = text.flatMap { character -> [Character] in
    character == "\"" || character == "\\" ? ["\\", character] : [character]
  }
  return "\"\(String(escaped))\""
}
