/// Where a target such as "55% to 40%" stands.
package struct TargetReading: Hashable, Sendable {
  /// The agreement's slug.
  package var agreement: String
  /// The target's slug within the agreement.
  package var target: String
  /// The financial year of the lines.
  package var year: FinancialYear
  /// What is counted as the numerator, such as `residential and nursing`.
  package var measureBasis: String
  /// In pence.
  package var numerator: Money
  /// In pence.
  package var denominator: Money
  /// The share in hundredths of a per cent, rounded half up; nil where the denominator is not
  /// positive.
  package var share: Int?
  /// What the agreement says it starts from, in hundredths of a per cent.
  package var base: Int
  /// What it is to become.
  package var goal: Int
  /// Why no progress is reported; empty where the bases agree.
  package var refusal: String

  /// A reading of a target.
  package init(
    agreement: String, target: String, year: FinancialYear, measureBasis: String,
    numerator: Money, denominator: Money, share: Int?, base: Int, goal: Int, refusal: String
  ) {
    self.agreement = agreement
    self.target = target
    self.year = year
    self.measureBasis = measureBasis
    self.numerator = numerator
    self.denominator = denominator
    self.share = share
    self.base = base
    self.goal = goal
    self.refusal = refusal
  }
}
