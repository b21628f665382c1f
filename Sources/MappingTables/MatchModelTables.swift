/// In how many names of a large corpus a word stands: a row of `mappings/providers/word-counts.csv`.
package struct ProviderWordCount: Sendable {
  /// The word as names are compared by: lower case, abbreviations written out, singular; `*` for
  /// all names of the corpus.
  package var word: String
  /// How many distinct names hold it.
  package var names: Int

  /// A row of the table.
  package init(word: String, names: Int) {
    self.word = word
    self.names = names
  }
}

/// What one level of one aspect of two names says: a row of `mappings/providers/weights.csv`.
package struct EvidenceWeight: Sendable {
  /// What was compared, such as `form`.
  package var aspect: String
  /// How it came out, such as `differ`.
  package var level: String
  /// The weight in hundredths of a bit; above zero speaks for one provider.
  package var hundredths: Int

  /// A row of the table.
  package init(aspect: String, level: String, hundredths: Int) {
    self.aspect = aspect
    self.level = level
    self.hundredths = hundredths
  }
}

/// From which score on pairs of a kind are how likely one: a row of `mappings/providers/bands.csv`.
package struct EvidenceBand: Sendable {
  /// The kind of provider; `any` for kinds without rows of their own.
  package var kind: String
  /// How likely such pairs are one provider, in thousandths.
  package var permille: Int
  /// The least sum of weights, in hundredths of a bit.
  package var from: Int

  /// A row of the table.
  package init(kind: String, permille: Int, from: Int) {
    self.kind = kind
    self.permille = permille
    self.from = from
  }
}

/// The tables of the fitted model by which names are compared.
enum MatchModelTables {
  static let wordCountsPath = "mappings/providers/word-counts.csv"
  static let weightsPath = "mappings/providers/weights.csv"
  static let bandsPath = "mappings/providers/bands.csv"

  /// The counts in the file's order.
  static func readWordCounts(_ file: MappingFile) -> [ProviderWordCount] {
    let columns = ["word", "names"]
    guard let table = CSVTable(file, known: columns, required: columns) else { return [] }
    var words = RepeatedKeys(of: "the word")
    return table.rows.compactMap { row in
      guard let word = row.filled("word"), let names = row.wholeNumber("names"),
        words.isNew(word, in: file, at: row.place("word"))
      else { return nil }
      return ProviderWordCount(word: word, names: names)
    }
  }

  /// The weights in the file's order.
  static func readWeights(_ file: MappingFile) -> [EvidenceWeight] {
    let required = ["aspect", "level", "hundredths"]
    let known = required + ["true-pairs", "false-pairs", "note"]
    guard let table = CSVTable(file, known: known, required: required) else { return [] }
    var levels = RepeatedKeys(of: "the aspect and level")
    return table.rows.compactMap { row in
      guard let aspect = row.filled("aspect"), let level = row.filled("level"),
        let hundredths = row.wholeNumber("hundredths"),
        levels.isNew("\(aspect) \(level)", in: file, at: row.place("level"))
      else { return nil }
      return EvidenceWeight(aspect: aspect, level: level, hundredths: hundredths)
    }
  }

  /// The bands in the file's order.
  static func readBands(_ file: MappingFile) -> [EvidenceBand] {
    let columns = ["kind", "permille", "from"]
    guard let table = CSVTable(file, known: columns + ["note"], required: columns) else {
      return []
    }
    var bands = RepeatedKeys(of: "the kind and permille")
    return table.rows.compactMap { row in
      guard let kind = row.filled("kind"), let permille = row.wholeNumber("permille"),
        let from = row.wholeNumber("from"),
        bands.isNew("\(kind) \(permille)", in: file, at: row.place("permille"))
      else { return nil }
      return EvidenceBand(kind: kind, permille: permille, from: from)
    }
  }
}
