/// Finds rows that are the sum of the rows below or above them.
///
/// A sum over rows that are sums themselves counts each of those once and passes over its parts, so
/// totals of totals are found from the innermost outwards.
struct SumSearch {
  private let table: SumTable
  /// The most rows that one sum is looked for in.
  private static let mostParts = 400

  init(_ table: SumTable) { self.table = table }

  /// For each row of the table, the best sum of rows below it and the best of rows above it.
  func sums() -> (below: [SumMatch?], above: [SumMatch?]) {
    let count = table.rows.count
    var below = [SumMatch?](repeating: nil, count: count)
    var above = below
    for row in (0..<count).reversed() { below[row] = bestBelow(row, below, passing: above) }
    for row in 0..<count { above[row] = bestAbove(row, above, passing: below) }
    // Once more, now that sums printed under their rows are known and can be passed over.
    for row in (0..<count).reversed() where below[row] == nil && above[row] == nil {
      below[row] = bestBelow(row, below, passing: above)
    }
    return (below, above)
  }

  private func bestBelow(_ row: Int, _ below: [SumMatch?], passing: [SumMatch?]) -> SumMatch? {
    var parts: [Int] = []
    var place = row + 1
    while place < table.rows.count, parts.count < SumSearch.mostParts {
      if let sum = below[place], sum.isSure {
        parts.append(place)
        place = sum.end
      } else {
        if passing[place]?.isSure != true { parts.append(place) }
        place += 1
      }
    }
    let stepped = best(for: row, parts)
    let flat = best(
      for: row, Array((row + 1)..<min(table.rows.count, row + 1 + SumSearch.mostParts)))
    return SumMatch.better(stepped, flat)
  }

  private func bestAbove(_ row: Int, _ above: [SumMatch?], passing: [SumMatch?]) -> SumMatch? {
    var parts: [Int] = []
    var place = row - 1
    while place >= 0, parts.count < SumSearch.mostParts {
      if let sum = above[place], sum.isSure {
        parts.append(place)
        place = sum.end
      } else {
        if passing[place]?.isSure != true { parts.append(place) }
        place -= 1
      }
    }
    let stepped = best(for: row, parts)
    let flat = best(for: row, Array((max(0, row - SumSearch.mostParts)..<row).reversed()))
    return SumMatch.better(stepped, flat)
  }

  /// The number of `parts`, taken from the first on, that makes the row best; nil: none does.
  private func best(for row: Int, _ parts: [Int]) -> SumMatch? {
    var sums = [Int64](repeating: 0, count: table.width)
    var addends = [Int](repeating: 0, count: table.width)
    var unknown = [Bool](repeating: false, count: table.width)
    var best: SumMatch?
    for (count, part) in parts.enumerated() {
      for column in 0..<table.width where table.values[part][column] != 0 {
        sums[column] = sums[column].addingReportingOverflow(table.values[part][column]).partialValue
        addends[column] += 1
      }
      for column in 0..<table.width where table.isUnknown[part][column] { unknown[column] = true }
      guard count > 0 else { continue }
      let step = part > row ? 1 : -1
      let match = match(row, sums, addends, unknown, parts: count + 1, end: part + step)
      best = SumMatch.better(best, match)
    }
    return best
  }

  private func match(
    _ row: Int, _ sums: [Int64], _ addends: [Int], _ unknown: [Bool], parts: Int, end: Int
  ) -> SumMatch? {
    var match = SumMatch(
      row: row, bits: 0, agreeing: 0, comparable: 0, parts: parts, end: end)
    for column in 0..<table.width {
      let printed = table.values[row][column]
      guard printed != 0 else { continue }
      let slack = table.slack(column, parts: addends[column])
      guard abs(sums[column].subtractingReportingOverflow(printed).partialValue) <= slack else {
        if !unknown[column] { match.comparable += 1 }
        continue
      }
      match.comparable += 1
      match.agreeing += 1
      let bits = 64 - (abs(printed) / (2 * slack)).leadingZeroBitCount
      match.bits += addends[column] > 1 ? bits : min(bits, 2)
    }
    return match.bits >= 6 ? match : nil
  }
}
