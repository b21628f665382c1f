import ExportReading
import MappingTables
import PoolModel

/// Tells headings that name a council or a body of the NHS.
struct BodyHeadings: Sendable {
  private let names: Set<String>
  private let kinds: Set<String>

  /// The names of all bodies, and the words for their kinds that are not used of much else.
  init(_ mappings: MappingSet) {
    names = Set(
      mappings.organisations.values.flatMap { [$0.name] + $0.otherNames }.map(FoldedText.of))
    let generic = Set(
      mappings.providerWords.filter { $0.kind == .genericWord }.map { FoldedText.of($0.pattern) })
    kinds = Set(
      mappings.providerWords.filter { $0.kind == .bodyKind }.map { FoldedText.of($0.pattern) }
    ).subtracting(generic)
  }

  /// Whether a heading is such a name, units such as `£000` aside.
  func isBody(_ header: String) -> Bool {
    let words = FoldedText.of(header).split { $0.isWhitespace || "()[]/".contains($0) }
      .filter { !$0.contains("£") }.map(String.init)
    return names.contains(words.joined(separator: " ")) || words.contains { kinds.contains($0) }
  }
}
