/// What a cell says of the figure beside it that has no sign: a row of
/// `mappings/headers/credits.csv`.
package struct CreditWord: Sendable {
  /// Which way the money went.
  package enum Meaning: String, CaseIterable, Sendable {
    /// A payment or an invoice.
    case debit
    /// Money taken back.
    case credit
    /// What the header says, where that is one of the other words: `Credit Note` over `Y`.
    case yes
    /// Not what the header says.
    case no
    /// The header of a column of such words.
    case heading
  }

  /// In lower case.
  package var text: String
  /// What the word says of the figures beside it.
  package var meaning: Meaning

  /// A row of the table.
  package init(text: String, meaning: Meaning) {
    self.text = text
    self.meaning = meaning
  }
}

/// `mappings/headers/credits.csv`: the words that tell credits where figures have no sign.
enum CreditWordTable {
  static let path = "mappings/headers/credits.csv"

  /// The rows in the file's order.
  static func read(_ file: MappingFile) -> [CreditWord] {
    let required = ["text", "meaning"]
    guard let table = CSVTable(file, known: required + ["note"], required: required) else {
      return []
    }
    var texts = RepeatedKeys(of: "the text")
    return table.rows.compactMap { row in
      let meaning = row.filledChoice("meaning", of: CreditWord.Meaning.self)
      guard let text = row.filled("text"), texts.isNew(text, in: file, at: row.place("text")),
        let meaning
      else { return nil }
      return CreditWord(text: text.lowercased(), meaning: meaning)
    }
  }
}
