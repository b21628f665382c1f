import MappingTables
import PoolModel

/// Holds how much the rules explain against `mappings/thresholds.csv`.
struct CoverageLimits {
  let thresholds: [CoverageThreshold]

  /// One finding for each publisher, side and year that is beyond a threshold.
  ///
  /// `lines` are in their order. A share is one of all money that moved, credits without their sign,
  /// so that a large credit hides nothing.
  func findings(of lines: [CoverageLine]) -> [Finding] {
    lines.compactMap { line in
      guard let threshold = threshold(of: line), line.moved != .zero else { return nil }
      let whole = lines.lazy.filter {
        ($0.publisher, $0.side, $0.year) == (line.publisher, line.side, line.year)
      }.reduce(Int128(0)) { $0 + Int128($1.moved.pence) }
      let part = Int128(line.moved.pence)
      let isBeyond = { (limit: Int?) in limit.map { part * 10_000 > whole * Int128($0) } ?? false }
      if isBeyond(threshold.failure) {
        return finding(.coverageTooLow, line, threshold, threshold.failure, part, whole)
      }
      guard isBeyond(threshold.warning) else { return nil }
      return finding(.coverageLow, line, threshold, threshold.warning, part, whole)
    }
  }

  /// The publisher's own row before the one of all publishers.
  private func threshold(of line: CoverageLine) -> CoverageThreshold? {
    let own = thresholds.filter { $0.coverage == line.coverage }
    return own.first { $0.publisher == line.publisher } ?? own.first { $0.publisher.isEmpty }
  }

  private func finding(
    _ code: FindingCode, _ line: CoverageLine, _ threshold: CoverageThreshold, _ limit: Int?,
    _ part: Int128, _ whole: Int128
  ) -> Finding {
    let share = Int((part * 20_000 + whole) / (whole * 2))
    let years = line.year.map { "in \($0)" } ?? "of no known year"
    let codes =
      line.coverage == .unmapped
      ? "codes that no rule maps" : "codes of which only one axis is mapped"
    return Finding(
      code, at: threshold.position, value: line.publisher, atStake: line.tally.amount,
      rows: line.tally.rows,
      message: "\(line.publisher), \(line.side.rawValue) \(years): \(line.moved) that moved, "
        + "\(HundredthsOfPerCent.text(share)), is on \(codes); the limit is "
        + HundredthsOfPerCent.text(limit ?? 0),
      remedy: "see the largest with weir codes list --publisher \(line.publisher) and add rules, "
        + "or set a threshold of the publisher's own")
  }
}
