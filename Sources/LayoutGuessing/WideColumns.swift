import LineParsing
import MappingTables
import PoolModel

/// Columns of money that stand side by side for years, months or bodies: each gives a line of its
/// own.
struct WideColumns {
  /// What a column is known by.
  struct Column {
    var header: String
    /// Whether its cells are amounts.
    var holdsMoney: Bool
    /// The pence of the first rows; nil where a cell is no amount.
    var pence: [Int64?]
  }

  /// What the columns stand for.
  enum Kind: String {
    case years
    case months
    case bodies
  }

  let kind: Kind
  /// The columns' places, and the amounts they become, in order.
  let amounts: [(place: Int, column: AmountColumn)]
  /// Money columns that are no line of their own, with the reason.
  let leftOut: [(place: Int, reason: String)]

  /// The place of the column that holds the sum of a row's amounts; nil: there is none.
  var rowTotal: Int? { leftOut.first { $0.reason == WideColumns.sumReason }?.place }
  private static let sumReason = "it is the sum of the columns beside it"

  /// Why the columns are read so, in a few words.
  var reason: String { "\(amounts.count) columns of money stand for \(kind.rawValue) across" }

  /// Finds such columns; nil where fewer than two stand for different years, months or bodies, or
  /// where other words of their headers tell them apart, such as budget and outturn.
  ///
  /// `year` is the financial year that the file is of, for months without one; `unit` says what a
  /// header counts in, and `isBody` whether it names a body, which becomes the payee unless another
  /// column is that.
  init?(
    _ columns: [Column], year: FinancialYear?, hasPayee: Bool = false,
    unit: (String) -> AmountColumn.Unit?,
    isBody: (String) -> Bool
  ) {
    let money = columns.indices.filter { columns[$0].holdsMoney }
    let headings = money.map { PeriodHeading(columns[$0].header, year: year) }
    let years = zip(money, headings).filter { $0.1.year != nil }
    let months = zip(money, headings).filter { $0.1.month != nil }
    let bodies = money.filter { isBody(columns[$0].header) }
    // `2003-04` may be a year or a month: what more of the columns can be decides.
    if years.count >= max(2, months.count), WideColumns.tell(years.map(\.1), \.year) {
      kind = .years
      amounts = years.map { place, heading in
        (
          place,
          AmountColumn(
            header: columns[place].header, unit: unit(columns[place].header) ?? .pounds,
            year: heading.year)
        )
      }
    } else if months.count >= 2, WideColumns.tell(months.map(\.1), \.month) {
      kind = .months
      amounts = months.map { place, heading in
        (
          place,
          AmountColumn(
            header: columns[place].header, unit: unit(columns[place].header) ?? .pounds,
            month: heading.month)
        )
      }
    } else if bodies.count >= 2 {
      kind = .bodies
      amounts = bodies.map { place in
        let header = columns[place].header
        return (
          place,
          AmountColumn(
            header: header, unit: unit(header) ?? .pounds,
            label: hasPayee ? WideColumns.name(in: header) : nil,
            partner: hasPayee ? nil : WideColumns.name(in: header))
        )
      }
    } else {
      return nil
    }
    leftOut = WideColumns.leftOut(money, amounts.map(\.place), columns)
  }

  /// Whether headings stand for different years or months and differ in nothing else.
  private static func tell<Value: Hashable>(
    _ headings: [PeriodHeading], _ value: KeyPath<PeriodHeading, Value?>
  ) -> Bool {
    let values = headings.compactMap { $0[keyPath: value] }
    return Set(values).count == headings.count && Set(headings.map(\.otherWords)).count == 1
  }

  /// The other money columns: sums of the ones beside them, or money that is not told apart.
  private static func leftOut(
    _ money: [Int], _ taken: [Int], _ columns: [Column]
  ) -> [(place: Int, reason: String)] {
    money.filter { !taken.contains($0) }.map { place in
      let isSum = isSum(columns[place].pence, of: taken.map { columns[$0].pence })
      return (
        place,
        isSum
          ? sumReason : "the columns beside it are the amounts"
      )
    }
  }

  /// Whether a column is the sum of others, in nine rows of ten; each may be rounded to a pound.
  private static func isSum(_ sum: [Int64?], of parts: [[Int64?]]) -> Bool {
    var (rows, right) = (0, 0)
    for (row, total) in sum.enumerated() {
      guard let total, total != 0 else { continue }
      let cells = parts.map { row < $0.count ? $0[row] ?? 0 : 0 }
      rows += 1
      if abs(cells.reduce(0, +) - total) <= Int64(parts.count) * 50 { right += 1 }
    }
    return rows > 0 && right * 10 >= rows * 9
  }

  /// A header without its unit: `Northbeck Council (£000)` is Northbeck Council.
  private static func name(in header: String) -> String {
    let words = header.split(whereSeparator: \.isWhitespace)
    return words.filter { !$0.contains("£") }.joined(separator: " ")
  }
}

/// What a header says of the period its column stands for.
struct PeriodHeading {
  private(set) var year: FinancialYear?
  /// The month's first day.
  private(set) var month: CalendarDay?
  /// The header's other words, without units.
  private(set) var otherWords = ""

  /// Reads `2009/10 £000`, `FY 2009-10`, `Apr-13`, `April 2013`, `2013-14 M1`, and with the file's
  /// financial year `April`, `M1` and `P01`.
  init(_ header: String, year fileYear: FinancialYear?) {
    let words = header.lowercased()
      .split(whereSeparator: { $0.isWhitespace || "()[]:".contains($0) }).map(String.init)
      .filter { !$0.contains("£") && !PeriodHeading.noise.contains($0) }
    var others = words
    if let place = words.firstIndex(where: { PeriodHeading.year($0) != nil }) {
      year = PeriodHeading.year(words[place])
      others.remove(at: place)
    }
    if let (found, rest) = PeriodHeading.month(in: words, fileYear) {
      month = found
      if year == nil || rest.count < others.count { others = rest }
    }
    otherWords = others.joined(separator: " ")
  }

  /// Words that say nothing of which column it is.
  private static let noise: Set<String> = ["fy", "year", "in", "the", "for", "000", "000s", "'000"]

  private static func year(_ word: String) -> FinancialYear? {
    FinancialYear(word.hasPrefix("fy") ? word.dropFirst(2) : word[...])
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
