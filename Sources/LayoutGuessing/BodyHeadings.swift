import ExportReading
import MappingTables
import PoolModel

/// Tells headings that name a council or a body of the NHS.
struct BodyHeadings: Sendable {
  /// How much is asked of a heading.
  enum Certainty {
    /// It is a known name, or holds a word that is used of such bodies alone.
    case surely
    /// It ends in a word for such bodies, which may be used of other things too.
    case byItsEnd
  }

  private let names: Set<String>
  private let kinds: Set<String>
  private let ownKinds: Set<String>

  /// The names of all bodies, and the words for their kinds.
  init(_ mappings: MappingSet) {
    names = Set(
      mappings.organisations.values.flatMap { [$0.name] + $0.otherNames }.map(FoldedText.of))
    let generic = Set(
      mappings.providerWords.filter { $0.kind == .genericWord }.map { FoldedText.of($0.pattern) })
    kinds = Set(
      mappings.providerWords.filter { $0.kind == .bodyKind }.map { FoldedText.of($0.pattern) })
    ownKinds = kinds.subtracting(generic)
  }

  /// Whether a heading without its unit names a body.
  func isBody(_ header: String, _ certainty: Certainty) -> Bool {
    let words = FoldedText.of(header).split { $0.isWhitespace || "()[]/".contains($0) }
      .filter { !$0.contains("£") }.map(String.init)
    switch certainty {
    case .surely:
      return names.contains(words.joined(separator: " "))
        || words.contains { ownKinds.contains($0) }
    case .byItsEnd:
      return words.count > 1 && words.last.map { kinds.contains($0) } ?? false
    }
  }
}
