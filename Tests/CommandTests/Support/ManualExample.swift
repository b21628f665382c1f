import Foundation
import ImportTestSupport

/// A call of the program that README or manual shows.
struct ManualExample {
  /// The line as it stands there.
  var command: String
  /// The lines that it prints, as the manual shows them; nil where it shows none.
  var output: [String]?

  /// The calls of all blocks of shell text, in order.
  ///
  /// A line of a `sh` block is a call. In a `console` block a call follows `$`, and below stands what
  /// it prints.
  static func all(in path: String) throws -> [ManualExample] {
    let text = try String(
      contentsOf: Workspace.repository.appending(path: path), encoding: .utf8)
    var block = ""
    return text.split(separator: "\n").reduce(into: []) { examples, line in
      if line.hasPrefix("```") {
        block = String(line.dropFirst(3))
      } else if block == "sh", line.hasPrefix("weir ") {
        examples.append(ManualExample(command: String(line)))
      } else if block == "console", line.hasPrefix("$ weir ") {
        examples.append(ManualExample(command: String(line.dropFirst(2)), output: []))
      } else if block == "console" {
        examples[examples.count - 1].output?.append(String(line))
      }
    }
  }

  /// The words after the program's name; a word in quotes may have blanks.
  var arguments: [String] {
    command.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { place, part in
        place.isMultiple(of: 2)
          ? part.split(separator: " ").map(String.init) : [String(part)]
      }.dropFirst().map { $0 }
  }

  /// Whether `lines` are those that an example shows, where `…` stands for any number of them.
  static func shows(_ shown: [String], _ lines: [String]) -> Bool {
    guard let first = shown.first else { return lines.isEmpty }
    let rest = Array(shown.dropFirst())
    if first == "…" {
      return (0...lines.count).contains { shows(rest, Array(lines.dropFirst($0))) }
    }
    return first == lines.first && shows(rest, Array(lines.dropFirst()))
  }
}
