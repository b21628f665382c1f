/// One body of the made-up names, as its register would spell it.
struct MadeUpBody {
  /// The name without the form.
  let core: [String]
  /// The ways in which its form is spelt; empty for a body without a form.
  let forms: [String]
  /// The name that it trades under; empty where it has none.
  var trading = ""

  /// Draws a body; two draws may give one core.
  init(_ random: inout SeededRandom) {
    switch random.below(100) {
    case 0..<3: self.init(trust: &random)
    case 3..<5: self.init(council: &random)
    case 5..<10: self.init(surgery: &random)
    case 10..<24:
      let places = random.below(4) == 0 ? [MadeUpBody.place(&random)] : []
      let cause = MadeUpBody.common(NameStock.causes, &random)
      self.init([MadeUpBody.word(&random)] + places + [cause], [])
    default: self.init(company: &random)
    }
  }

  private init(_ core: [String], _ forms: [String]) {
    self.core = core
    self.forms = forms
  }

  private init(company random: inout SeededRandom) {
    var core = [MadeUpBody.word(&random)]
    let shape = random.below(100)
    if shape < 35 { core += (shape < 8 ? ["and"] : []) + [MadeUpBody.word(&random)] }
    if shape >= 30 || random.below(2) == 0 {
      core.append(MadeUpBody.common(NameStock.trades, &random))
    }
    if random.below(3) == 0 { core.append(MadeUpBody.common(NameStock.trades, &random)) }
    if random.below(8) == 0 { core.append("(" + MadeUpBody.place(&random) + ")") }
    let rarity = [0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 4, 5]
    self.init(core, NameStock.forms[rarity[random.below(rarity.count)]])
    if random.below(12) == 0 {
      trading = MadeUpBody.word(&random) + " " + MadeUpBody.common(NameStock.trades, &random)
    }
  }

  private init(trust random: inout SeededRandom) {
    let sorts = ["Hospitals", "Healthcare", "Community", "Partnership"]
    self.init(
      [MadeUpBody.place(&random), sorts[random.below(sorts.count)]],
      ["NHS Foundation Trust", "NHS FT", "NHSFT", "NHS Trust", "N H S Foundation Trust"])
  }

  private init(council random: inout SeededRandom) {
    let tiers = [
      ["Borough Council", "BC", "B C"], ["District Council", "DC"], ["County Council", "CC"],
      ["Metropolitan Borough Council", "MBC", "Council"],
    ]
    self.init([MadeUpBody.place(&random)], tiers[random.below(tiers.count)])
  }

  private init(surgery random: inout SeededRandom) {
    let sorts = ["Surgery", "Medical Centre", "Practice", "Health Centre"]
    let name = MadeUpBody.word(&random)
    self.init(
      (random.below(3) == 0 ? ["St", name + "'s"] : ["The", name])
        + [sorts[random.below(sorts.count)], MadeUpBody.place(&random)], [])
  }

  /// A word by a distribution like Zipf's: each doubling of the rank is as likely as another.
  private static func word(_ random: inout SeededRandom) -> String {
    let size = 1 << random.within(6...16)
    return NameStock.word(size + random.below(size))
  }

  private static func place(_ random: inout SeededRandom) -> String {
    let size = 1 << random.within(4...9)
    return NameStock.place(size + random.below(size))
  }

  /// One of some words, the earlier far likelier.
  private static func common(_ words: [String], _ random: inout SeededRandom) -> String {
    words[random.below(random.below(words.count) + 1)]
  }
}
