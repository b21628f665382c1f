import MappingTables
import TableFinding

/// What labels say of the figures beside them: by the word total, and by the words of a mapping
/// table, which only say that a sum may stand there.
struct TotalLabels {
  private var whole: [String: TotalWord.Meaning] = [:]
  private var beginnings: [String: TotalWord.Meaning] = [:]
  /// The most words that a beginning has.
  private var longestBeginning = 0

  init(_ words: [TotalWord] = []) {
    for word in words {
      let text = TotalLabels.words(of: word.text)
      switch word.place {
      case .whole: whole[text.joined(separator: " ")] = word.meaning
      case .begins:
        beginnings[text.joined(separator: " ")] = word.meaning
        longestBeginning = max(longestBeginning, text.count)
      }
    }
  }

  /// What a label says of its row being a total; one of the table's totals says as much as a name
  /// that ends with the word.
  func label(_ text: String) -> TotalLabel {
    let label = TotalLabel(text)
    switch label {
    case .all, .average, .none: return meaning(of: text) == .total ? .ends : label
    case .alone, .begins, .carried, .ends: return label
    }
  }

  /// What the table says of a label; nil where it does not know it.
  func meaning(of text: String) -> TotalWord.Meaning? {
    if whole.isEmpty && beginnings.isEmpty { return nil }
    let words = TotalLabels.words(of: text)
    if !text.contains(where: \.isNumber), let meaning = whole[words.joined(separator: " ")] {
      return meaning
    }
    for count in stride(from: min(longestBeginning, words.count), to: 0, by: -1) {
      if let meaning = beginnings[words.prefix(count).joined(separator: " ")] { return meaning }
    }
    return nil
  }

  private static func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter }
  }
}
