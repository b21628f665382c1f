/// A payee's name cut into words: lower case, without accents and apostrophes.
///
/// `&` and `+` read as `and`; `(`, `)`, `,` and `/` stay as words of their own, because they tell
/// brackets, "Surname, First" and "t/a" apart, and so does a `*` right before a digit.
struct NameWords {
  /// Names longer than this many bytes are no names; they are compared whole only.
  static let longestName = 400

  private(set) var words: [String] = []
  private var word: [UInt8] = []
  private var isAfterStar = false
  private var isAfterHyphen = false
  private let hyphens: Hyphens

  /// What a hyphen within a word does.
  enum Hyphens {
    /// It parts two words.
    case part
    /// What follows it within a word is left out: "Quillfern-Marrow" is one name.
    case keepFirst
  }

  /// The words of a name.
  init(_ name: some StringProtocol, hyphens: Hyphens = .part) {
    self.hyphens = hyphens
    word.reserveCapacity(24)
    words.reserveCapacity(8)
    if name.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\\") }) {
      for byte in name.utf8 { take(byte) }
    } else {
      takeScalars(NameWords.unescaped(Array(name.unicodeScalars)))
    }
    endWord()
    stripDoubledEndings()
  }

  private mutating func take(_ byte: UInt8) {
    // Ledgers print the last digits of an account as ****5215.
    if isAfterStar, byte.isDigit, word.isEmpty { words.append("*") }
    isAfterStar = byte == UInt8(ascii: "*")
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if !isAfterHyphen { word.append(byte) }
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): if !isAfterHyphen { word.append(byte | 0x20) }
    case UInt8(ascii: "'"), UInt8(ascii: "`"): break
    case UInt8(ascii: "-") where hyphens == .keepFirst && !word.isEmpty: isAfterHyphen = true
    case UInt8(ascii: "&"), UInt8(ascii: "+"): end(with: "and")
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): end(with: "(")
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): end(with: ")")
    case UInt8(ascii: ","): end(with: ",")
    case UInt8(ascii: "/"): end(with: "/")
    default: endWord()
    }
  }

  private mutating func takeScalars(_ scalars: [Unicode.Scalar]) {
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      let next = place + 1 < scalars.count ? scalars[place + 1].value : 0
      place += 1
      switch scalar.value {
      case 0..<0x80: take(UInt8(truncatingIfNeeded: scalar.value))
      // UTF-8 read as Windows-1252: the quotation mark comes as three characters, others as two.
      case 0xE2 where next == 0x20AC: place += 2
      case 0xC2 where (0x80...0xBF).contains(next): break
      case 0xC3 where (0xA0...0xBF).contains(next):
        take(NameWords.plainLatin[Int(next) - 0x80])
        place += 1
      // The sign for a character that was lost, which in names is mostly an apostrophe.
      case 0xFFFD: break
      case 0xB4, 0x2018, 0x2019, 0x2BC: break
      case 0xC0...0xFF: take(NameWords.plainLatin[Int(scalar.value) - 0xC0])
      default: takeOther(scalar)
      }
    }
  }

  /// `\xB4`, which some systems print for a character beyond ASCII, as that character.
  private static func unescaped(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var place = 0
    while place < scalars.count {
      if scalars[place] == "\\", place + 3 < scalars.count, scalars[place + 1] == "x",
        let value = UInt32(
          String(String.UnicodeScalarView(scalars[place + 2...place + 3])), radix: 16),
        let scalar = Unicode.Scalar(value), value >= 0x80
      {
        kept.append(scalar)
        place += 4
      } else {
        kept.append(scalars[place])
        place += 1
      }
    }
    return kept
  }

  private mutating func takeOther(_ scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic else { return endWord() }
    word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
  }

  private mutating func end(with mark: String) {
    endWord()
    words.append(mark)
  }

  private mutating func endWord() {
    isAfterHyphen = false
    guard !word.isEmpty else { return }
    words.append(String(decoding: word, as: UTF8.self))
    word.removeAll(keepingCapacity: true)
  }

  // One national export turned each no-break space into "AA" after the word.
  private mutating func stripDoubledEndings() {
    let damaged = words.indices.dropLast().filter {
      words[$0].utf8.count > 3 && words[$0].hasSuffix("aa")
    }
    // "Baa" is a word and "Markaa" a name: one of several is no damage.
    guard damaged.count > 1 || damaged.count == words.count - 1 else { return }
    for place in damaged { words[place].removeLast(2) }
  }

  /// The plain letters for U+00C0 to U+00FF.
  private static let plainLatin = Array(
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty".utf8)
}
