import Glibc

/// How likely a score is: a logistic line.
struct ScoreLine {
  /// How much weight the line that the scores themselves are has: that of so many pairs.
  private static let pull = 50.0
  /// The odds double with every bit.
  private static let bit = 0.693147180559945

  private var slope = ScoreLine.bit
  private var start = 0.0

  /// Fits pairs; few of them hardly move the line from another, which is by itself that of the
  /// weights.
  init(_ scored: [(score: Double, isOne: Bool, weight: Double)], near other: ScoreLine?) {
    let (ownStart, ownSlope) = (other?.start ?? 0, other?.slope ?? ScoreLine.bit)
    (start, slope) = (ownStart, ownSlope)
    for _ in 0..<200 {
      var g0 = -ScoreLine.pull * (start - ownStart)
      var g1 = -ScoreLine.pull * (slope - ownSlope)
      var (h00, h01, h11) = (ScoreLine.pull, 0.0, ScoreLine.pull)
      for pair in scored {
        let likely = 1 / (1 + exp(-(start + slope * pair.score)))
        let error = pair.weight * ((pair.isOne ? 1 : 0) - likely)
        let bend = pair.weight * likely * (1 - likely)
        g0 += error
        g1 += error * pair.score
        h00 += bend
        h01 += bend * pair.score
        h11 += bend * pair.score * pair.score
      }
      let determinant = h00 * h11 - h01 * h01
      let moves = ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant)
      start += max(-0.3, min(0.3, moves.0))
      slope = max(0.1, slope + max(-0.1, min(0.1, moves.1)))
      if max(moves.0.magnitude, moves.1.magnitude) < 1e-5 { return }
    }
  }

  /// The score from which pairs are so likely one.
  func score(at likely: Double) -> Double { (log(likely / (1 - likely)) - start) / slope }
}
