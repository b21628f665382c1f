/// The records of bytes that RFC 4180 allows in one way only; nil where it does not.
///
/// It is the plain reading that the fast one is held against: a field is bare, without quotes or
/// line ends, or it is quoted from its first byte to its last, with quotes doubled. Beyond the
/// RFC it takes UTF-8 and LF alone. A blank line, a NUL and a CR alone have no one reading.
struct StrictReading {
  /// The byte between fields.
  var delimiter: UInt8 = 0x2C
  /// The byte around quoted fields.
  var quote: UInt8 = 0x22

  /// The records with their fields as bytes; nil where the bytes have no one reading.
  func records(of bytes: some Collection<UInt8>) -> [[[UInt8]]]? {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : Array(bytes)
    var records: [[[UInt8]]] = []
    var place = 0
    while place < bytes.count {
      guard let record = record(of: bytes, at: &place) else { return nil }
      records.append(record)
    }
    return records
  }

  private func record(of bytes: [UInt8], at place: inout Int) -> [[UInt8]]? {
    var fields: [[UInt8]] = []
    let start = place
    while true {
      guard let field = field(of: bytes, at: &place) else { return nil }
      fields.append(field)
      guard place < bytes.count, bytes[place] == delimiter else { break }
      place += 1
    }
    if place < bytes.count, bytes[place] == 0x0D { place += 1 }
    if place < bytes.count, bytes[place] != 0x0A { return nil }
    let isBlank = fields == [[]] && bytes[start..<min(place, bytes.count)].allSatisfy(isLineEnd)
    place += 1
    return isBlank ? nil : fields
  }

  private func field(of bytes: [UInt8], at place: inout Int) -> [UInt8]? {
    guard place < bytes.count, bytes[place] == quote else {
      let end = bytes[place...].firstIndex { $0 == delimiter || isLineEnd($0) } ?? bytes.count
      let field = bytes[place..<end]
      place = end
      return field.contains(quote) || field.contains(0) ? nil : Array(field)
    }
    var field: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == quote else {
        if byte == 0 { return nil }
        field.append(byte)
        continue
      }
      guard place < bytes.count, bytes[place] == quote else {
        let isEnded = place == bytes.count || bytes[place] == delimiter || isLineEnd(bytes[place])
        return isEnded ? field : nil
      }
      field.append(quote)
      place += 1
    }
    return nil
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
