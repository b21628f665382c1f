/// Skips the time that stands behind the day in a date cell.
enum TimeOfDay {
  /// Whether nothing but a time of day follows, and goes behind it: `00:00`, `12.00.00.000000 AM`,
  /// `T10:15:00+01:00`.
  static func ends(_ cell: Span<UInt8>, from place: inout Int) -> Bool {
    var isMarked = false
    while place < cell.count, isBetween(cell[place]) {
      isMarked = isMarked || cell[place] | 0x20 == UInt8(ascii: "t")
      place += 1
    }
    let start = place
    var (colons, dots) = (0, 0)
    while place < cell.count, isOfClock(cell[place]) {
      if cell[place] == UInt8(ascii: ":") { colons += 1 }
      if cell[place] == UInt8(ascii: ".") { dots += 1 }
      place += 1
    }
    let hasClock = place > start
    skipBlanks(cell, &place)
    let hasHalf = skipHalfOfDay(cell, &place)
    // An amount may have run together with the date: `31/03/2013 100.00`.
    let isTime = !hasClock || isMarked || colons > 0 || dots > 1 || hasHalf
    if hasClock || hasHalf { skipZone(cell, &place) }
    skipBlanks(cell, &place)
    return isTime && place == cell.count
  }

  /// Goes behind a time and its zone in the middle of a date; false where there is no end to it.
  static func skipAmongParts(_ cell: Span<UInt8>, from place: inout Int) -> Bool {
    while place < cell.count, isOfClock(cell[place]) { place += 1 }
    skipBlanks(cell, &place)
    skipZone(cell, &place)
    return place < cell.count
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      true
    default: DateParts.isBlank(byte)
    }
  }

  private static func isOfClock(_ byte: UInt8) -> Bool {
    DateParts.isDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  private static func skipBlanks(_ cell: Span<UInt8>, _ place: inout Int) {
    while place < cell.count, DateParts.isBlank(cell[place]) { place += 1 }
  }

  /// `AM` or `pm`.
  private static func skipHalfOfDay(_ cell: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place + 1 < cell.count, cell[place + 1] | 0x20 == UInt8(ascii: "m"),
      [UInt8(ascii: "a"), UInt8(ascii: "p")].contains(cell[place] | 0x20),
      place + 2 == cell.count || !DateParts.isLetter(cell[place + 2])
    else { return false }
    place += 2
    return true
  }

  /// `Z`, `GMT`, `+01:00`.
  private static func skipZone(_ cell: Span<UInt8>, _ place: inout Int) {
    skipBlanks(cell, &place)
    let start = place
    while place < cell.count, place - start < 4, (0x41...0x5A).contains(cell[place]) { place += 1 }
    guard place == start, place < cell.count,
      cell[place] == UInt8(ascii: "+") || cell[place] == UInt8(ascii: "-")
    else { return }
    place += 1
    while place < cell.count, isOfClock(cell[place]) { place += 1 }
  }
}
