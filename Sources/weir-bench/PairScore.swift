import ProviderMatching

/// How well clusters agree with the truth.
struct PairScore {
  let precision: Double
  let recall: Double
  let bCubed: Double
  let largest: Int
  let largestTrue: Int
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  /// Compares two clusterings of the same records; the class of individuals counts as one each.
  init(truth: [String], found: [String]) {
    var cells: [String: Int] = [:]
    var truths: [String: Int] = [:]
    var founds: [String: Int] = [:]
    for (place, (body, cluster)) in zip(truth, found).enumerated() {
      let own = PayeeClass.withID(cluster) == nil ? cluster : "\(cluster)-\(place)"
      cells["\(body)\u{1F}\(own)", default: 0] += 1
      truths[body, default: 0] += 1
      founds[own, default: 0] += 1
    }
    func pairs(_ counts: [String: Int]) -> Double {
      Double(counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    }
    let (both, all, merged) = (pairs(cells), pairs(truths), pairs(founds))
    precision = merged == 0 ? 1 : both / merged
    recall = all == 0 ? 1 : both / all
    largest = founds.values.max() ?? 0
    largestTrue = truths.values.max() ?? 0
    var (p, r) = (0.0, 0.0)
    for (key, count) in cells.sorted(by: { $0.key < $1.key }) {
      let parts = key.split(separator: "\u{1F}", maxSplits: 1).map(String.init)
      p += Double(count * count) / Double(founds[parts[1]] ?? 1)
      r += Double(count * count) / Double(truths[parts[0]] ?? 1)
    }
    let records = Double(max(truth.count, 1))
    bCubed = 2 * (p / records) * (r / records) / max(p / records + r / records, 1e-12)
  }
}
