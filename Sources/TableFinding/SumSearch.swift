/// Finds rows that are the sum of the rows below or above them.
///
/// A sum over rows that are sums themselves counts each of those once and passes over its parts, so
/// totals of totals are found from the innermost outwards.
struct SumSearch {
  /// A row to add, and the next row that is looked at after it.
  private struct Part: Equatable {
    var place: Int
    var end: Int
  }

  private let table: SumTable
  /// The most rows that one sum is looked for in.
  private static let mostParts = 400

  init(_ table: SumTable) { self.table = table }

  /// For each row of the table, the best sum of rows below it and the best of rows above it.
  func sums() -> (below: [SumMatch?], above: [SumMatch?]) {
    let count = table.rows.count
    var below = [SumMatch?](repeating: nil, count: count)
    var above = below
    for row in (0..<count).reversed() { below[row] = best(row, step: 1, below, passing: above) }
    for row in 0..<count { above[row] = best(row, step: -1, above, passing: below) }
    // Once more, now that sums printed under their rows are known and can be passed over.
    for row in (0..<count).reversed() where below[row] == nil && above[row] == nil {
      below[row] = best(row, step: 1, below, passing: above)
    }
    return (below, above)
  }

  /// The best sum of rows on one side: with the sums among them counted once, or row by row.
  private func best(
    _ row: Int, step: Int, _ known: [SumMatch?], passing: [SumMatch?]
  ) -> SumMatch? {
    var parts: [Part] = []
    var place = row + step
    while table.rows.indices.contains(place), parts.count < SumSearch.mostParts {
      var end = place + step
      if let sum = known[place], sum.isSure { end = sum.end }
      if end != place + step || passing[place]?.isSure != true {
        parts.append(Part(place: place, end: end))
      }
      place = end
    }
    let stepped = best(of: parts, for: row)
    let last = min(max(row + step * SumSearch.mostParts, 0), table.rows.count - 1)
    let flat = stride(from: row + step, through: last, by: step).map {
      Part(place: $0, end: $0 + step)
    }
    return flat == parts ? stepped : SumMatch.better(stepped, best(of: flat, for: row))
  }

  /// The number of `parts`, taken from the first on, that makes the row best; nil: none does.
  private func best(of parts: [Part], for row: Int) -> SumMatch? {
    var sums = [Int64](repeating: 0, count: table.width)
    var addends = [Int](repeating: 0, count: table.width)
    var unknown = [Bool](repeating: false, count: table.width)
    var best: SumMatch?
    for (count, part) in parts.enumerated() {
      for column in 0..<table.width {
        let value = table.values[part.place][column]
        if table.isUnknown[part.place][column] { unknown[column] = true }
        guard value != 0 else { continue }
        sums[column] = sums[column].addingReportingOverflow(value).partialValue
        addends[column] += 1
      }
      guard count > 0 else { continue }
      let match = match(row, sums, addends, unknown, parts: count + 1, end: part.end)
      best = SumMatch.better(best, match)
    }
    return best
  }

  private func match(
    _ row: Int, _ sums: [Int64], _ addends: [Int], _ unknown: [Bool], parts: Int, end: Int
  ) -> SumMatch? {
    var match = SumMatch(row: row, bits: 0, agreeing: 0, comparable: 0, parts: parts, end: end)
    for column in 0..<table.width {
      let printed = table.values[row][column]
      guard printed != 0 else { continue }
      let error = sums[column].subtractingReportingOverflow(printed).partialValue.magnitude
      guard error <= UInt64(table.slack(column, parts: addends[column])) else {
        if !unknown[column] { match.comparable += 1 }
        continue
      }
      match.comparable += 1
      match.agreeing += 1
      let bits = table.bits(column, figure: printed, error: Int64(error))
      match.bits += addends[column] > 1 ? bits : min(bits, 2)
    }
    return match.bits >= 6 ? match : nil
  }
}
