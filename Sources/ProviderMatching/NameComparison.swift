import PoolModel

/// Compares two names word by word.
struct NameComparison {
  let weights: WordWeights

  private struct Alignment {
    var shared = 0
    var sharedRare = 0
    var slips: [Int32] = []
    var leftOver: [Int32] = []
    var rightOver: [Int32] = []
  }

  /// What the names say; nil where they are simply two bodies.
  func verdict(_ left: NameEntry, _ right: NameEntry) -> MatchVerdict? {
    guard formsMeet(left, right) else { return nil }
    if let cut = cutOffVerdict(left, right) { return cut }
    let found = align(left.words, right.words)
    let over = found.leftOver + found.rightOver
    guard !over.contains(where: weights.isNumber) else { return nil }
    if over.isEmpty { return spellingVerdict(found, left, right) }
    if isBodySort(found, left, right) { return MatchVerdict(score: 955, reason: .bodySort) }
    if isPlainAddition(found, left, right) {
      return MatchVerdict(score: 952, reason: .plainAddition)
    }
    if left.brand.isEmpty, right.brand.isEmpty, isTrust(left, right),
      over.allSatisfy({ weights.senses[Int($0)].contains(.genericInNHS) }), found.sharedRare > 0
    {
      return MatchVerdict(score: found.slips.isEmpty ? 960 : 900, reason: .trustWords)
    }
    return likeVerdict(found, left, right)
  }

  /// Whether the names have no word in common that tells anything.
  func areUnlike(_ left: NameEntry, _ right: NameEntry) -> Bool {
    let found = align(left.words, right.words)
    return found.shared == 0 || found.sharedRare == 0 && !(found.leftOver + found.rightOver).isEmpty
  }

  private func formsMeet(_ left: NameEntry, _ right: NameEntry) -> Bool {
    switch (left.form, right.form) {
    case (let a?, let b?): a.canBe(b)
    case (nil, nil): true
    case (let form?, nil): right.canHave(form)
    case (nil, let form?): left.canHave(form)
    }
  }

  private func isTrust(_ left: NameEntry, _ right: NameEntry) -> Bool {
    let forms = [left.form, right.form]
    return forms.contains(.nhsTrust) && forms.allSatisfy { $0 == nil || $0?.kind == .nhsBody }
  }

  private func align(_ left: [Int32], _ right: [Int32]) -> Alignment {
    var found = Alignment()
    var rest = right
    for word in left {
      guard let place = rest.firstIndex(of: word) else {
        found.leftOver.append(word)
        continue
      }
      rest.remove(at: place)
      count(word, in: &found)
    }
    found.rightOver = rest
    guard !found.leftOver.isEmpty, !rest.isEmpty else { return found }
    for word in found.leftOver {
      guard let place = found.rightOver.firstIndex(where: { weights.isSlip(word, $0) }),
        let own = found.leftOver.firstIndex(of: word)
      else { continue }
      let other = found.rightOver.remove(at: place)
      found.leftOver.remove(at: own)
      found.slips.append(
        weights.bytes[Int(word)].count < weights.bytes[Int(other)].count ? word : other)
    }
    return found
  }

  private func count(_ word: Int32, in found: inout Alignment) {
    found.shared += weights.weight(word)
    if !weights.isGeneric(word) { found.sharedRare += 1 }
  }

  /// "… Trust" and the name without: a charity, not a company and the charity it supports.
  private func isBodySort(_ found: Alignment, _ left: NameEntry, _ right: NameEntry) -> Bool {
    guard left.brand.isEmpty, right.brand.isEmpty, found.slips.isEmpty, found.sharedRare > 1 else {
      return false
    }
    let (over, bare) =
      found.leftOver.isEmpty ? (found.rightOver, left) : (found.leftOver, right)
    guard found.leftOver.isEmpty || found.rightOver.isEmpty, over.count == 1 else { return false }
    return weights.senses[Int(over[0])].contains(.bodySort)
      && (bare.form == nil || bare.form == .cio)
  }

  /// A word that many names hold, added to a name that tells enough without it.
  ///
  /// Companies often have sisters whose names differ so; bodies that state no such form seldom do.
  private func isPlainAddition(_ found: Alignment, _ left: NameEntry, _ right: NameEntry) -> Bool {
    let over = found.leftOver + found.rightOver
    let sorts = [left.kind, right.kind]
    guard over.count == 1, found.slips.isEmpty, found.sharedRare > 1, left.brand.isEmpty,
      right.brand.isEmpty, left.form == nil, right.form == nil,
      sorts.allSatisfy({ $0 == .unknown || $0 == .charity })
    else { return false }
    let senses = weights.senses[Int(over[0])]
    return !senses.isDisjoint(with: [.generic, .organisation]) && !senses.contains(.place)
  }

  private func spellingVerdict(
    _ found: Alignment, _ left: NameEntry, _ right: NameEntry
  ) -> MatchVerdict? {
    // Equal words are the matter of equal names, unless a bare brand keeps them apart.
    if found.slips.isEmpty, left.brand.isEmpty, right.brand.isEmpty { return nil }
    let slips = found.slips.count
    let shortest = found.slips.map { weights.bytes[Int($0)].count }.min() ?? 0
    // A short word that stands alone with its slip may as well be another word.
    let isSound =
      found.sharedRare > 0 && slips == 1 || shortest >= 8 && slips == 1
      || slips == 2 && found.sharedRare > 1
    return MatchVerdict(score: isSound ? 965 : 800, reason: .slip)
  }

  private func likeVerdict(
    _ found: Alignment, _ left: NameEntry, _ right: NameEntry
  ) -> MatchVerdict? {
    guard left.brand.isEmpty, right.brand.isEmpty, found.sharedRare > 0 else { return nil }
    let slipWeight = found.slips.reduce(0) { $0 + weights.weight($1) }
    let over = (found.leftOver + found.rightOver).reduce(0) { $0 + weights.weight($1) }
    let share = 1000 * (found.shared + slipWeight) / max(1, found.shared + slipWeight + over)
    guard share >= 600 else { return nil }
    return MatchVerdict(score: min(899, share), reason: .likeNames)
  }

  /// A name that ends within a word where the other goes on.
  private func cutOffVerdict(_ left: NameEntry, _ right: NameEntry) -> MatchVerdict? {
    let (short, long) = left.length <= right.length ? (left, right) : (right, left)
    guard short.length >= 16, short.brand.isEmpty, let last = short.words.last,
      short.words.count >= 2, short.words.count <= long.words.count,
      short.words.dropLast().elementsEqual(long.words.prefix(short.words.count - 1))
    else { return nil }
    let whole = long.words[short.words.count - 1]
    guard last != whole, weights.senses[Int(last)].isEmpty, weights.frequency[Int(last)] <= 3,
      weights.bytes[Int(whole)].starts(with: weights.bytes[Int(last)]),
      short.words.dropLast().contains(where: { !weights.isGeneric($0) })
    else { return nil }
    let goesOn = long.words.count > short.words.count
    return MatchVerdict(score: goesOn ? 955 : 960, reason: .cutOff)
  }
}
