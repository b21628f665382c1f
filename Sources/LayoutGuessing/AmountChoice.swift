import MappingTables

/// Which of the money columns is the amount of a line.
///
/// Net goes before an amount that does not say, and that before gross; but a column that only holds
/// a known word never goes before one that is called so. What the figures do not explain is asked
/// for where it may be the amount as well, and told where it may not.
struct AmountChoice {
  /// The columns that are amounts: one, or debit and credit; none: it cannot be known.
  private(set) var amounts: [RoleEvidence] = []
  /// The one of ``amounts`` that is taken away.
  private(set) var credit: Int?
  /// Columns of which each may be the amount.
  private(set) var asked: [Int] = []
  private(set) var leftOut: [LeftOutMoney] = []

  /// Chooses among columns of money; `transactions` names, by each column
  /// that may, the transaction of each row.
  init(_ columns: [MoneyColumn], transactions: [[String]]) {
    var live = columns
    func leaveOut(_ reason: LeftOutReason, _ isMeant: (MoneyColumn) -> Bool) {
      leftOut += live.filter(isMeant).map { LeftOutMoney(place: $0.place, reason: reason) }
      live.removeAll(where: isMeant)
    }
    let tax = columns.filter { $0.role == .vatAmount && !$0.isZero }.map(\.pence)
    leaveOut(.noPayment) { $0.isNoPayment }
    if live.contains(where: { !$0.isZero && $0.role != .otherMoney }) {
      leaveOut(.allZero) { $0.isZero }
    }
    // Beside figures with pence, numbers of one length are codes, whatever stands above them.
    if live.contains(where: { $0.mayBeAmount && $0.hasPence }) {
      leaveOut(.codes) { $0.looksLikeCodes }
    }
    leaveExplained(&live, tax, transactions)
    if live.contains(where: { $0.mayBeAmount && $0.role != .documentAmount }) {
      leaveOut(.document) { $0.role == .documentAmount }
    }
    let candidates = live.filter(\.mayBeAmount)
    if let best = AmountChoice.inOrder(candidates).first {
      settle(best, live)
    } else {
      takeDebitAndCredit(live)
    }
  }

  /// Takes out the columns that another one explains by its figures.
  private mutating func leaveExplained(
    _ live: inout [MoneyColumn], _ tax: [MoneyProof.Pence], _ transactions: [[String]]
  ) {
    for column in AmountChoice.inOrder(live).reversed() {
      let others = live.filter { $0.place != column.place && $0.mayBeAmount }
      let reasons = others.lazy.compactMap {
        AmountChoice.reason(for: column, beside: $0, tax, transactions)
      }
      guard let reason = reasons.first else { continue }
      leftOut.append(LeftOutMoney(place: column.place, reason: reason))
      live.removeAll { $0.place == column.place }
    }
  }

  /// Why a column is no amount where another is; nil where the figures do not say.
  private static func reason(
    for column: MoneyColumn, beside other: MoneyColumn, _ tax: [MoneyProof.Pence],
    _ transactions: [[String]]
  ) -> LeftOutReason? {
    let (figures, others) = (column.pence, other.pence)
    if MoneyProof.areSame(figures, others) {
      return isBefore(other, column) ? .same : nil
    }
    if transactions.contains(where: { MoneyProof.isTransactionTotal(figures, of: others, $0) }) {
      return .transactionTotal
    }
    if MoneyProof.isRunningTotal(figures, of: others) { return .runningTotal }
    // A net amount that is the larger one contradicts its name.
    guard column.role != .netAmount else { return nil }
    if tax.contains(where: { MoneyProof.isSum(figures, of: [others, $0]) }) { return .withTax }
    guard column.mayBeAmount, rank(other.role) < rank(column.role) else { return nil }
    if MoneyProof.isWithTax(figures, of: others) { return .withTax }
    let areNamed = column.isNamed && other.isNamed && other.role == .netAmount
    return areNamed && column.role == .grossAmount
      && MoneyProof.isNeverLess(figures, than: others) ? .withTax : nil
  }

  private static func rank(_ role: HeaderRole) -> Int {
    switch role {
    case .netAmount: 0
    case .amount: 1
    case .grossAmount: 2
    case .documentAmount: 3
    default: 4
    }
  }

  /// Those that are called so first, then by role, score and place.
  private static func isBefore(_ first: MoneyColumn, _ second: MoneyColumn) -> Bool {
    func order(_ column: MoneyColumn) -> (Int, Int, Int, Int) {
      (
        column.isNamed ? 0 : 1, rank(column.role), -column.claim.score, column.place
      )
    }
    return order(first) < order(second)
  }

  private static func inOrder(_ columns: [MoneyColumn]) -> [MoneyColumn] {
    columns.sorted(by: isBefore)
  }

  /// Takes the best, unless another column may be the amount as well.
  private mutating func settle(_ best: MoneyColumn, _ live: [MoneyColumn]) {
    var others = live.filter { $0.place != best.place }
    let debit = others.filter { $0.role == .debit }
    let credit = others.filter { $0.role == .credit }
    if debit.count == 1, credit.count == 1,
      MoneyProof.isDifference(best.pence, debit[0].pence, credit[0].pence)
    {
      others.removeAll { $0.role == .debit || $0.role == .credit }
      leftOut += (debit + credit).map { LeftOutMoney(place: $0.place, reason: .debitLessCredit) }
    }
    let rivals = others.filter {
      $0.role != .otherMoney && ($0.isNamed || !best.isNamed)
    }
    guard rivals.isEmpty else {
      asked = ([best] + rivals).map(\.place).sorted()
      return
    }
    amounts = [best.claim]
    leftOut += others.map { LeftOutMoney(place: $0.place, reason: .unknown) }
  }

  /// Money paid less money that came back, where no other column is the amount.
  private mutating func takeDebitAndCredit(_ live: [MoneyColumn]) {
    let paid = live.filter { $0.role == .debit }
    let returned = live.filter { $0.role == .credit }
    if paid.count == 1, returned.count <= 1,
      MoneyProof.areDebitAndCredit(
        paid[0].pence, returned.first?.pence ?? paid[0].pence.map { _ in 0 })
    {
      amounts = (paid + returned).map(\.claim)
      credit = returned.first?.place
      leftOut += live.filter { $0.role == .otherMoney }
        .map { LeftOutMoney(place: $0.place, reason: .unknown) }
    } else if !(paid + returned).isEmpty {
      asked = (paid + returned).map(\.place).sorted()
    }
  }
}
