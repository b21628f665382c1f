/// Whether one word becomes another by few changes.
enum EditDistance {
  /// Whether at most `limit` letters have to be changed, left out, put in or swapped with their
  /// neighbour; `limit` is a small number, as the work grows with its powers.
  static func isWithin(
    _ limit: Int, _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>
  ) -> Bool {
    isWithin(limit, Array(left) + right, 0..<left.count, left.count..<(left.count + right.count))
  }

  /// The same for two ranges of one array of letters.
  static func isWithin(
    _ limit: Int, _ letters: [UInt8], _ left: Range<Int>, _ right: Range<Int>
  ) -> Bool {
    var (i, j) = (left.lowerBound, right.lowerBound)
    while i < left.upperBound, j < right.upperBound, letters[i] == letters[j] {
      i += 1
      j += 1
    }
    let (a, b) = (left.upperBound - i, right.upperBound - j)
    if a == 0 || b == 0 { return max(a, b) <= limit }
    guard limit > 0, abs(a - b) <= limit else { return false }
    func rest(_ skipped: Int, _ otherSkipped: Int) -> Bool {
      isWithin(
        limit - 1, letters, (i + skipped)..<left.upperBound,
        (j + otherSkipped)..<right.upperBound)
    }
    if a > 1, b > 1, letters[i] == letters[j + 1], letters[i + 1] == letters[j], rest(2, 2) {
      return true
    }
    return rest(1, 1) || rest(1, 0) || rest(0, 1)
  }
}
