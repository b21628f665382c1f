/// What is left over of one name.
struct NameRest {
  private(set) var sort = RestSort.nothing
  /// Hundredths of a bit.
  private(set) var weight: Int32 = 0
  private(set) var hasPlace = false
  private var count = 0

  /// The rest of a name's words by bits; what says little of an NHS body counts as common there.
  init(_ words: NameAlignment.Words, _ rest: UInt16, _ table: borrowing KnownWords, isNHS: Bool) {
    var counts = (number: 0, place: 0, common: 0, known: 0, short: 0, rare: 0)
    for place in 0..<words.count where rest & 1 << place != 0 {
      let facts = table.facts[Int(words[place])]
      let isCommon = facts.sort == .common || isNHS && facts.isCommonInNHS
      if !(isNHS && facts.isCommonInNHS) { weight += facts.weight }
      count += 1
      switch isCommon ? .common : facts.sort {
      case .number: counts.number += 1
      case .place: counts.place += 1
      case .common: counts.common += 1
      case .known: counts.known += 1
      case .short: counts.short += 1
      case .rare: counts.rare += 1
      }
    }
    hasPlace = counts.place > 0
    sort =
      count == 0
      ? .nothing
      : counts.number > 0
        ? .number
        : counts.rare > 1
          ? .rares
          : counts.rare == 1
            ? (count == 1 ? .rare : .rareAndMore)
            : counts.known > 0
              ? (count == 1 ? .known : .knowns)
              : counts.short > 0
                ? .short : counts.place > 0 ? .place : count == 1 ? .common : .commons
  }

  /// Whether less is left over of it than of another.
  func isPoorer(than other: NameRest) -> Bool {
    (weight, Int32(count), Int32(sort.rawValue)) < (
      other.weight, Int32(other.count), Int32(other.sort.rawValue)
    )
  }
}
