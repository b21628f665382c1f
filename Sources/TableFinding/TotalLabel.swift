/// What a row's label says of the row being a total.
package enum TotalLabel: Sendable {
  /// "Total", "Grand total", "Sub-total:", "Overall Result" and nothing else.
  case alone
  /// "Total additional contribution".
  case begins
  /// "Services, total".
  case ends
  /// "All industries", "Both sexes".
  case all
  /// "Average", "Country mean".
  case average
  /// "Brought forward", "Balance c/f": a sum of other pages or periods.
  case carried
  case none

  /// What a label says.
  package init(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter }
    if TotalLabel.isOfReport(text, words) {
      self = .alone
      return
    }
    guard let first = words.first, let last = words.last else {
      self = .none
      return
    }
    if words.allSatisfy({ TotalLabel.isTotal($0) || TotalLabel.qualifiers.contains($0) }),
      words.contains(where: TotalLabel.isTotal), !text.contains(where: \.isNumber)
    {
      self = .alone
      return
    }
    if TotalLabel.isCarried(words) {
      self = .carried
      return
    }
    let isQualified = words.count > 1 && TotalLabel.qualifiers.contains(first)
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

  /// What report programs write beside a sum, and nothing else: "Result", "Overall Result", "**".
  private static func isOfReport(_ text: String, _ words: [Substring]) -> Bool {
    let signs = text.filter { !$0.isWhitespace }
    if !signs.isEmpty, signs.count <= 4, signs.allSatisfy({ $0 == "*" }) { return true }
    return words.last == "result" && words.dropLast().allSatisfy { qualifiers.contains($0) }
      && !text.contains(where: \.isNumber)
  }

  /// Nothing but such a line's words: a company may be called "Forward Housing".
  private static func isCarried(_ words: [Substring]) -> Bool {
    let core = words.filter { !["balance", "balances", "total", "totals"].contains($0) }
    return [
      ["brought", "forward"], ["carried", "forward"], ["brought", "down"], ["carried", "down"],
      ["b", "f"], ["c", "f"], ["b", "fwd"], ["c", "fwd"], ["bf"], ["cf"],
    ].contains(core)
      || (core.count + 1 == words.count && (core == ["opening"] || core == ["closing"]))
  }

  private static let qualifiers: [Substring] = ["grand", "sub", "overall"]

  private static func isTotal(_ word: Substring) -> Bool {
    word == "total" || word == "totals" || word == "subtotal" || word == "subtotals"
  }
}
