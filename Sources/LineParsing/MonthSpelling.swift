package import PoolModel

/// Reads cells that name a month and no day; the month's first day stands for it.
package enum MonthSpelling {
  /// `Jun-14`, `June 2014`, `2014-06`, `06/2014`, `201406`; nil for anything else.
  package static func month(_ cell: String) -> CalendarDay? {
    let parts = parts(of: cell)
    switch parts.count {
    case 1: return joined(parts[0]).flatMap { CalendarDay(year: $0.year, month: $0.rest, day: 1) }
    case 2:
      if let month = MonthName.month(parts[0]), let year = DayNumbers.Part.year(of: parts[1]) {
        return CalendarDay(year: year, month: month, day: 1)
      }
      if let month = MonthName.month(parts[1]), let year = DayNumbers.Part.year(of: parts[0]) {
        return CalendarDay(year: year, month: month, day: 1)
      }
      guard parts.allSatisfy(\.isShortNumber) else { return nil }
      let isYearFirst = parts[0].utf8.count == 4
      let (year, month) = isYearFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
      guard year.utf8.count == 4, month.utf8.count <= 2, let number = Int(month) else { return nil }
      return DayNumbers.Part.year(of: year).flatMap { CalendarDay(year: $0, month: number, day: 1) }
    default: return nil
    }
  }

  /// `2015-16 M3`, `P01 2015/16`, `201504` (period 4 of 2015-16), and `P01`, `Month 3` or `3` in the
  /// given year; nil for anything else.
  ///
  /// Period 1 is April; the closing periods after the twelfth count as March.
  package static func period(_ cell: String, year: FinancialYear?) -> CalendarDay? {
    var words = cell.split(whereSeparator: { $0.isWhitespace || $0 == "_" }).map(String.init)
    let stated = words.firstIndex { FinancialYear($0) != nil }
    let statedYear = stated.flatMap { FinancialYear(words.remove(at: $0)) }
    let text = words.joined().lowercased()
    if statedYear == nil, let joined = joined(text) {
      return firstDay(ofPeriod: joined.rest, in: FinancialYear(startYear: joined.year))
    }
    guard let year = statedYear ?? year, let number = number(text) else { return nil }
    return firstDay(ofPeriod: number, in: year)
  }

  /// The first day of the month that a period of a financial year is.
  static func firstDay(ofPeriod number: Int, in year: FinancialYear) -> CalendarDay? {
    guard (1...16).contains(number) else { return nil }
    let month = (min(number, 12) + 2) % 12 + 1
    return CalendarDay(
      year: month >= 4 ? year.startYear : year.startYear + 1, month: month, day: 1)
  }

  /// `p01`, `period1`, `m3`, `month3`, `3`.
  private static func number(_ text: String) -> Int? {
    let digits = text.drop { $0.isLetter }
    let word = text.prefix(text.count - digits.count)
    guard ["", "p", "period", "m", "mth", "month", "pd"].contains(word), digits.isShortNumber,
      digits.utf8.count <= 2
    else { return nil }
    return Int(digits)
  }

  /// `201504`: a year and two digits.
  private static func joined(_ text: some StringProtocol) -> (year: Int, rest: Int)? {
    guard text.utf8.count == 6, text.isAllDigits, let year = Int(text.prefix(4)),
      let rest = Int(text.suffix(2)), (1990...2079).contains(year), (1...16).contains(rest)
    else { return nil }
    return (year, rest)
  }

  /// Whether a text may be a month or a period at all; a quick answer, which may be a wrong yes.
  ///
  /// Such a text is short, and begins its words with the letters of months' names or of "period",
  /// or it has none; then a year of four digits or nothing but two digits stands in it.
  package static func mayBe(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count <= 40 else { return false }
    var (digits, longest, run, hasLetters, isInWord) = (0, 0, 0, false, false)
    for place in bytes.indices {
      let byte = bytes[place]
      let isLetter = DateParts.isLetter(byte)
      run = DateParts.isDigit(byte) ? run + 1 : 0
      if run > 0 { digits += 1 }
      longest = max(longest, run)
      if isLetter, !isInWord, !firstLetters.contains(byte | 0x20) { return false }
      hasLetters = hasLetters || isLetter
      isInWord = isLetter
    }
    guard digits > 0, digits <= 10 else { return false }
    return hasLetters || longest == 4 || longest == 6 || digits <= 2
  }

  /// Of months' names and of the words that number() knows.
  private static let firstLetters = Array("jfmasondp".utf8)

  private static func parts(of cell: String) -> [String] {
    cell.split(whereSeparator: { $0.isWhitespace || "/-._'".contains($0) }).map(String.init)
  }
}
