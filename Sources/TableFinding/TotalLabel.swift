/// Words that a total's label begins or ends with.
enum TotalLabel {
  /// "Total", "Grand total", "Sub-total:", "Total additional contribution", "Services, total".
  static func matches(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    guard let first = words.first, let last = words.last else { return false }
    if isTotal(first) || isTotal(last) { return true }
    return words.count > 1 && ["grand", "sub", "overall"].contains(first) && isTotal(words[1])
  }

  private static func isTotal(_ word: Substring) -> Bool {
    word == "total" || word == "totals" || word == "subtotal" || word == "subtotals"
  }
}
