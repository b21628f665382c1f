import ExportReading
import ImportTestSupport

/// A well-formed CSV file that a seed decides: its encoding, its line ends and its cells.
struct MadeUpCSV {
  /// A few characters of each fallback encoding, written out by hand.
  static let characters: [FallbackEncoding: [UInt8: Unicode.Scalar]] = [
    .windows1252: [0xA3: "£", 0xE9: "é", 0x96: "–", 0x92: "’", 0x80: "€", 0xA0: "\u{A0}"],
    .codePage850: [0x9C: "£", 0x82: "é", 0xA0: "á", 0x90: "É", 0xF1: "±", 0xFF: "\u{A0}"],
    .macRoman: [0xA3: "£", 0x8E: "é", 0xD0: "–", 0xD5: "’", 0xDB: "€", 0xCA: "\u{A0}"],
  ]

  let fallback: FallbackEncoding
  private(set) var bytes: [UInt8] = []
  private var random: SeededNumbers
  private let lineEnds: [String]
  /// How many of ten records are in the fallback encoding.
  private let fallbackShare: UInt64

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    fallback = random.pick(FallbackEncoding.allCases)
    lineEnds = random.pick([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]])
    fallbackShare = random.pick([0, 3, 10])
    if random.pick([true, false]) { bytes += [0xEF, 0xBB, 0xBF] }
    bytes += Array("first,second".utf8) + lineEnd
    let count = seed.isMultiple(of: 50) ? 2500 : Int.random(in: 0...40, using: &random)
    for _ in 0..<count { bytes += encoded(record) + lineEnd }
    if random.pick([true, false]) { bytes += encoded(record) }
  }

  private var lineEnd: [UInt8] {
    mutating get { Array(random.pick(lineEnds).utf8) }
  }

  private var record: String {
    mutating get {
      if random.next().isMultiple(of: 10) { return random.pick(["", "", "  ", "\"\"", ",,"]) }
      let count = Int.random(in: 1...6, using: &random)
      return (0..<count).map { _ in cell }.joined(separator: ",")
    }
  }

  private var cell: String {
    mutating get {
      let high = MadeUpCSV.characters[fallback, default: [:]].sorted { $0.key < $1.key }
      let letter = Character(random.pick(high).value)
      return random.pick([
        "", "Oak House", "1234.56", "-5", "  padded\t", "\(letter)", "caf\(letter) \(letter)5",
        "\"Oak, Ash & Co\"", "\"the \"\"Oak\"\"\"", "\"\"\"\"", "\"\"", "\"  padded \"", "\" \"",
        "\"two\nlines\"", "\"two\r\nlines, \(letter)\"", "\"\rthree\r\r\"", " \"after a blank\"",
        "\"before one\" ", " \t ", "in  between",
      ])
    }
  }

  private mutating func encoded(_ record: String) -> [UInt8] {
    guard random.next() % 10 < fallbackShare else { return Array(record.utf8) }
    let pairs = MadeUpCSV.characters[fallback, default: [:]].map { ($0.value, $0.key) }
    let bytes = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    return record.unicodeScalars.map { bytes[$0] ?? UInt8(ascii: $0) }
  }
}
