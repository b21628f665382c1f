import MappingTables
import PoolModel

extension PoolClosing {
  /// The figures that the agreement quotes for the year, with what the lines give for them.
  ///
  /// `pool-total` and `funding-total` are held against the funding where it is stated in full, and
  /// `spending-total` against the spending of the lines; half a side is not a total. All other
  /// figures are shown as stated: parts can overlap, so that their sum proves nothing.
  static func statedFigures(
    of pool: OpenPool, _ account: PoolAccount, isFunded: Bool
  ) -> [StatedFigure] {
    pool.agreement.statedFigures.filter { $0.year == pool.year }.map { figure in
      let computed: Money? =
        switch figure.figure {
        case "pool-total", "funding-total": isFunded ? account.knownFunding : nil
        case "spending-total": pool.agreement.statesSpending ? account.knownSpending : nil
        default: nil
        }
      return StatedFigure(
        figure: figure.figure, amount: figure.amount, precision: figure.precision,
        source: figure.source, computed: computed, partOf: figure.partOf)
    }
  }

  var differingFigureFindings: [Finding] {
    account.statedFigures.compactMap { figure in
      guard let computed = figure.computed, !figure.allows(computed) else { return nil }
      let difference = computed - figure.amount
      return Finding(
        .statedTotalDiffers, at: SourcePosition(file: pool.agreement.file),
        value: "\(account.id) \(figure.figure)", atStake: difference.magnitude,
        message: "\(figure.figure) of \(account.id) is stated as \(figure.amount) "
          + "(\(figure.precision)), and the lines give \(computed)",
        remedy: "find the \(difference.magnitude) between them, or correct the stated figure")
    }
  }
}

extension StatedFigure {
  /// Whether a sum of lines can be what was stated.
  ///
  /// The tolerances are a judgement, as sources do not say to how many digits they rounded: an exact
  /// figure none, a rounded one 2%, a reported one (a speech, a newspaper) 5% of the stated amount.
  func allows(_ computed: Money) -> Bool {
    let tolerance: Int128 =
      switch precision {
      case "reported": 5
      case "rounded": 2
      default: 0
      }
    let difference = Int128((computed - amount).pence.magnitude)
    return difference * 100 <= Int128(amount.pence.magnitude) * tolerance
  }
}
