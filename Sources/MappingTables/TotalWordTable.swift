/// What a label says of the sum or the count beside it: a row of `mappings/headers/totals.csv`.
package struct TotalWord: Sendable {
  /// How the words are held against a label.
  package enum Place: String, CaseIterable, Sendable {
    /// The label is these words.
    case whole
    /// The label begins with them.
    case begins
  }

  /// What stands beside the label.
  package enum Meaning: String, CaseIterable, Sendable {
    /// The sum of the rows above.
    case total
    /// How many rows are above.
    case count
    /// The average of their amounts.
    case average
  }

  /// In lower case, one blank between words.
  package var text: String
  /// Where in the label it stands.
  package var place: Place
  /// What it says.
  package var meaning: Meaning

  /// A row of the table.
  package init(text: String, place: Place, meaning: Meaning) {
    self.text = text
    self.place = place
    self.meaning = meaning
  }
}

/// `mappings/headers/totals.csv`: the labels of printed sums that do not say total.
enum TotalWordTable {
  static let path = "mappings/headers/totals.csv"

  /// The rows in the file's order.
  static func read(_ file: MappingFile) -> [TotalWord] {
    let required = ["text", "place", "meaning"]
    guard let table = CSVTable(file, known: required + ["note"], required: required) else {
      return []
    }
    var rows = RepeatedKeys(of: "the text and place")
    return table.rows.compactMap { row in
      let place = row.filledChoice("place", of: TotalWord.Place.self)
      let meaning = row.filledChoice("meaning", of: TotalWord.Meaning.self)
      guard let text = row.filled("text"), let place, let meaning,
        rows.isNew("\(text) \(place)", in: file, at: row.place("text"))
      else { return nil }
      return TotalWord(text: text.lowercased(), place: place, meaning: meaning)
    }
  }
}
