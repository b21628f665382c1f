import MappingTables
import PoolModel

/// The line of one target over the years: what its agreement states and what the run counts.
///
/// Shares are compared along one basis only, and never across a break.
struct TargetTrend {
  let agreement: Agreement
  let target: Agreement.Target
  /// The target's readings of all years.
  let readings: [TargetReading]

  /// The points by basis, in the order of their first years, and by year.
  var points: [TrendPoint] {
    let points = (stated + counted).sorted {
      ($0.year, $0.origin.rawValue) < ($1.year, $1.origin.rawValue)
    }
    var bases: [String] = []
    for point in points where !bases.contains(point.basis) { bases.append(point.basis) }
    return bases.flatMap { basis in
      line(of: points.filter { $0.basis == basis }, after: points)
    }
  }

  private var stated: [TrendPoint] {
    target.observations.map { stated in
      TrendPoint(
        agreement: agreement.agreement, target: target.target, year: stated.year,
        basis: stated.basis, origin: .stated, numerator: stated.numerator,
        denominator: stated.denominator,
        share: PoolClosing.share(of: stated.numerator, in: stated.denominator),
        source: stated.source)
    }
  }

  private var counted: [TrendPoint] {
    readings.map { reading in
      TrendPoint(
        agreement: reading.agreement, target: reading.target, year: reading.year,
        basis: reading.measureBasis, origin: .counted, numerator: reading.numerator,
        denominator: reading.denominator, share: reading.share, source: "")
    }
  }

  /// One basis's points, each held against the one before it.
  private func line(of points: [TrendPoint], after all: [TrendPoint]) -> [TrendPoint] {
    var line: [TrendPoint] = []
    for var point in points {
      let before = line.filter { $0.year < point.year }
      if let last = before.last(where: { $0.origin == point.origin }) ?? before.last {
        hold(&point, against: last)
      } else if line.isEmpty, let other = all.last(where: { $0.year < point.year }) {
        point.brokenBecause =
          "until \(other.year) the basis was \(other.basis.quotedForMessage), from here it is "
          + point.basis.quotedForMessage
      }
      line.append(point)
    }
    return line
  }

  private func hold(_ point: inout TrendPoint, against last: TrendPoint) {
    let between = target.breaks.filter { last.year < $0.year && $0.year <= point.year }
    guard between.isEmpty else {
      point.brokenBecause = between.map {
        "\($0.kind.rawValue) changed in \($0.year): \($0.reason)"
      }
      .joined(separator: "; ")
      return
    }
    point.since = last.year
    point.movement = last.share.flatMap { from in point.share.map { $0 - from } }
  }

  /// One finding for each reason that a line is broken for.
  func findings(of points: [TrendPoint]) -> [Finding] {
    var told: Set<String> = []
    return points.compactMap { point in
      guard !point.brokenBecause.isEmpty, told.insert(point.brokenBecause).inserted else {
        return nil
      }
      return Finding(
        .trendBroken, at: SourcePosition(file: agreement.file),
        value: "\(agreement.agreement) \(target.target)",
        message: "target \(target.target): the line is broken before \(point.year), because "
          + point.brokenBecause,
        remedy: "compare shares on one side of the break only")
    }
  }
}
