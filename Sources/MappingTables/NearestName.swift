/// Which of some known names a mistyped one is most likely meant to be.
package enum NearestName {
  /// The known name with the fewest edits; nil where none is near.
  ///
  /// An edit puts in, takes out, changes or swaps one character; case does not count. As many as a
  /// third of the longer name's characters may differ, and at least one. Of equally near names the
  /// first in alphabetical order is given, so that the order of `known` does not matter.
  package static func nearest(to name: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    var best: (edits: Int, name: String)?
    for candidate in known {
      let letters = Array(candidate.lowercased().utf8)
      let allowed = max(1, max(wanted.count, letters.count) / 3)
      guard abs(letters.count - wanted.count) <= allowed else { continue }
      let edits = edits(from: wanted, to: letters)
      guard edits <= allowed else { continue }
      if let best, (best.edits, best.name) <= (edits, candidate) { continue }
      best = (edits, candidate)
    }
    return best?.name
  }

  /// The least number of edits between two words: the optimal string alignment distance.
  package static func edits(from first: [UInt8], to second: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var least = above[column] + (letter == other ? 0 : 1)
        least = min(least, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      before = above
      above = current
    }
    return above[second.count]
  }
}
