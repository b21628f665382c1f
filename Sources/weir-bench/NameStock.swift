/// The words that made-up names consist of: syllables for what names a body, and the ordinary words
/// of every ledger.
enum NameStock {
  /// So many made-up words there are.
  static let wordCount = 1 << 17

  private static let syllables = [
    "quil", "fern", "mar", "row", "this", "tle", "dun", "nock", "pip", "wort", "sed", "ge", "lar",
    "ken", "by", "ash", "ver", "nell", "bram", "cot", "hal", "mer", "wick", "thor", "ley", "pen",
    "nard", "gor", "se", "tarn", "beck", "cliff", "os", "mund", "el", "vi", "ro", "tan", "sil",
    "ka",
    "mo", "rin", "dev", "lo", "hax", "um", "ti", "sha", "wen", "dra", "pol", "cu", "far", "zel",
    "bi", "orm", "yar", "kes", "nib", "loth",
  ]

  /// The made-up word of a rank; no two ranks have the same syllables.
  static func word(_ rank: Int) -> String {
    let count = syllables.count
    let places = rank < count * count / 2 ? 2 : 3
    let range = places == 2 ? count * count : count * count * count
    // A step without a divisor in common with the range visits each place once.
    var place = rank * 7919 % range
    var word = ""
    for _ in 0..<places {
      word += syllables[place % count]
      place /= count
    }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// The name of a place.
  static func place(_ rank: Int) -> String {
    let endings = ["ton", "ford", "bury", "ham", "mouth", "stead"]
    return word(40_000 + rank * 13) + endings[rank % endings.count]
  }

  /// What companies do, the commonest first.
  static let trades = [
    "Care", "Services", "Homes", "Healthcare", "Support", "Group", "Solutions", "Consulting",
    "Training", "Nursing", "House", "Residential", "Property", "Supplies", "Transport", "Education",
    "Engineering", "Design", "Catering", "Security", "Cleaning", "Holdings", "Lodge", "Management",
    "Systems", "Recruitment", "Construction", "Medical", "Fostering", "Legal", "Software",
    "Printing",
  ]

  /// What charities are, the commonest first.
  static let causes = [
    "Trust", "Community Trust", "Hospice", "Partnership", "Association", "Foundation", "Project",
    "Housing Association", "Advice Centre", "Carers", "Society", "Community Centre",
  ]

  /// The forms of companies, each with the ways in which ledgers spell it.
  static let forms = [
    ["Limited", "Ltd", "LTD", "Ltd.", "Limi"], ["Ltd", "Limited", "(Ltd)", "LIMITED", "Lim"],
    ["Limited", "Ltd", "Co Ltd", ""], ["PLC", "Plc", "plc", "P.L.C."],
    ["CIC", "Community Interest Company", "C.I.C.", "CIC Ltd"], ["LLP", "L.L.P.", "llp"],
  ]

  /// Words with what ledgers shorten them to.
  static let abbreviations = [
    ("Hospital", "Hosp"), ("Association", "Assoc"), ("Services", "Svcs"), ("Services", "Serv"),
    ("Management", "Mgmt"), ("Centre", "Ctr"), ("Medical", "Med"), ("Community", "Comm"),
    ("Foundation", "Found"), ("Council", "Cncl"), ("Residential", "Resid"), ("Saint", "St"),
    ("Construction", "Constr"), ("University", "Univ"), ("Partnership", "Pship"),
  ]

  /// What payment systems add.
  static let paymentTexts = ["(BACS)", "- DO NOT USE", "RENT A/C", "C/O PAYMENTS"]

  /// An apostrophe as files in other encodings show it.
  static let apostrophes = ["Â´", "\u{FFFD}", "â€™", "`", "\u{2019}", ""]
}
