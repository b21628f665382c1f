/// Counts the bytes from 0x80 on by what stands beside them, and weighs which encoding makes sense
/// of them.
struct HighByteContexts {
  /// What stands before or behind a byte.
  enum Neighbour: Int, CaseIterable {
    /// The beginning or end of a line or cell.
    case edge
    case blank
    case digit
    case capital
    case small
    /// An `s` that ends a word.
    case lastS
    /// Any other ASCII character.
    case mark
    /// Another byte from 0x80 on.
    case high

    /// The kind of a byte; `next` is the byte behind it.
    init(_ byte: UInt8, next: UInt8 = 0x61) {
      switch byte {
      case 0x73 where !(0x61...0x7A).contains(next | 0x20) && next < 0x80: self = .lastS
      case 0x80...: self = .high
      case 0x30...0x39: self = .digit
      case 0x41...0x5A: self = .capital
      case 0x61...0x7A: self = .small
      case 0x20: self = .blank
      // The delimiters and quotes that exports use, and control characters.
      case 0x2C, 0x3B, 0x7C, 0x22, 0x00...0x1F: self = .edge
      default: self = .mark
      }
    }

    /// Whether it is a letter; another byte from 0x80 on is taken for one.
    var isLetter: Bool { self == .capital || isSmall || self == .high }
    /// Whether it is a small letter.
    var isSmall: Bool { self == .small || self == .lastS }
    /// Whether a word ends here.
    var endsWord: Bool { self == .edge || self == .blank || self == .mark }
  }

  private static let kinds = Neighbour.allCases.count
  private var counts = [Int32](repeating: 0, count: 128 * kinds * kinds)
  /// The first line of each byte with its neighbours, from 1.
  private var firstLines = [Int](repeating: 0, count: 128 * kinds * kinds)
  /// Where something was counted; a file has few of the many pairs of neighbours.
  private var places: [Int] = []

  /// Counts the bytes of a line, or part of one, that is not UTF-8.
  mutating func count(_ part: UnsafeRawBufferPointer, line: Int) {
    for place in part.indices {
      let byte = unsafe part[place]
      if byte < 0x80 { continue }
      let before = unsafe place > 0 ? Neighbour(part[place - 1]) : .edge
      let next = unsafe place + 2 < part.count ? part[place + 2] : 0
      let after = unsafe place + 1 < part.count ? Neighbour(part[place + 1], next: next) : .edge
      let index =
        (Int(byte) - 0x80) * Self.kinds * Self.kinds + before.rawValue * Self.kinds
        + after.rawValue
      if counts[index] == 0 {
        firstLines[index] = line
        places.append(index)
      }
      counts[index] += counts[index] < .max ? 1 : 0
    }
  }

  /// An encoding with how much sense it makes.
  struct Score {
    var encoding: FallbackEncoding
    var score: Int
  }

  /// The encodings, the best first; empty where no byte was counted.
  var scores: [Score] {
    let seen = seen
    if seen.isEmpty { return [] }
    return FallbackEncoding.allCases.map { encoding in
      let characters = encoding.characters
      return Score(
        encoding: encoding,
        score: seen.reduce(0) { $0 + $1.count * $1.plausibility(characters) })
    }
    // Of equals the one that is named first, Windows-1252.
    .enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    .map(\.element)
  }

  /// How sure the first of ``scores`` is, from 0 to 100.
  func confidence(of scores: [Score]) -> Int {
    guard let best = scores.first else { return 100 }
    let characters = best.encoding.characters
    let rivals = scores.dropFirst().filter { rival in
      let others = rival.encoding.characters
      return seen.contains { characters[$0.byte] != others[$0.byte] }
    }
    guard let rival = rivals.first else { return 100 }
    let margin = best.score - rival.score
    let most = best.score <= 0 ? 40 : restsOnFewBytes(best.encoding) ? 60 : 100
    return min(most, 50 + 50 * margin / (margin + 2))
  }

  /// Whether only a few bytes speak for another encoding than the usual one.
  private func restsOnFewBytes(_ encoding: FallbackEncoding) -> Bool {
    let (characters, usual) = (encoding.characters, FallbackEncoding.windows1252.characters)
    let telling = seen.filter { characters[$0.byte] != usual[$0.byte] }
    return !telling.isEmpty && telling.reduce(0) { $0 + $1.count } <= 3
  }

  /// The first line with a character that makes no sense in an encoding and good sense in another.
  func firstLine(thatFitsBetterThan encoding: FallbackEncoding) -> Int {
    let characters = encoding.characters
    let others = FallbackEncoding.allCases.filter { $0 != encoding }.map(\.characters)
    return seen.filter { place in
      place.plausibility(characters) < -1 && others.contains { place.plausibility($0) > 2 }
    }.map(\.line).min() ?? 0
  }

  /// A byte with its neighbours, and how often it was seen.
  private struct Seen {
    /// Less 0x80.
    var byte: Int
    var before: Neighbour
    var after: Neighbour
    var count: Int
    var line: Int

    func plausibility(_ characters: [Unicode.Scalar]) -> Int {
      CharacterUse.of(characters[byte]).plausibility(before: before, after: after)
    }
  }

  private var seen: [Seen] {
    places.sorted().map { index in
      let neighbours = index % (Self.kinds * Self.kinds)
      return Seen(
        byte: index / (Self.kinds * Self.kinds),
        before: Neighbour.allCases[neighbours / Self.kinds],
        after: Neighbour.allCases[neighbours % Self.kinds], count: Int(counts[index]),
        line: firstLines[index])
    }
  }
}
