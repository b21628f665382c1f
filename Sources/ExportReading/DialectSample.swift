/// The first lines of a file, for trials of dialects.
struct DialectSample {
  let bytes: [UInt8]
  /// Where each physical line stands, its line end included; not blank ones.
  private(set) var lines: [Range<Int>] = []
  static let mostLines = 300

  init(_ bytes: [UInt8], isWhole: Bool) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, lines.count < DialectSample.mostLines {
      let lineEnd = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
      guard lineEnd != nil || isWhole || lines.isEmpty else { break }
      var end = lineEnd.map { $0 + 1 } ?? bytes.count
      if end < bytes.count, bytes[end - 1] == 0x0D, bytes[end] == 0x0A { end += 1 }
      if bytes[start..<end].contains(where: { $0 > 0x20 }) { lines.append(start..<end) }
      start = end
    }
  }

  /// Whether there are commas, no quotes, and each comma parts a figure's thousands, as `10,480.95`.
  var hasCommasInFiguresOnly: Bool {
    guard !bytes.contains(0x22), bytes.contains(0x2C) else { return false }
    func isDigit(_ place: Int) -> Bool {
      bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place])
    }
    let commas = lines.flatMap { $0.filter { bytes[$0] == 0x2C } }
    // Two cells of digits may look so too; of many payments hardly all do.
    return commas.count > 4
      && commas.allSatisfy { comma in
        isDigit(comma - 1) && (1...3).allSatisfy { isDigit(comma + $0) } && !isDigit(comma + 4)
      }
  }

  /// A delimiter that stands nowhere.
  var unusedDelimiter: [UInt8] {
    [[0x09], [0x7C], [0x3B]].first { !bytes.contains($0[0]) } ?? [0x1F]
  }

  /// Whether these two bytes stand side by side.
  func holds(_ first: UInt8, _ second: UInt8) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == first && $1 == second }
  }
}
