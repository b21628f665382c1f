/// A figure over several rounds: its middle, and how far the rounds lie apart.
struct Spread {
  let median: Double
  let lowest: Double
  let highest: Double

  /// The spread of the values; nil without any.
  init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let lowest = sorted.first, let highest = sorted.last else { return nil }
    let middle = sorted.count / 2
    self.lowest = lowest
    self.highest = highest
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
