/// What the figures of columns prove about one another, in nine rows of ten.
enum MoneyProof {
  typealias Pence = [Int64?]

  /// The most that value added tax has ever put on an amount in the United Kingdom: a fifth.
  private static let mostTaxInHundredths: Int64 = 20

  /// Whether two columns have the same cells.
  static func areSame(_ first: Pence, _ second: Pence) -> Bool {
    !first.isEmpty && first == second
  }

  /// Whether a column is the sum of others; each may be rounded to half a pound where `isRounded`.
  static func isSum(_ sum: Pence, of parts: [Pence], isRounded: Bool = false) -> Bool {
    let slack: Int64 = isRounded ? Int64(parts.count) * 50 : 1
    var (rows, right) = (0, 0)
    for (row, total) in sum.enumerated() {
      guard let total, total != 0 else { continue }
      let cells = parts.map { row < $0.count ? $0[row] ?? 0 : 0 }
      rows += 1
      if abs(cells.reduce(0, +) - total) <= slack { right += 1 }
    }
    return rows > 0 && right * 10 >= rows * 9
  }

  /// Whether a column is the other with tax: never less, and by no more than the tax may be.
  static func isWithTax(_ gross: Pence, of net: Pence) -> Bool {
    isHeld(gross, net) { gross, net in
      gross >= net && (gross - net - 1) * 100 <= net * mostTaxInHundredths
    }
  }

  private static func isWithTax(_ gross: Pence, of net: Pence, in rows: [Int]) -> Bool {
    rows.isEmpty || isWithTax(rows.map { gross[$0] }, of: rows.map { net[$0] })
  }

  /// Whether a column is nowhere nearer to nothing than the other.
  static func isNeverLess(_ gross: Pence, than net: Pence) -> Bool {
    isHeld(gross, net) { $0 + 1 >= $1 }
  }

  /// Whether nine rows of ten that have both figures, of one sign, fulfil a rule on their sizes.
  private static func isHeld(
    _ first: Pence, _ second: Pence, _ rule: (Int64, Int64) -> Bool
  ) -> Bool {
    var (rows, right) = (0, 0)
    for (first, second) in zip(first, second) {
      guard let first, let second else { continue }
      rows += 1
      let haveOneSign = first == 0 || second == 0 || (first < 0) == (second < 0)
      if haveOneSign, rule(abs(first), abs(second)) { right += 1 }
    }
    return rows > 0 && right * 10 >= rows * 9
  }

  /// Whether a column repeats, on each line of a transaction, what the lines of it add up to.
  ///
  /// `transactions` names the transaction of each row, blank where none is named. Transactions of
  /// one line prove nothing, and their total may be with tax.
  static func isTransactionTotal(
    _ total: Pence, of lines: Pence, _ transactions: [String]
  ) -> Bool {
    let rows = transactions.indices.filter { $0 < total.count && !transactions[$0].isEmpty }
    let groups = Dictionary(grouping: rows) { transactions[$0] }.values
    func isRight(_ rows: [Int]) -> Bool {
      let sum = rows.compactMap { lines[$0] }.reduce(0, +)
      return rows.allSatisfy { total[$0] == sum }
    }
    let several = groups.filter { $0.count > 1 }
    return !several.isEmpty && several.count(where: isRight) * 10 >= several.count * 9
      && isWithTax(total, of: lines, in: groups.filter { $0.count == 1 }.flatMap(\.self))
  }

  /// Whether each cell of a column is the one above it and the line's own amount.
  static func isRunningTotal(_ total: Pence, of lines: Pence) -> Bool {
    var (rows, right) = (0, 0)
    for row in total.indices.dropFirst() where row < lines.count {
      guard let now = total[row], let before = total[row - 1], let line = lines[row] else {
        continue
      }
      rows += 1
      if now - before == line { right += 1 }
    }
    return rows > 1 && right * 10 >= rows * 9
  }

  /// Whether two columns stand for money paid and money that came back: no row has both, and
  /// neither has a figure below nothing.
  static func areDebitAndCredit(_ debit: Pence, _ credit: Pence) -> Bool {
    zip(debit, credit).allSatisfy { debit, credit in
      let (debit, credit) = (debit ?? 0, credit ?? 0)
      return debit >= 0 && credit >= 0 && (debit == 0 || credit == 0)
    }
  }

  /// Whether a column is the first less the second.
  static func isDifference(_ amount: Pence, _ debit: Pence, _ credit: Pence) -> Bool {
    var (rows, right) = (0, 0)
    for row in amount.indices where row < debit.count && row < credit.count {
      guard let amount = amount[row] else { continue }
      rows += 1
      // Credits may be printed with their sign.
      if amount == (debit[row] ?? 0) - abs(credit[row] ?? 0) { right += 1 }
    }
    return rows > 0 && right * 10 >= rows * 9
  }
}
