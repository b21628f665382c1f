/// What a row's label says of the row being a total.
enum TotalLabel {
  /// "Total", "Grand total", "Sub-total:", "Total additional contribution".
  case begins
  /// "Services, total".
  case ends
  /// "All industries", "Both sexes".
  case all
  /// "Average", "Country mean".
  case average
  case none

  init(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter }
    guard let first = words.first, let last = words.last else {
      self = .none
      return
    }
    let isQualified = words.count > 1 && ["grand", "sub", "overall"].contains(first)
    if TotalLabel.isTotal(first) || (isQualified && TotalLabel.isTotal(words[1])) {
      self = .begins
    } else if TotalLabel.isTotal(last) {
      self = .ends
    } else if first == "all" || first == "both" {
      self = .all
    } else if words.contains("mean") || words.contains("average") || words.contains("percent") {
      self = .average
    } else {
      self = .none
    }
  }

  private static func isTotal(_ word: Substring) -> Bool {
    word == "total" || word == "totals" || word == "subtotal" || word == "subtotals"
  }
}
