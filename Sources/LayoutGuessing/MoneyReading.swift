import ExportReading
import LineParsing
import MappingTables
import PoolModel

/// What an export's columns of money are read as.
struct MoneyReading {
  /// The place of the column that holds the sum of a row's amounts.
  private(set) var rowTotal: Int?
  /// Every column of money with what it is taken for, in no order.
  private(set) var evidence: [RoleEvidence] = []
  /// 0 to 100: how sure the amounts are.
  private(set) var score = 0
  private var taken: [(place: Int, column: AmountColumn)] = []
  private var question: MoneyQuestion?
  /// Columns that hold money, are not read, and are not known.
  private var unread: [Int] = []
  private var signDoubt: SignDoubt?
  private let headers: [String]

  /// The amounts of a line; none: a person must be asked.
  var amounts: [AmountColumn] { question == nil ? taken.map(\.column) : [] }

  /// Reads the money columns of a survey; `year` is the file's financial year, for months without
  /// one.
  init(
    _ survey: ExportSurvey, _ reading: HeaderReading, _ roles: RoleAssignment,
    year: FinancialYear?, hasDates: Bool
  ) {
    headers = survey.header.headers
    evidence = roles.assigned.filter(\.isOfMoney)
    let wide = WideColumns(
      MoneyReading.wideColumns(survey, roles), year: year,
      hasPayee: roles.column(.supplier) != nil, words: WideWords(reading))
    if let wide {
      take(wide)
    } else {
      take(MoneyReading.choice(survey, roles, evidence))
      if !hasDates { standForPeriods(survey, reading, year) }
      markCredits(survey, reading)
    }
    count(in: TableUnits(survey, reading.units))
    if question != nil { score = 0 }
  }

  private static func choice(
    _ survey: ExportSurvey, _ roles: RoleAssignment, _ claims: [RoleEvidence]
  ) -> AmountChoice {
    let keys = [HeaderRole.transaction, .invoiceNumber, .orderNumber].compactMap(roles.column)
    let (payees, days) = (roles.column(.supplier), roles.column(.date))
    // Where no number is given, what one payee is paid on one day may be one invoice.
    let payments = payees.flatMap { payee in
      days.map { zip(survey.firstTexts(payee), survey.firstTexts($0)).map { "\($0)\n\($1)" } }
    }
    return AmountChoice(
      claims.map { claim in
        let cells = survey.columns[claim.column]
        return MoneyColumn(
          place: claim.column, claim: claim, pence: cells.firstPence, isZero: cells.isZero,
          isDigits: cells.wholeNumbers == cells.filled)
      },
      transactions: keys.map(survey.firstTexts) + (payments.map { [$0] } ?? []))
  }

  /// The columns as ``WideColumns`` wants them.
  private static func wideColumns(
    _ survey: ExportSurvey, _ roles: RoleAssignment
  ) -> [WideColumns.Column] {
    survey.columns.indices.map { place in
      let cells = survey.columns[place]
      let claim = roles.assigned.first { $0.column == place }
      return WideColumns.Column(
        header: survey.header.wordings[place],
        holdsMoney: cells.share(cells.amounts) >= 60,
        pence: cells.firstPence, known: claim.flatMap(WideColumns.Column.Known.init))
    }
  }

  private mutating func take(_ wide: WideColumns) {
    rowTotal = wide.rowTotal
    score = 100
    taken = wide.amounts.map { place, column in
      var column = column
      column.header = name(place)
      return (place, column)
    }
    for (place, _) in wide.amounts {
      evidence.removeAll { $0.column == place }
      evidence.append(
        RoleEvidence(
          column: place, role: .amount, score: 100, strength: .whole, reasons: [wide.reason]))
    }
    note(wide.leftOut)
    if !wide.unknown.isEmpty { question = .beside(wide.unknown, others: wide.kind.rawValue) }
  }

  private mutating func take(_ choice: AmountChoice) {
    score = choice.amounts.first?.score ?? 0
    taken = choice.amounts.map { claim in
      var column = AmountColumn(header: name(claim.column))
      column.isTakenAway = choice.credit == claim.column
      return (claim.column, column)
    }
    note(choice.leftOut)
    unread = choice.leftOut.filter { $0.reason == .unknown }.map(\.place)
    if !choice.asked.isEmpty {
      question = .either(choice.asked)
    } else if taken.isEmpty {
      question = .noAmount
    }
  }

  /// A lone amount may stand for a year or a month where no date says when.
  private mutating func standForPeriods(
    _ survey: ExportSurvey, _ reading: HeaderReading, _ year: FinancialYear?
  ) {
    for place in taken.indices {
      let header = reading.units.rest(of: survey.header.wordings[taken[place].place])
      let heading = PeriodHeading(header, year: year, fillers: reading.fillers)
      taken[place].column.year = heading.year
      if heading.year == nil { taken[place].column.month = heading.month }
    }
  }

  /// Where no figure of the amount has a sign, a column of words may tell its credits.
  private mutating func markCredits(_ survey: ExportSurvey, _ reading: HeaderReading) {
    guard taken.count == 1 else { return }
    let amount = survey.columns[taken[0].place]
    let marks = reading.creditMarks.marks(
      of: amount, among: survey.columns, below: survey.header.wordings)
    taken[0].column.credits = marks.map { column, cells in
      CreditMark(header: name(column), cells: cells.compactMap { CellPattern(cell: $0) })
    }
    if marks == nil {
      signDoubt = SignDoubt(taken[0].place, survey.columns, reading.creditMarks)
    }
  }

  private mutating func count(in units: TableUnits) {
    for place in taken.indices {
      let column = taken[place].place
      taken[place].column.unit = units.unit(ofColumn: column)
      if let reason = units.reason(forColumn: column) { add(reason, to: column) }
      if question == nil, units.isDoubtful(column) { question = .unit(column) }
    }
  }

  private mutating func note(_ leftOut: [LeftOutMoney]) {
    for column in leftOut { add("left out: \(column.reason.rawValue)", to: column.place) }
  }

  private mutating func add(_ reason: String, to column: Int) {
    if let place = evidence.firstIndex(where: { $0.column == column }) {
      evidence[place].reasons.append(reason)
    } else {
      evidence.append(
        RoleEvidence(
          column: column, role: .otherMoney, score: 1, strength: .cells, reasons: [reason]))
    }
  }

  private func name(_ place: Int) -> String { ColumnPlace.name(place, among: headers) }

  /// What a person must say of the money.
  func findings(_ columns: GuessFindings) -> [Finding] {
    (question.map { [columns.asking($0)] } ?? [])
      + (unread.isEmpty ? [] : [columns.notRead(unread)])
      + (question == nil ? signDoubt.map { [columns.doubting($0)] } ?? [] : [])
  }
}

/// Why the signs of an amount column may not say which figures are credits.
enum SignDoubt {
  /// Every figure is negative.
  case allNegative(column: Int)
  /// No figure is negative, and a cell of another column says credit.
  case unsigned(column: Int, mark: Int, cell: String)

  /// The doubt about the amount at a place among a survey's columns; nil where there is none.
  init?(_ place: Int, _ columns: [ColumnSurvey], _ creditMarks: CreditMarks) {
    let amount = columns[place]
    if amount.amounts > 1, amount.negative == amount.amounts {
      self = .allNegative(column: place)
    } else if let (mark, cell) = creditMarks.unusedMark(of: amount, among: columns) {
      self = .unsigned(column: place, mark: mark, cell: cell)
    } else {
      return nil
    }
  }
}

/// What only a person can say of the columns of money.
enum MoneyQuestion {
  /// No column is known to be the amount.
  case noAmount
  /// Each of the columns may be the amount.
  case either([Int])
  /// Columns hold money beside years, months or bodies, and nothing says whether they belong to them.
  case beside([Int], others: String)
  /// What a column counts in.
  case unit(Int)
}

extension WideColumns.Column.Known {
  /// What a claim says of a column; nil where only the cells do, or a word inside the header.
  init?(_ claim: RoleEvidence) {
    guard claim.strength != .cells else { return nil }
    switch claim.role {
    case .netAmount, .amount, .grossAmount, .documentAmount, .debit, .credit:
      guard claim.strength == .whole else { return nil }
      self = .amount
    case .vatAmount, .otherMoney: self = .noPayment
    default: self = .notMoney
    }
  }
}
