import FoundationEssentials
import Glibc

/// Fits weights that add up: a logistic regression on steps, by coordinate descent.
///
/// A feature is a step that a pair has taken; a step that must not speak against one provider has a
/// weight of zero or more, so that more of the same evidence never counts for less.
struct LogisticFit {
  /// One pair: the steps that it has taken, whether it is one provider, and how much it counts.
  struct Sample {
    let steps: [Int]
    let isOne: Bool
    let weight: Double
  }

  /// Natural logarithms of odds, by step.
  private(set) var weights: [Double]
  private(set) var start = 0.0

  /// Fits all samples; a greater `penalty` holds weights nearer to zero.
  init(_ samples: [Sample], isRising: [Bool], penalty: Double) {
    weights = [Double](repeating: 0, count: isRising.count)
    var takers = [[Int32]](repeating: [], count: isRising.count)
    for (place, sample) in samples.enumerated() {
      for step in sample.steps { takers[step].append(Int32(place)) }
    }
    let everybody = samples.indices.map { Int32($0) }
    var scores = [Double](repeating: 0, count: samples.count)
    for _ in 0..<60 {
      var moved = LogisticFit.move(
        &start, everybody, samples, &scores, penalty: 1e-6, floor: -.infinity)
      for step in weights.indices where !takers[step].isEmpty {
        let floor = isRising[step] ? 0 : -Double.infinity
        moved = max(
          moved,
          LogisticFit.move(
            &weights[step], takers[step], samples, &scores, penalty: penalty, floor: floor))
      }
      if moved < 1e-3 { return }
    }
  }

  /// The logarithm of the odds that a pair with these steps is one.
  func score(_ steps: [Int]) -> Double { steps.reduce(start) { $0 + weights[$1] } }

  /// One Newton step for one weight; gives how far it moved.
  private static func move(
    _ weight: inout Double, _ takers: [Int32], _ samples: [Sample], _ scores: inout [Double],
    penalty: Double, floor: Double
  ) -> Double {
    var gradient = -penalty * weight
    var bend = penalty
    for taker in takers {
      let sample = samples[Int(taker)]
      let likely = 1 / (1 + exp(-scores[Int(taker)]))
      gradient += sample.weight * ((sample.isOne ? 1 : 0) - likely)
      bend += sample.weight * likely * (1 - likely)
    }
    let target = max(floor, weight + max(-1, min(1, gradient / bend)))
    let change = target - weight
    guard change != 0 else { return 0 }
    weight = target
    for taker in takers { scores[Int(taker)] += change }
    return change.magnitude
  }
}
