/// How much each word tells: rare words much, generic ones little.
struct WordWeights {
  /// The words by their numbers, in the order in which they were met.
  private(set) var words: [String] = []
  /// How many distinct names hold the word.
  private(set) var frequency: [Int32] = []
  private(set) var senses: [NameRules.WordSense] = []
  private(set) var bytes: [[UInt8]] = []
  private var numbers: [String: Int32] = [:]
  private let rules: NameRules
  private(set) var names = 0

  // Below this many names a word's rarity in the file says nothing about its rarity in the country.
  private static let fewestNames = 20_000

  init(rules: NameRules) { self.rules = rules }

  /// The numbers of the words of one more distinct name, in their order.
  mutating func count(_ core: [String]) -> [Int32] {
    names += 1
    var ids: [Int32] = []
    for word in core {
      let id = number(of: word)
      if !ids.contains(id) { frequency[Int(id)] += 1 }
      ids.append(id)
    }
    return ids
  }

  private mutating func number(of published: String) -> Int32 {
    let word = PayeeName.singular(published)
    if let known = numbers[word] { return known }
    let id = Int32(words.count)
    numbers[word] = id
    words.append(word)
    bytes.append(Array(word.utf8))
    frequency.append(0)
    senses.append((rules.senses[word] ?? []).union(rules.senses[published] ?? []))
    return id
  }

  /// Sixteen times the binary logarithm of how rare the word is; never below 16.
  func weight(_ id: Int32) -> Int {
    let all = max(names, WordWeights.fewestNames)
    let least = isGeneric(id) ? all / 50 : 1
    return max(16, WordWeights.log16(all) - WordWeights.log16(max(Int(frequency[Int(id)]), least)))
  }

  /// Whether the word stands in the names of many bodies.
  func isGeneric(_ id: Int32) -> Bool { senses[Int(id)].contains(.generic) }

  /// Whether a word, by its letters, stands in the names of many bodies.
  func isGenericWord(_ word: String) -> Bool {
    rules.senses[word]?.contains(.generic) ?? false
  }

  /// Whether the word holds a digit.
  func isNumber(_ id: Int32) -> Bool { bytes[Int(id)].contains { $0.isDigit } }

  /// Whether one of two words is a slip for the other, rather than both being words.
  func isSlip(_ left: Int32, _ right: Int32) -> Bool {
    let (a, b) = (bytes[Int(left)], bytes[Int(right)])
    let shorter = min(a.count, b.count)
    guard shorter >= 5, a.first == b.first, !isNumber(left), !isNumber(right),
      senses[Int(left)].isEmpty || senses[Int(right)].isEmpty
    else { return false }
    let (rare, common) = (
      min(frequency[Int(left)], frequency[Int(right)]),
      max(frequency[Int(left)], frequency[Int(right)])
    )
    guard rare <= 3 || rare * 10 <= common else { return false }
    let limit = shorter >= 9 ? 2 : 1
    return EditDistance.between(a, b, limit: limit) <= limit
  }

  private static func log16(_ value: Int) -> Int {
    let whole = Int.bitWidth - 1 - max(value, 1).leadingZeroBitCount
    let rest = whole >= 4 ? (value >> (whole - 4)) & 15 : (value << (4 - whole)) & 15
    return whole * 16 + rest
  }
}
