import PoolModel

/// Compares two names word by word.
struct NameComparison {
  let catalogue: NameCatalogue

  /// How two names compare; nil where they are simply two bodies, whatever else they share.
  func levels(_ left: NameEntry, _ right: NameEntry) -> EvidenceLevels? {
    guard formsMeet(left, right), brandsMeet(left, right) else { return nil }
    return levels(left, left.text, right, right.text)
  }

  /// How they compare where a trading name stands for one of them or for both; the combinations.
  func aliasLevels(_ left: NameEntry, _ right: NameEntry) -> [EvidenceLevels] {
    guard left.aliasCount > 0 || right.aliasCount > 0, formsMeet(left, right) else { return [] }
    var found: [EvidenceLevels] = []
    func add(_ one: NameEntry.Alias?, _ other: NameEntry.Alias?) {
      let compared = self.levels(left, one?.text ?? left.text, right, other?.text ?? right.text)
      guard var levels = compared else { return }
      let isTrading = one?.isTrading ?? other?.isTrading ?? false
      levels[.alias] = isTrading ? 2 : 1
      // "Larkenby (Northbeck Division) Ltd" is a company beside "Larkenby Ltd".
      if !isTrading, left.form.isCompany, right.form.isCompany { levels[.sisters] = 1 }
      found.append(levels)
    }
    for alias in catalogue.aliases(of: left) where canStand(alias, for: left, beside: right) {
      add(alias, nil)
    }
    for alias in catalogue.aliases(of: right) where canStand(alias, for: right, beside: left) {
      add(nil, alias)
    }
    for alias in catalogue.aliases(of: left) {
      // What two names hold in brackets tells them apart: one at most is left out.
      for other in catalogue.aliases(of: right) where alias.isTrading && other.isTrading {
        add(alias, other)
      }
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
    alignment(left.text, right.text).agreement < EvidenceLevels.agreementCuts[1]
  }

  /// The words that two names have in common.
  func alignment(_ left: NameEntry.Text, _ right: NameEntry.Text) -> NameAlignment {
    var alignment = NameAlignment(
      NameAlignment.Words(left, of: catalogue.words),
      NameAlignment.Words(right, of: catalogue.words))
    alignment.align(catalogue.table.known)
    return alignment
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
    _ left: NameEntry, _ leftText: NameEntry.Text, _ right: NameEntry, _ rightText: NameEntry.Text
  ) -> EvidenceLevels? {
    let found = alignment(leftText, rightText)
    let isNHS = left.form?.kind == .nhsBody || right.form?.kind == .nhsBody
    let one = NameRest(found.left, found.leftRest, catalogue.table.known, isNHS: isNHS)
    let other = NameRest(found.right, found.rightRest, catalogue.table.known, isNHS: isNHS)
    // The members of a federation are bodies of their own, each with its place.
    if left.brand != 0, left.brand == right.brand, one.sort != .nothing, other.sort != .nothing {
      return nil
    }
    // Who says more than a commissioner's or council's name, and no such form, is another in its area.
    if left.form.isOfOneArea, right.form == nil, other.sort != .nothing { return nil }
    if right.form.isOfOneArea, left.form == nil, one.sort != .nothing { return nil }
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
    let areCompanies = left.form.isCompany && right.form.isCompany
    levels[.sisters] = areCompanies && richer.sort != .nothing ? 1 : 0
    levels[.relation] = Int(relation(leftText, rightText).rawValue)
    let forms = agreement(of: left.form, right.form)
    let isLeftOut = forms == .one && levels.isSpelledAlike
    levels[.form] = isLeftOut ? PartAgreement.allCases.count : Int(forms.rawValue)
    levels[.companyNumber] = Int(agreement(of: left.company, right.company).rawValue)
    levels[.charityNumber] = Int(agreement(of: left.charity, right.charity).rawValue)
    noteSharedWords(found, one, other, in: &levels)
    return levels
  }

  private func agreement(of left: LegalForm?, _ right: LegalForm?) -> PartAgreement {
    guard let left, let right else { return left == nil && right == nil ? .neither : .one }
    return left == right ? .same : left.canBe(right) ? .sameAndOne : .differ
  }

  private func agreement(of left: Int32, _ right: Int32) -> PartAgreement {
    if left == 0 || right == 0 { return left == right ? .neither : .one }
    if left == right { return .same }
    let (one, other) = (catalogue.identifiers[Int(left)], catalogue.identifiers[Int(right)])
    let isSlip = EditDistance.isWithin(2, Array(one.utf8)[...], Array(other.utf8)[...])
    return isSlip ? .sameAndOne : .differ
  }

  private func relation(_ left: NameEntry.Text, _ right: NameEntry.Text) -> NameRelation {
    let (short, long) = left.letterCount <= right.letterCount ? (left, right) : (right, left)
    let isStart = areEqual(short.letters, long.letters, count: short.letterCount)
    if isStart, short.letterCount == long.letterCount { return .equal }
    if hasSameWords(left, right) { return .sameWords }
    if isStart, short.letterCount >= 6 { return .start }
    if left.wordCount > 0, right.wordCount > 0,
      catalogue.words[Int(left.words)] == catalogue.words[Int(right.words)]
    {
      return .firstWord
    }
    let end = long.letters + long.letterCount - short.letterCount
    return areEqual(short.letters, end, count: short.letterCount) ? .end : .other
  }

  private func areEqual(_ one: Int32, _ other: Int32, count: Int32) -> Bool {
    for place in 0..<Int(count)
    where catalogue.letters[Int(one) + place] != catalogue.letters[Int(other) + place] {
      return false
    }
    return true
  }

  /// Whether two names have the same words in some order.
  private func hasSameWords(_ left: NameEntry.Text, _ right: NameEntry.Text) -> Bool {
    guard left.wordCount == right.wordCount else { return false }
    let (one, other) = (catalogue.words(of: left), catalogue.words(of: right))
    // Sums that differ settle nearly all pairs without a sort.
    return one.reduce(0, &+) == other.reduce(0, &+) && one.sorted() == other.sorted()
  }

  /// What the words that both names have say of a place, and how many of them are rare.
  private func noteSharedWords(
    _ found: NameAlignment, _ one: NameRest, _ other: NameRest, in levels: inout EvidenceLevels
  ) {
    var isShared = false
    var rare = found.rareOthers
    for place in 0..<found.left.count where found.shared & 1 << place != 0 {
      switch catalogue.table.known.facts[Int(found.left[place])].sort {
      case .place: isShared = true
      case .rare: rare += 1
      default: break
      }
    }
    let agreement: PartAgreement =
      one.hasPlace && other.hasPlace
      ? .differ
      : one.hasPlace || other.hasPlace
        ? (isShared ? .sameAndOne : .one) : isShared ? .same : .neither
    levels[.place] = Int(agreement.rawValue)
    levels[.rareWords] = min(rare, 3)
  }
}
