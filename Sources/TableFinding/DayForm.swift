/// The outer form of a day, without reading it.
enum DayForm {
  /// Three parts of digits, or with a month's letters between, a time of day behind allowed.
  static func matches(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 6, bytes.count <= 30 else { return false }
    let parts = bytes.split(whereSeparator: { isSeparator($0) })
    guard parts.count >= 3 else { return false }
    let day = parts.prefix(3)
    guard isTimeOfDay(parts.dropFirst(3)) else { return false }
    let lengths = day.map(\.count)
    let areDigits = day.map { $0.allSatisfy { (0x30...0x39).contains($0) } }
    switch (areDigits[0], areDigits[1], areDigits[2]) {
    case (true, true, true):
      return (lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4))
        || (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
    case (true, false, true):
      return lengths[0] <= 2 && isMonth(day[1]) && (lengths[2] == 2 || lengths[2] == 4)
    default: return false
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == 0x20 || byte == UInt8(ascii: "T")
  }

  private static func isTimeOfDay(_ parts: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    parts.allSatisfy { part in
      part.allSatisfy { (0x30...0x3A).contains($0) || [0x5A, 0x41, 0x50, 0x4D].contains($0) }
    }
  }

  private static func isMonth(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count >= 3, letters.count <= 9 else { return false }
    let start = String(decoding: letters.prefix(3).map { $0 | 0x20 }, as: UTF8.self)
    return [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].contains(start)
  }
}
