package import PoolModel

/// The month that a file name gives its export, as far as it does.
package struct FileNamePeriod: Equatable, Sendable {
  /// The calendar year; nil where the name gives a month alone.
  package var year: Int?
  /// 1 to 12; nil where the name gives a year alone.
  package var month: Int?
  /// What a quarter or a run of months may be; empty where the name gives a month or a year.
  ///
  /// `Q1 2013` may be the first quarter of the calendar or of the financial year.
  package private(set) var spans: [MonthSpan] = []

  /// A period.
  package init(year: Int?, month: Int?) {
    self.year = year
    self.month = month
  }

  /// The period in a file's name, such as `2014-06.csv`, `Spend-June-25`, `201210`, `1704` or
  /// `2013-P01`; nil where it gives none.
  ///
  /// A month's name counts before numbers, because a number is as often a day of publication.
  package init?(fileName: String) {
    let stem = fileName.split(separator: ".").dropLast().joined(separator: ".")
    let tokens = FileNamePeriod.tokens(of: stem)
    guard
      let found = FileNamePeriod.spanning(tokens) ?? FileNamePeriod.named(tokens)
        ?? FileNamePeriod.ofQuarter(tokens) ?? FileNamePeriod.financial(tokens)
        ?? FileNamePeriod.numbered(tokens)
    else { return nil }
    self = found
  }

  /// The month, the months or the quarter that a title above a table states with its year; nil where
  /// it states none.
  package init?(title: String) {
    let tokens = FileNamePeriod.tokens(of: title)
    let found =
      FileNamePeriod.spanning(tokens) ?? FileNamePeriod.named(tokens)
      ?? FileNamePeriod.ofQuarter(tokens)
    guard let found, found.year != nil else { return nil }
    self = found
  }

  init(year: Int, spans: [MonthSpan]) {
    self.init(year: year, month: nil)
    self.spans = spans
  }

  /// Whether it is shorter than a year.
  package var isOfMonths: Bool { month != nil || !spans.isEmpty }

  /// The most days that fall into one of the periods that it may be, as `count` says of each.
  package func most(_ count: ((CalendarDay) -> Bool) -> Int) -> Int {
    spans.isEmpty ? count(holds) : spans.map { count($0.holds) }.max() ?? 0
  }

  /// Whether a day falls into the period.
  package func holds(_ day: CalendarDay) -> Bool {
    if !spans.isEmpty { return spans.contains { $0.holds(day) } }
    let (year, month, _) = day.civil
    return (self.year == nil || self.year == year) && (self.month == nil || self.month == month)
  }

  /// The financial year that the period lies in; nil where it gives no year.
  package var financialYear: FinancialYear? {
    if let span = spans.first { return FinancialYear(containing: span.firstDay) }
    guard let year else { return nil }
    return FinancialYear(startYear: month.map { $0 >= 4 } ?? true ? year : year - 1)
  }

  /// Runs of letters and runs of digits, in order.
  private static func tokens(of stem: String) -> [String] {
    var tokens: [String] = []
    var last: Character = " "
    for character in stem {
      let isWord = character.isLetter || character.isNumber
      let goesOn = isWord && last.isLetter == character.isLetter && (last.isLetter || last.isNumber)
      if goesOn, character.isUppercase == last.isUppercase || !character.isUppercase {
        tokens[tokens.count - 1].append(character)
      } else if isWord {
        tokens.append(String(character))
      }
      last = character
    }
    return tokens
  }

  /// A month's name, and a year beside it.
  private static func named(_ tokens: [String]) -> FileNamePeriod? {
    for (place, token) in tokens.enumerated().reversed() {
      guard let month = MonthName.month(token) ?? MonthName.misspelt(token) else { continue }
      // Two digits before the month's name are its number or a day: `04 - July`.
      let after = place + 1 < tokens.count ? FileNamePeriod.year(tokens[place + 1]) : nil
      let beside = [place - 1, place + 2].filter(tokens.indices.contains)
      let year = after ?? beside.lazy.compactMap { fourDigitYear(tokens[$0]) }.first
      return FileNamePeriod(year: year, month: month)
    }
    return nil
  }

  /// `2013-P01`, `2015-16 M3`.
  private static func financial(_ tokens: [String]) -> FileNamePeriod? {
    for place in tokens.indices.dropLast() where ["P", "M"].contains(tokens[place].uppercased()) {
      guard let number = Int(tokens[place + 1]), (1...13).contains(number),
        let start = tokens.prefix(place).lazy.compactMap(fourDigitYear).first
      else { continue }
      // Where the year ends cannot be told from one number, so the month stands without it.
      return FileNamePeriod(year: nil, month: (min(number, 12) + 2) % 12 + 1).within(start)
    }
    return nil
  }

  private func within(_ start: Int) -> FileNamePeriod {
    FileNamePeriod(year: (month ?? 4) >= 4 ? start : start + 1, month: month)
  }

  /// `2014-06`, `201406`, `1704`, else a year alone.
  private static func numbered(_ tokens: [String]) -> FileNamePeriod? {
    for (place, token) in tokens.enumerated() {
      if token.utf8.count == 6, let year = fourDigitYear(token.prefix(4)),
        let month = month(token.suffix(2))
      {
        return FileNamePeriod(year: year, month: month)
      }
      guard let year = fourDigitYear(token) else { continue }
      let next = place + 1 < tokens.count ? month(tokens[place + 1]) : nil
      return FileNamePeriod(year: year, month: next)
    }
    let short = tokens.lazy.reversed().first { token in
      token.utf8.count == 4 && year(token.prefix(2)) != nil && month(token.suffix(2)) != nil
    }
    return short.map { FileNamePeriod(year: year($0.prefix(2)), month: month($0.suffix(2))) }
  }

  static func fourDigitYear(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1995...2060).contains(year) else {
      return nil
    }
    return year
  }

  /// Four digits, or two from 05 to 45.
  static func year(_ text: some StringProtocol) -> Int? {
    if let year = fourDigitYear(text) { return year }
    guard text.utf8.count == 2, let year = Int(text), (5...45).contains(year) else { return nil }
    return 2000 + year
  }

  private static func month(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 2, let month = Int(text), (1...12).contains(month) else { return nil }
    return month
  }
}
