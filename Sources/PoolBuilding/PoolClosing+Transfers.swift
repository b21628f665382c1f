import MappingTables
import PoolModel

extension PoolClosing {
  /// One finding a counterparty and kind of variance.
  var varianceFindings: [Finding] {
    struct Key: Hashable {
      var payer: String
      var payee: String
      var kind: TransferVariance.Kind
    }
    return Dictionary(grouping: account.variances) {
      Key(payer: $0.payer, payee: $0.payee, kind: $0.kind)
    }.map { key, variances in
      let (payer, payee) = (
        mappings.printedName(ofBody: key.payer), mappings.printedName(ofBody: key.payee)
      )
      let sum = variances.reduce(Money.zero) { $0 + $1.amount }
      return Finding(
        .transferVariance, at: variances.first?.at ?? SourcePosition(file: pool.agreement.file),
        value: "\(account.id) \(key.kind.rawValue)", atStake: sum.magnitude, rows: variances.count,
        message: "what \(payer) paid and \(payee) received differs by \(sum) (\(words(key.kind)))",
        remedy: key.kind == .unexplained
          ? "find the \(sum.magnitude) with the other body" : "nothing, if that is the reason")
    }
  }

  private func words(_ kind: TransferVariance.Kind) -> String {
    switch kind {
    case .timing: "timing: the other end lies in another year"
    case .rounding: "rounding: within the agreement's tolerance"
    case .valueAddedTax: "value added tax, as far as the amounts tell"
    case .unexplained: "unexplained"
    }
  }

  /// One finding for all transfers that were matched by likeness alone.
  var suggestedFindings: [Finding] {
    let suggested = account.transfers.filter { $0.match?.isConfirmed == false }
    guard let first = suggested.first else { return [] }
    let sum = suggested.reduce(Money.zero) { $0 + ($1.paid ?? .zero) }
    return [
      Finding(
        .transferSuggested,
        at: first.paidAt ?? first.receivedAt ?? SourcePosition(file: pool.agreement.file),
        value: account.id, atStake: sum.magnitude, rows: suggested.count,
        message: "\(sum) of transfers in pool \(account.id) is matched by amount and date, or by "
          + "words, and by no number",
        remedy: "confirm them in mappings/eliminations.csv, or name the reference column of the "
          + "layouts")
    ]
  }
}
