import PoolModel

/// Compares two names word by word.
struct NameComparison {
  let catalogue: NameCatalogue

  /// How two names compare; nil where they are simply two bodies, whatever else they share.
  func levels(_ left: NameEntry, _ right: NameEntry) -> EvidenceLevels? {
    guard formsMeet(left, right), brandsMeet(left, right) else { return nil }
    return levels(
      left, catalogue.words(of: left), left.letters, right, catalogue.words(of: right),
      right.letters)
  }

  /// How they compare where a trading name stands for one of them or for both; the combinations.
  func aliasLevels(_ left: NameEntry, _ right: NameEntry) -> [EvidenceLevels] {
    guard !left.aliases.isEmpty || !right.aliases.isEmpty, formsMeet(left, right) else { return [] }
    var found: [EvidenceLevels] = []
    func add(_ one: NameEntry.Alias?, _ other: NameEntry.Alias?) {
      let compared = self.levels(
        left, one.map { $0.words[...] } ?? catalogue.words(of: left), one?.letters ?? left.letters,
        right, other.map { $0.words[...] } ?? catalogue.words(of: right),
        other?.letters ?? right.letters)
      guard var levels = compared else { return }
      levels[.alias] = one?.isTrading ?? other?.isTrading ?? false ? 2 : 1
      found.append(levels)
    }
    for alias in left.aliases where canStand(alias, for: left, beside: right) { add(alias, nil) }
    for alias in right.aliases where canStand(alias, for: right, beside: left) { add(nil, alias) }
    for alias in left.aliases {
      // What two names hold in brackets tells them apart: one at most is left out.
      for other in right.aliases where alias.isTrading && other.isTrading { add(alias, other) }
    }
    return found
  }

  /// What stands in brackets beside a body that is no public one is mostly its place, which is a
  /// council's name too.
  private func canStand(
    _ alias: NameEntry.Alias, for own: NameEntry, beside other: NameEntry
  ) -> Bool {
    alias.isTrading || own.form != nil || !(other.form?.isPublicBody ?? false)
  }

  /// Whether nothing in the two names forbids that they are one body.
  func canBeOne(_ left: NameEntry, _ right: NameEntry) -> Bool {
    formsMeet(left, right) && brandsMeet(left, right)
  }

  /// Whether the names have no word in common that tells anything.
  func areUnlike(_ left: NameEntry, _ right: NameEntry) -> Bool {
    NameAlignment(
      catalogue.words(of: left), catalogue.words(of: right), words: catalogue.table.known
    ).agreement < EvidenceLevels.agreementCuts[1]
  }

  private func formsMeet(_ left: NameEntry, _ right: NameEntry) -> Bool {
    switch (left.form, right.form) {
    case (let a?, let b?): a.canBe(b) || a.kind == .company && b.kind == .company
    case (nil, nil): true
    case (let form?, nil): right.canHave(form)
    case (nil, let form?): left.canHave(form)
    }
  }

  private func brandsMeet(_ left: NameEntry, _ right: NameEntry) -> Bool {
    left.brand == right.brand || left.brand == 0 || right.brand == 0
  }

  private func levels(
    _ left: NameEntry, _ leftWords: ArraySlice<Int32>, _ leftLetters: [UInt8],
    _ right: NameEntry, _ rightWords: ArraySlice<Int32>, _ rightLetters: [UInt8]
  ) -> EvidenceLevels? {
    let found = NameAlignment(leftWords, rightWords, words: catalogue.table.known)
    let isNHS = left.form?.kind == .nhsBody || right.form?.kind == .nhsBody
    let one = NameRest(leftWords, found.leftRest, catalogue.table.known, isNHS: isNHS)
    let other = NameRest(rightWords, found.rightRest, catalogue.table.known, isNHS: isNHS)
    // The members of a federation are bodies of their own, each with its place.
    if left.brand != 0, left.brand == right.brand, one.sort != .nothing, other.sort != .nothing {
      return nil
    }
    let (poorer, richer) = one.isPoorer(than: other) ? (one, other) : (other, one)
    var levels = EvidenceLevels()
    levels[.agreement] = EvidenceLevels.place(
      of: found.agreement, among: EvidenceLevels.agreementCuts)
    let all = max(found.agreement + one.weight + other.weight, 1)
    levels[.share] = EvidenceLevels.place(
      of: found.agreement * 1000 / all, among: EvidenceLevels.shareCuts)
    levels[.poorerRest] = Int(poorer.sort.rawValue)
    levels[.richerRest] = Int(richer.sort.rawValue)
    levels.hasSlips = !found.isSpelledAlike
    let areCompanies = left.form?.kind == .company && right.form?.kind == .company
    levels[.sisters] = areCompanies && richer.sort != .nothing ? 1 : 0
    levels[.relation] = Int(
      relation(leftWords, leftLetters, rightWords, rightLetters).rawValue)
    let forms = agreement(of: left.form, right.form)
    let isLeftOut = forms == .one && levels.isSpelledAlike
    levels[.form] = isLeftOut ? PartAgreement.allCases.count : Int(forms.rawValue)
    levels[.companyNumber] = Int(agreement(of: left.company, right.company).rawValue)
    levels[.charityNumber] = Int(agreement(of: left.charity, right.charity).rawValue)
    notePlaces(found, leftWords, one, other, in: &levels)
    noteRareWords(found, leftWords, in: &levels)
    return levels
  }

  private func agreement(of left: LegalForm?, _ right: LegalForm?) -> PartAgreement {
    guard let left, let right else { return left == nil && right == nil ? .neither : .one }
    return left == right ? .same : left.canBe(right) ? .sameAndOne : .differ
  }

  private func agreement(of left: String, _ right: String) -> PartAgreement {
    if left.isEmpty || right.isEmpty { return left.isEmpty && right.isEmpty ? .neither : .one }
    if left == right { return .same }
    let isSlip = EditDistance.isWithin(2, Array(left.utf8)[...], Array(right.utf8)[...])
    return isSlip ? .sameAndOne : .differ
  }

  private func relation(
    _ left: ArraySlice<Int32>, _ leftLetters: [UInt8],
    _ right: ArraySlice<Int32>, _ rightLetters: [UInt8]
  ) -> NameRelation {
    let (short, long) =
      leftLetters.count <= rightLetters.count
      ? (leftLetters, rightLetters) : (rightLetters, leftLetters)
    if short.count == long.count, short == long { return .equal }
    if left.count == right.count, left.sorted() == right.sorted() { return .sameWords }
    if short.count >= 6, long.starts(with: short) { return .start }
    if let first = left.first, first == right.first { return .firstWord }
    return long.suffix(short.count).elementsEqual(short) ? .end : .other
  }

  private func notePlaces(
    _ found: NameAlignment, _ left: ArraySlice<Int32>, _ one: NameRest, _ other: NameRest,
    in levels: inout EvidenceLevels
  ) {
    var isShared = false
    for place in 0..<min(left.count, NameAlignment.mostWords)
    where found.shared & 1 << place != 0
      && catalogue.table.known.facts[Int(left[left.startIndex + place])].sort == .place
    {
      isShared = true
    }
    let agreement: PartAgreement =
      one.hasPlace && other.hasPlace
      ? .differ
      : one.hasPlace || other.hasPlace
        ? (isShared ? .sameAndOne : .one) : isShared ? .same : .neither
    levels[.place] = Int(agreement.rawValue)
  }

  private func noteRareWords(
    _ found: NameAlignment, _ left: ArraySlice<Int32>, in levels: inout EvidenceLevels
  ) {
    var rare = found.rareOthers
    for place in 0..<min(left.count, NameAlignment.mostWords)
    where found.shared & 1 << place != 0
      && catalogue.table.known.facts[Int(left[left.startIndex + place])].sort == .rare
    {
      rare += 1
    }
    levels[.rareWords] = min(rare, 3)
  }
}
