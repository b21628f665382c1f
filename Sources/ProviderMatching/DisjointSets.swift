/// Sets of numbers that are joined step by step.
struct DisjointSets {
  private var parents: [Int32]
  private var sizes: [Int32]

  /// Every number from 0 in a set of its own.
  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
    sizes = [Int32](repeating: 1, count: count)
  }

  /// The number that stands for the set.
  mutating func root(of place: Int32) -> Int32 {
    var root = place
    while parents[Int(root)] != root { root = parents[Int(root)] }
    var here = place
    while parents[Int(here)] != root {
      let next = parents[Int(here)]
      parents[Int(here)] = root
      here = next
    }
    return root
  }

  /// Joins two sets; gives the number that stands for both and the one that no longer does.
  @discardableResult
  mutating func join(_ left: Int32, _ right: Int32) -> (kept: Int32, gone: Int32)? {
    var kept = root(of: left)
    var gone = root(of: right)
    guard kept != gone else { return nil }
    if (sizes[Int(gone)], kept) > (sizes[Int(kept)], gone) { swap(&kept, &gone) }
    parents[Int(gone)] = kept
    sizes[Int(kept)] += sizes[Int(gone)]
    return (kept, gone)
  }
}
