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

  /// Whether these two bytes stand side by side.
  func holds(_ first: UInt8, _ second: UInt8) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == first && $1 == second }
  }
}
