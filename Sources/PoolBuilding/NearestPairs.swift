/// Pairs points of two kinds on a line, the two nearest first.
///
/// Among pairs of equal distance the one with the lesser places goes first, as if every two points
/// were compared; the work grows with the number of points times its logarithm. Two points can only be
/// the nearest where none lies between them, so that neighbours alone are looked at.
struct NearestPairs {
  /// A point with its place in the caller's list.
  struct Point {
    /// Nil: nowhere on the line, farther from all than any two points are from each other.
    var at: Int64?
    var place: Int
  }

  /// The places that belong together, in order of the first.
  ///
  /// Both lists are in order of place. With `farthest`, points that lie farther apart, and those
  /// that lie nowhere, stay alone.
  static func pairs(
    _ first: [Point], _ second: [Point], farthest: Int64? = nil
  ) -> [(first: Int, second: Int)] {
    var line = NearestPairs(first, second, farthest: farthest)
    line.pairEqual()
    line.pairNearest()
    if farthest == nil { line.pairRest(first, second) }
    return line.found.sorted { $0 < $1 }
  }

  /// The points at one place of the line, of at most one kind once equal ones are paired.
  private struct Stop {
    var at: Int64
    var first: ArraySlice<Int> = []
    var second: ArraySlice<Int> = []
    var before: Int?
    var after: Int?
    var isEmpty: Bool { first.isEmpty && second.isEmpty }
  }

  private struct Candidate: Comparable {
    var distance: Int64
    var first: Int
    var second: Int
    var left: Int
    var right: Int

    static func < (one: Candidate, other: Candidate) -> Bool {
      (one.distance, one.first, one.second) < (other.distance, other.first, other.second)
    }
  }

  private var stops: [Stop]
  private var found: [(first: Int, second: Int)] = []
  private var waiting = Heap<Candidate>()
  private let farthest: Int64?

  private init(_ first: [Point], _ second: [Point], farthest: Int64?) {
    self.farthest = farthest
    var byPlace: [Int64: Stop] = [:]
    for point in first {
      if let at = point.at { byPlace[at, default: Stop(at: at)].first.append(point.place) }
    }
    for point in second {
      if let at = point.at { byPlace[at, default: Stop(at: at)].second.append(point.place) }
    }
    stops = byPlace.values.sorted { $0.at < $1.at }
  }

  private mutating func pairEqual() {
    for stop in stops.indices {
      while let one = stops[stop].first.first, let other = stops[stop].second.first {
        found.append((one, other))
        stops[stop].first.removeFirst()
        stops[stop].second.removeFirst()
      }
    }
    stops.removeAll(where: \.isEmpty)
    for stop in stops.indices {
      stops[stop].before = stop > 0 ? stop - 1 : nil
      stops[stop].after = stop + 1 < stops.count ? stop + 1 : nil
    }
  }

  private mutating func pairNearest() {
    for stop in stops.indices { wait(stop, stops[stop].after) }
    while let nearest = waiting.popLeast() {
      guard let (one, other) = heads(nearest.left, nearest.right),
        (one, other) == (nearest.first, nearest.second)
      else { continue }
      found.append((one, other))
      for stop in [nearest.left, nearest.right] {
        if stops[stop].first.isEmpty {
          stops[stop].second.removeFirst()
        } else {
          stops[stop].first.removeFirst()
        }
      }
      for stop in [nearest.left, nearest.right] { renew(stop) }
    }
  }

  /// Looks at a stop again whose first point has gone.
  private mutating func renew(_ stop: Int) {
    let (before, after) = (stops[stop].before, stops[stop].after)
    if stops[stop].isEmpty {
      before.map { stops[$0].after = after }
      after.map { stops[$0].before = before }
      before.map { wait($0, after) }
    } else {
      before.map { wait($0, stop) }
      wait(stop, after)
    }
  }

  private mutating func wait(_ left: Int, _ right: Int?) {
    guard let right, let (first, second) = heads(left, right) else { return }
    let distance = stops[right].at - stops[left].at
    guard distance <= farthest ?? .max else { return }
    waiting.insert(
      Candidate(distance: distance, first: first, second: second, left: left, right: right))
  }

  /// The first points of two stops of different kinds; nil where they are of one kind or empty.
  private func heads(_ left: Int, _ right: Int) -> (first: Int, second: Int)? {
    if let one = stops[left].first.first, let other = stops[right].second.first {
      return (one, other)
    }
    if let one = stops[right].first.first, let other = stops[left].second.first {
      return (one, other)
    }
    return nil
  }

  /// What is left of one of the kinds lies nowhere, so that all pairs are equally far.
  private mutating func pairRest(_ first: [Point], _ second: [Point]) {
    let (ones, others) = (Set(found.map(\.first)), Set(found.map(\.second)))
    found += zip(
      first.map(\.place).filter { !ones.contains($0) },
      second.map(\.place).filter { !others.contains($0) }
    ).map { (first: $0, second: $1) }
  }
}

/// Elements of which the least is at hand.
struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  mutating func insert(_ element: Element) {
    elements.append(element)
    var place = elements.count - 1
    while place > 0, elements[place] < elements[(place - 1) / 2] {
      elements.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popLeast() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let least = elements.first else { return last }
    elements[0] = last
    var place = 0
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < elements.count }
      guard let child = children.min(by: { elements[$0] < elements[$1] }),
        elements[child] < elements[place]
      else { return least }
      elements.swapAt(place, child)
      place = child
    }
  }
}
