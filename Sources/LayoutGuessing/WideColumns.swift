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
    /// What its header says that it is, where it is a known word or holds one.
    var known: Known?

    /// What words of a header say of a column.
    enum Known {
      /// The amount of a line.
      case amount
      /// Tax, a budget, a balance.
      case noPayment
      /// Anything but money.
      case notMoney
    }
  }

  /// What the columns stand for.
  enum Kind: String {
    case years
    case months
    case bodies
    /// What a column with their sum proves to belong together.
    case parts
  }

  let kind: Kind
  /// The columns' places, and the amounts they become, in order.
  private(set) var amounts: [(place: Int, column: AmountColumn)]
  /// Money columns that are no line of their own.
  private(set) var leftOut: [LeftOutMoney] = []

  /// The place of the column that holds the sum of a row's amounts; nil: there is none.
  var rowTotal: Int? { leftOut.first { $0.reason == .rowSum }?.place }

  /// Columns of which nothing says whether they belong to the amounts.
  var unknown: [Int] { leftOut.filter { $0.reason == .unknown }.map(\.place) }

  /// Why the columns are read so, in a few words.
  var reason: String { "\(amounts.count) columns of money stand for \(kind.rawValue) across" }

  /// Finds such columns; nil where fewer than two stand for different years, months or bodies, where
  /// other words of their headers tell them apart, such as budget and outturn, or where all of them
  /// are said to be no payments beside a column that is called the amount.
  ///
  /// `year` is the financial year that the file is of, for months without one; a body becomes the
  /// payee unless another column is that.
  init?(
    _ columns: [Column], year: FinancialYear?, hasPayee: Bool = false, words: WideWords
  ) {
    let money = columns.indices.filter { columns[$0].holdsMoney && columns[$0].known != .notMoney }
    let headings = money.map {
      PeriodHeading(words.withoutUnit(columns[$0].header), year: year, fillers: words.fillers)
    }
    let years = zip(money, headings).filter { $0.1.year != nil }
    let months = zip(money, headings).filter { $0.1.month != nil }
    let bodies = words.bodies(money, columns)
    // `2003-04` may be a year or a month: what more of the columns can be decides.
    if years.count >= max(2, months.count), WideColumns.tell(years.map(\.1), \.year) {
      kind = .years
      amounts = years.map { place, heading in
        (place, words.amount(columns[place].header) { $0.year = heading.year })
      }
    } else if months.count >= 2, WideColumns.tell(months.map(\.1), \.month) {
      kind = .months
      amounts = months.map { place, heading in
        (place, words.amount(columns[place].header) { $0.month = heading.month })
      }
    } else if bodies.count >= 2 {
      kind = .bodies
      amounts = bodies.map { ($0, words.body(columns[$0].header, hasPayee: hasPayee)) }
    } else if let parts = WideColumns.partsOfSum(money, columns) {
      kind = .parts
      amounts = parts.map { ($0, words.body(columns[$0].header, hasPayee: true)) }
    } else {
      return nil
    }
    takePartsOfSum(money, columns) { words.body($0, hasPayee: hasPayee) }
    leaveOut(money, columns)
    let areNoPayments = amounts.allSatisfy { columns[$0.place].known == .noPayment }
    if areNoPayments, unknown.contains(where: { columns[$0].known == .amount }) { return nil }
  }

  /// Whether headings stand for different years or months and differ in nothing else.
  private static func tell<Value: Hashable>(
    _ headings: [PeriodHeading], _ value: KeyPath<PeriodHeading, Value?>
  ) -> Bool {
    let values = headings.compactMap { $0[keyPath: value] }
    return Set(values).count == headings.count && Set(headings.map(\.otherWords)).count == 1
  }

  /// Columns that no word explains, at least two that hold figures, and of which another is the sum.
  private static func partsOfSum(_ money: [Int], _ columns: [Column]) -> [Int]? {
    let unknown = money.filter { columns[$0].known == nil }
    return money.lazy.filter { columns[$0].known != .noPayment }.compactMap { total in
      let parts = unknown.filter { $0 != total }
      let figures = parts.map { columns[$0].pence }
      let filled = figures.count { $0.contains { $0 ?? 0 != 0 } }
      return filled > 1 && MoneyProof.isSum(columns[total].pence, of: figures) ? parts : nil
    }.first
  }

  /// A column that no word explains is a partner's too where a total needs it to add up.
  private mutating func takePartsOfSum(
    _ money: [Int], _ columns: [Column], _ body: (String) -> AmountColumn
  ) {
    guard kind == .bodies else { return }
    let taken = amounts.map(\.place)
    let others = money.filter { !taken.contains($0) && columns[$0].known != .noPayment }
    for total in others {
      let parts = others.filter { $0 != total && columns[$0].known == nil }
      let figures = (taken + parts).map { columns[$0].pence }
      guard !parts.isEmpty, isSum(columns[total].pence, of: figures),
        !isSum(columns[total].pence, of: taken.map { columns[$0].pence })
      else { continue }
      amounts += parts.map { ($0, body(columns[$0].header)) }
      amounts.sort { $0.place < $1.place }
      return
    }
  }

  /// Says of the other money columns why they are no amounts.
  private mutating func leaveOut(_ money: [Int], _ columns: [Column]) {
    let taken = Set(amounts.map(\.place))
    let figures = amounts.map { columns[$0.place].pence }
    leftOut = money.filter { !taken.contains($0) }.map { place in
      let column = columns[place]
      let reason: LeftOutReason =
        if isSum(column.pence, of: figures) {
          .rowSum
        } else if column.known == .noPayment {
          .noPayment
        } else if column.pence.allSatisfy({ $0 ?? 0 == 0 }), !column.pence.isEmpty {
          .allZero
        } else {
          .unknown
        }
      return LeftOutMoney(place: place, reason: reason)
    }
  }

  private func isSum(_ sum: [Int64?], of parts: [[Int64?]]) -> Bool {
    MoneyProof.isSum(sum, of: parts, isRounded: true)
  }
}
