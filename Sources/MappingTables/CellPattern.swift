import ExportReading

/// What a matching cell of a mapping table says: any value, an exact one, a list, a range or a
/// pattern with `*` and `?`.
package enum CellPattern: Hashable, Sendable {
  /// A blank cell.
  case any
  case exact(String)
  /// `R5806|R5807`: two or more values.
  case list([String])
  /// `R5800>R5899`: the same letters before the number, numbers compared as numbers.
  case range(letters: String, first: UInt64, last: UInt64)
  /// `CFADRES*`, folded; `*` stands for any run of characters, `?` for one.
  case wildcard(String)

  /// The pattern that a cell holds; nil for a range whose ends do not belong together.
  package init?(cell: String) {
    let text = CellPattern.folded(cell)
    if text.isEmpty {
      self = .any
    } else if text.contains("*") || text.contains("?") {
      self = .wildcard(text)
    } else if text.contains("|") {
      let values = text.split(separator: "|").map { CellPattern.folded(String($0)) }
        .filter { !$0.isEmpty }
      guard values.count > 1 else { return nil }
      self = .list(values)
    } else if let arrow = text.firstIndex(of: ">") {
      guard let first = NumberedCode(folded: CellPattern.folded(String(text[..<arrow]))),
        let last = NumberedCode(
          folded: CellPattern.folded(String(text[text.index(after: arrow)...]))),
        first.letters == last.letters, first.number <= last.number
      else { return nil }
      self = .range(letters: first.letters, first: first.number, last: last.number)
    } else {
      self = .exact(text)
    }
  }

  /// The text of an exact value; nil for any other pattern.
  package var exactText: String? { if case .exact(let text) = self { text } else { nil } }

  /// The values of an exact cell or a list, folded, each once; none for the other forms.
  package var exactValues: [String] {
    switch self {
    case .exact(let value): return [value]
    case .list(let values):
      var seen: Set<String> = []
      return values.filter { seen.insert($0).inserted }
    case .any, .range, .wildcard: return []
    }
  }

  /// Whether a value as published is meant by the cell.
  package func matches(_ value: String) -> Bool { matches(folded: CellPattern.folded(value)) }

  /// Whether a value that is already folded is meant by the cell.
  package func matches(folded value: String) -> Bool {
    switch self {
    case .any: return true
    case .exact(let text): return value == text
    case .list(let values): return values.contains(value)
    case .range(let letters, let first, let last):
      guard let code = NumberedCode(folded: value) else { return false }
      return code.letters == letters && first <= code.number && code.number <= last
    case .wildcard(let pattern):
      return CellPattern.matches(Array(value.utf8), Array(pattern.utf8))
    }
  }

  /// Text as cells are compared: outer blanks off, inner runs of blanks as one, lower case.
  package static func folded(_ text: String) -> String { FoldedText.of(text) }

  /// Matches byte by byte, going back to the last `*` only: linear in practice, never exponential.
  private static func matches(_ value: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (at, place) = (0, 0)
    var star: (place: Int, at: Int)?
    while at < value.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, at)
        place += 1
      } else if place < pattern.count,
        pattern[place] == value[at] || pattern[place] == UInt8(ascii: "?")
      {
        at += 1
        place += 1
        // `?` stands for a character, not a byte: take the rest of a multi-byte one.
        if pattern[place - 1] == UInt8(ascii: "?"), value[at - 1] >= 0xC0 {
          while at < value.count, value[at] & 0xC0 == 0x80 { at += 1 }
        }
      } else if let last = star {
        place = last.place + 1
        at = last.at + 1
        star = (last.place, at)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
