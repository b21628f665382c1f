/// The ten measures of the Pollock benchmark for one loaded file, each from 0 to 1.
///
/// Success, then precision, recall and F1 of the header's cells, the records and the records'
/// cells, all compared as multisets; cells must be equal to the byte.
struct PollockMeasures {
  /// Success first, then header, records and cells with precision, recall and F1 each.
  private(set) var values: [Double]

  /// The names of the measures, in order.
  static let names =
    ["success"]
    + ["header", "record", "cell"].flatMap { kind in
      ["precision", "recall", "F1"].map { "\(kind) \($0)" }
    }

  /// Measures of a file that was loaded as `loaded` and is `clean` in truth; nil: not loaded.
  init(loaded: [[String]]?, clean: [[String]], hasHeader: Bool) {
    guard let loaded else {
      values = Array(repeating: 0, count: PollockMeasures.names.count)
      return
    }
    let headers = hasHeader ? 1 : 0
    let (loadedRows, cleanRows) = (loaded.dropFirst(headers), clean.dropFirst(headers))
    values = [1]
    values += PollockMeasures.shares(
      of: loaded.prefix(headers).flatMap(\.self), in: clean.prefix(headers).flatMap(\.self))
    values += PollockMeasures.shares(of: Array(loadedRows), in: Array(cleanRows))
    values += PollockMeasures.shares(of: loadedRows.flatMap(\.self), in: cleanRows.flatMap(\.self))
  }

  /// Their sum, at most 10.
  var score: Double { values.reduce(0, +) }

  /// Precision, recall and F1 of two multisets.
  private static func shares<Item: Hashable>(of loaded: [Item], in clean: [Item]) -> [Double] {
    if clean.isEmpty { return loaded.isEmpty ? [1, 1, 1] : [0, 1, 0] }
    var counts: [Item: Int] = [:]
    for item in clean { counts[item, default: 0] += 1 }
    var matched = 0
    for item in loaded {
      guard let left = counts[item], left > 0 else { continue }
      counts[item] = left - 1
      matched += 1
    }
    guard matched > 0 else { return [0, 0, 0] }
    let precision = Double(matched) / Double(loaded.count)
    let recall = Double(matched) / Double(clean.count)
    return [precision, recall, 2 * precision * recall / (precision + recall)]
  }
}
