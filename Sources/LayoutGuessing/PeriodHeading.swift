import LineParsing
import PoolModel

/// What a header says of the period its column stands for.
struct PeriodHeading {
  private(set) var year: FinancialYear?
  /// The month's first day.
  private(set) var month: CalendarDay?
  /// The header's other words, without those that say nothing.
  private(set) var otherWords = ""

  /// Reads `2009/10`, `FY 2009-10`, `Apr-13`, `April 2013`, `2013-14 M1`, and with the file's
  /// financial year `April`, `M1` and `P01`; the header has no unit, and `fillers` say nothing.
  init(_ header: String, year fileYear: FinancialYear?, fillers: Set<String>) {
    let words = header.lowercased()
      .split(whereSeparator: { $0.isWhitespace || "()[]:".contains($0) }).map(String.init)
      .filter { !$0.contains("£") && !fillers.contains($0) }
    var others = words
    if let place = words.firstIndex(where: { PeriodHeading.year(of: $0, fillers) != nil }) {
      year = PeriodHeading.year(of: words[place], fillers)
      others.remove(at: place)
    }
    if let (found, rest) = PeriodHeading.month(in: words, fileYear) {
      month = found
      if year == nil || rest.count < others.count { others = rest }
    }
    otherWords = others.joined(separator: " ")
  }

  /// The financial year that a word is, such as `2012/13`, `23/24` and `FY2012-13`; nil for others.
  static func year(of word: String, _ fillers: Set<String>) -> FinancialYear? {
    FinancialYear(word) ?? shortYear(word)
      ?? fillers.sorted().lazy.filter { word.hasPrefix($0) }
      .compactMap { FinancialYear(word.dropFirst($0.count)) }.first
  }

  /// `23/24`, whose halves must follow one another.
  private static func shortYear(_ word: String) -> FinancialYear? {
    let parts = word.split(separator: "/")
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    return FinancialYear("20\(word)")
  }

  /// A month in one to three neighbouring words, and the words beside them.
  private static func month(
    in words: [String], _ fileYear: FinancialYear?
  ) -> (CalendarDay, rest: [String])? {
    for length in stride(from: min(3, words.count), to: 0, by: -1) {
      for start in 0...(words.count - length) {
        let text = words[start..<(start + length)].joined(separator: " ")
        guard let month = month(of: text, fileYear) else { continue }
        return (month, Array(words[..<start] + words[(start + length)...]))
      }
    }
    return nil
  }

  private static func month(of text: String, _ fileYear: FinancialYear?) -> CalendarDay? {
    if let month = MonthSpelling.month(text) ?? MonthSpelling.period(text, year: nil) {
      return month
    }
    guard let fileYear else { return nil }
    if let month = MonthName.month(text) {
      return CalendarDay(
        year: month >= 4 ? fileYear.startYear : fileYear.startYear + 1, month: month, day: 1)
    }
    // A number alone may count anything.
    return Int(text) == nil ? MonthSpelling.period(text, year: fileYear) : nil
  }
}
