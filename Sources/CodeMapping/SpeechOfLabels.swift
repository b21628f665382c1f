package import MappingTables
import PoolModel

/// The words that labels of money are made of: those by which rules know expense types and services,
/// those of the vocabulary and of the categories.
///
/// What a ledger says of a payment may name who is cared for. A text of these words alone names nobody
/// (law 8): first names and titles are not among them.
package struct SpeechOfLabels: Sendable {
  /// Cost centres are often named after houses, and houses after people.
  private static let columns: [CodeRule.Column] = [.expenseType, .subjectiveCode, .service]

  private var words: Set<String> = []
  private var beginnings: [String] = []

  /// The words of a workspace's mapping files.
  package init(_ mappings: MappingSet) {
    for rule in mappings.codeRules.values.joined() {
      for column in SpeechOfLabels.columns { add(rule[column]) }
    }
    for word in mappings.labelWords {
      for spelling in word.spellings { add(spelling) }
    }
    for axis in LabelWord.Axis.allCases {
      for node in mappings.axis(axis).nodes { add(node.label) }
    }
    // "Foster care" after a name makes it a person's, but neither of its words does.
    for word in mappings.providerWords
    where [.firstName, .personTitle].contains(word.kind) && !word.pattern.contains(" ") {
      words.subtract(LabelTokens(word.pattern).words)
    }
  }

  /// Whether a text consists of such words, two letters long or longer.
  package func holds(_ text: String) -> Bool {
    let found = LabelTokens(text).words
    return !found.isEmpty
      && found.allSatisfy { word in
        word.count > 1 && (words.contains(word) || beginnings.contains { word.hasPrefix($0) })
      }
  }

  /// Of a pattern's words only whole ones: what stands for "*" is anything.
  private mutating func add(_ cell: CellPattern) {
    switch cell {
    case .any, .range: break
    case .exact(let text): add(text)
    case .list(let texts): for text in texts { add(text) }
    case .wildcard(let text):
      for part in text.split(separator: " ") where !part.contains(where: { "*?".contains($0) }) {
        add(String(part))
      }
    }
  }

  private mutating func add(_ label: String) {
    for word in LabelPhrase(label).words {
      switch word {
      case .whole(let text): words.insert(text)
      case .beginning(let text): beginnings.append(text)
      }
    }
  }
}
