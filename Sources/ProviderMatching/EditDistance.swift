/// Whether one word becomes another by few changes.
enum EditDistance {
  /// Whether at most `limit` letters have to be changed, left out, put in or swapped with their
  /// neighbour; `limit` is a small number, as the work grows with its powers.
  static func isWithin(
    _ limit: Int, _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>
  ) -> Bool {
    var (i, j) = (left.startIndex, right.startIndex)
    while i < left.endIndex, j < right.endIndex, left[i] == right[j] {
      i += 1
      j += 1
    }
    let (a, b) = (left.endIndex - i, right.endIndex - j)
    if a == 0 || b == 0 { return max(a, b) <= limit }
    guard limit > 0, abs(a - b) <= limit else { return false }
    if a > 1, b > 1, left[i] == right[j + 1], left[i + 1] == right[j],
      isWithin(limit - 1, left[(i + 2)...], right[(j + 2)...])
    {
      return true
    }
    return isWithin(limit - 1, left[(i + 1)...], right[(j + 1)...])
      || isWithin(limit - 1, left[(i + 1)...], right[j...])
      || isWithin(limit - 1, left[i...], right[(j + 1)...])
  }
}
