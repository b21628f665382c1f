package import MappingTables
import PoolModel

/// Counts in how many distinct names each word stands: what `word-counts.csv` is made of.
///
/// Individuals are not counted, and a name that reads alike in two exports is one name.
package struct WordCensus {
  /// A word of fewer names is left out: it may be a person's, and its count would change with every
  /// new export.
  package static let leastNames = 20

  private let reader: NameReader
  private let kinds: PayeeKinds
  private var seen: Set<[String]> = []
  private var names: [String: Int] = [:]

  /// A census by the tables of a workspace.
  package init(_ mappings: MappingSet) {
    let matcher = ProviderMatcher(mappings)
    reader = matcher.reader
    kinds = matcher.kinds
  }

  /// Counts the words of a payee's name, where it is neither an individual's nor counted already.
  package mutating func count(_ payee: PayeeMention) {
    let supplier = payee.supplier
    let reading = kinds.settled(
      reader.read(supplier.name, creditorType: supplier.creditorType), name: supplier.name,
      publisher: payee.publisher)
    guard reading.kind != .individual, reading.kind != .redacted else { return }
    let words = reading.core.map(reader.rules.compared)
    guard !words.isEmpty, seen.insert(words).inserted else { return }
    for word in Set(words) { names[word, default: 0] += 1 }
  }

  /// The words of enough names in alphabetical order, behind a row that counts all names; a letter by
  /// itself is an initial, not a word.
  package var rows: [ProviderWordCount] {
    let listed = names.filter { $0.value >= WordCensus.leastNames && $0.key.utf8.count > 1 }
      .sorted { $0.key < $1.key }
    return [ProviderWordCount(word: WordRarity.allNames, names: seen.count)]
      + listed.map { ProviderWordCount(word: $0.key, names: $0.value) }
  }
}
