/// How many fields the records of a table have, judged by the beginning of its file.
struct UsualWidth {
  let fields: Int
  /// Whether nearly all lines have it, so that what differs is doubted though its quotes are sound.
  let isFirm: Bool

  private static let mostBytes: Int64 = 64 << 10
  private static let mostLines = 500
  private static let fewestLines = 3

  /// The width that most lines have, of those that are whole records; nil: they are too few, or
  /// differ too much.
  ///
  /// Lines of one field (titles, notes, reports' scripts) count only where there are no others.
  static func of(_ file: ExportFile, dialect: Dialect) -> UsualWidth? {
    let bytes = file.bytes(from: 0, to: mostBytes)
    return unsafe bytes.withUnsafeBytes { unsafe width(of: $0, file.size, dialect) }
  }

  private static func width(
    of bytes: UnsafeRawBufferPointer, _ fileSize: Int64, _ dialect: Dialect
  ) -> UsualWidth? {
    var counts: [Int: Int] = [:]
    var broken: [Range<Int>] = []
    var (start, lines) = (unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, 0)
    while start < bytes.count, lines < mostLines {
      let lineEnd = unsafe bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
      // The last line of a piece of the file may be half a line.
      guard lineEnd != nil || Int64(bytes.count) == fileSize else { break }
      let end = lineEnd.map { $0 + 1 } ?? bytes.count
      var split = RecordSplit(dialect: dialect)
      switch unsafe split.add(start..<end, of: bytes) {
      case .ended where !split.fields.isEmpty: counts[split.fields.count, default: 0] += 1
      case .unsound: broken.append(start..<end)
      default: break
      }
      if end - start > 2 { lines += 1 }
      start = end
    }
    if counts.count == 1, let sound = counts.first, sound.value < fewestLines {
      // A header whose rows all have broken quotes.
      counts[sound.key, default: 0] += broken.count {
        unsafe QuoteRepair.mends(bytes[$0], dialect: dialect, width: sound.key)
      }
    }
    let tables = counts.keys.contains { $0 > 1 } ? counts.filter { $0.key > 1 } : counts
    let all = tables.values.reduce(0, +)
    guard let most = tables.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      all >= fewestLines, most.value * 3 >= all * 2
    else { return nil }
    return UsualWidth(fields: most.key, isFirm: lines >= 10 && most.value * 5 >= lines * 4)
  }
}
