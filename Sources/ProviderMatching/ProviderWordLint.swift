package import MappingTables
package import PoolModel

/// Checks the rules of `mappings/providers/words.csv` for what they become.
package enum ProviderWordLint {
  /// One finding for each rule that would do nothing, because its pattern holds no word or what it
  /// becomes means nothing for its kind; in the order of the rules.
  package static func findings(words: [ProviderWord]) -> [Finding] {
    let misunderstood = Set(NameRules(words).misunderstood)
    return words.filter { misunderstood.contains($0.rule) }.map { word in
      Finding(
        .mappingValueUnreadable, at: SourcePosition(file: "mappings/providers/words.csv"),
        value: word.rule,
        message: "rule \(word.rule.quotedForMessage) does nothing: \(fault(of: word))",
        remedy: "correct it; the head of the file says what each kind can become")
    }
  }

  private static func fault(of word: ProviderWord) -> String {
    "\(word.kind.rawValue) \(word.pattern.quotedForMessage) cannot become "
      + word.becomes.quotedForMessage
  }
}
