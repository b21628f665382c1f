/// One year of a target's share on one basis, and how it stands to the year before it there.
package struct TrendPoint: Hashable, Sendable {
  /// Where the figures come from.
  package enum Origin: String, CaseIterable, Sendable {
    /// The agreement's file states them, from another source.
    case stated
    /// They are sums of lines of the run.
    case counted
  }

  /// The agreement's slug.
  package var agreement: String
  /// The target's slug within the agreement.
  package var target: String
  /// The financial year.
  package var year: FinancialYear
  /// What is counted, such as `residential and nursing`.
  package var basis: String
  /// Where the figures come from.
  package var origin: Origin
  /// In pence.
  package var numerator: Money
  /// In pence.
  package var denominator: Money
  /// In hundredths of a per cent; nil where the denominator is not positive.
  package var share: Int?
  /// The last year before it on the same basis; nil: it begins a line, or a break lies between.
  package var since: FinancialYear?
  /// What the share gained since then, in hundredths of a percentage point; nil with ``since`` or a
  /// share.
  package var movement: Int?
  /// Why the line is broken before this year; empty where it goes on or where nothing is before it.
  package var brokenBecause = ""
  /// The document and place that state the figures; empty for counted ones.
  package var source: String

  /// A point that is not yet held against the one before it.
  package init(
    agreement: String, target: String, year: FinancialYear, basis: String, origin: Origin,
    numerator: Money, denominator: Money, share: Int?, source: String
  ) {
    self.agreement = agreement
    self.target = target
    self.year = year
    self.basis = basis
    self.origin = origin
    self.numerator = numerator
    self.denominator = denominator
    self.share = share
    self.source = source
  }
}
