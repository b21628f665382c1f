import MappingTables
import PoolModel

extension PoolClosing {
  /// Each target of the agreement on each of its readings, for a year that has spending to count; a
  /// plan of the Better Care Fund that is not approved has none.
  var targetReadings: [TargetReading] {
    guard account.betterCareFund.map({ $0.area.plan == .plan }) ?? true else { return [] }
    return pool.agreement.targets.flatMap { target -> [TargetReading] in
      let counted = pool.spending.lazy.map(\.fact)
        .filter { mappings.isFact($0, meantBy: target.denominator) }
      guard !counted.isEmpty else { return [] }
      let denominator = counted.reduce(Money.zero) { $0 + $1.tally.amount }
      return target.readings.map { reading in
        let narrowed = Agreement.Claim(careSettings: reading.careSettings)
        let numerator = pool.spending.reduce(Money.zero) { sum, spending in
          let fact = spending.fact
          let counts =
            mappings.isFact(fact, meantBy: target.numerator)
            && mappings.isFact(fact, meantBy: narrowed)
          return counts ? sum + fact.tally.amount : sum
        }
        return TargetReading(
          agreement: pool.agreement.agreement, target: target.target, year: pool.year,
          measureBasis: reading.basis, numerator: numerator, denominator: denominator,
          share: PoolClosing.share(of: numerator, in: denominator), base: target.base,
          goal: target.goal, refusal: PoolClosing.refusal(of: target, for: reading, in: pool.year))
      }
    }
  }

  /// Hundredths of a per cent, rounded half up; nil where the whole is not positive.
  static func share(of part: Money, in whole: Money) -> Int? {
    guard whole > .zero else { return nil }
    let (quotient, remainder) = (Int128(part.pence) * 20_000 + Int128(whole.pence))
      .quotientAndRemainder(dividingBy: Int128(whole.pence) * 2)
    return Int(remainder < 0 ? quotient - 1 : quotient)
  }

  /// Why a reading says nothing about progress; empty where base and reading measure the same.
  private static func refusal(
    of target: Agreement.Target, for reading: Agreement.Target.Reading, in year: FinancialYear
  ) -> String {
    let base = "the base of \(HundredthsOfPerCent.text(target.base))"
    switch (target.baseYear, target.basis) {
    case (nil, nil):
      return "\(base) says neither its year nor what it takes in; no progress is reported"
    case (nil, _):
      return "\(base) does not say its year; no progress is reported"
    case (_, nil):
      return "\(base) does not say what it takes in; no progress is reported"
    case (_, let basis?) where basis != reading.basis:
      return "\(base) is on the basis \(basis.quotedForMessage), this share on "
        + "\(reading.basis.quotedForMessage); no progress is reported"
    case (let from?, _):
      let between = target.breaks.filter { from < $0.year && $0.year <= year }
      guard let first = between.first else { return "" }
      return "\(first.kind.rawValue) changed in \(first.year), after \(base): \(first.reason); no "
        + "progress is reported"
    }
  }

  /// One finding a target and reason, however many readings it refuses.
  var refusalFindings: [Finding] {
    var told: Set<[String]> = []
    return targetReadings.compactMap { reading in
      guard !reading.refusal.isEmpty, told.insert([reading.target, reading.refusal]).inserted
      else { return nil }
      return Finding(
        .progressRefused, at: SourcePosition(file: pool.agreement.file),
        value: "\(account.id) \(reading.target)",
        message: "target \(reading.target) of \(account.id): \(reading.refusal)",
        remedy: "state base-year and basis of the target, where a source says them")
    }
  }
}
