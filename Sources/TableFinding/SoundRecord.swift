import ExportReading

/// Reads the bytes of one record where they are sound in a dialect.
///
/// It is the plain reader that repairs are tried with; ``RecordReader`` reads whole files.
struct SoundRecord {
  let dialect: Dialect

  /// The cells; nil where quotes stand in places that the dialect does not allow.
  ///
  /// `bytes` are without their line end. The quote at `literalQuote` counts as text.
  func cells(of bytes: [UInt8], literalQuote: Int? = nil) -> [[UInt8]]? {
    var cells: [[UInt8]] = []
    var place = 0
    while true {
      guard let cell = cell(of: bytes, at: &place, literalQuote) else { return nil }
      cells.append(cell)
      if place == bytes.count { return cells }
      guard bytes[place...].starts(with: dialect.delimiter) else { return nil }
      place += dialect.delimiter.count
    }
  }

  private func cell(of bytes: [UInt8], at place: inout Int, _ literalQuote: Int?) -> [UInt8]? {
    var cell: [UInt8] = []
    if place == literalQuote, place < bytes.count {
      cell.append(bytes[place])
      place += 1
    }
    guard place < bytes.count, bytes[place] == dialect.quote, place != literalQuote else {
      return bareCell(of: bytes, at: &place, cell, literalQuote)
    }
    return quotedCell(of: bytes, at: &place, cell, literalQuote)
  }

  private func bareCell(
    of bytes: [UInt8], at place: inout Int, _ start: [UInt8], _ literalQuote: Int?
  ) -> [UInt8]? {
    var cell = start
    while place < bytes.count, !isDelimiter(bytes, place) {
      if bytes[place] == dialect.quote, place != literalQuote { return nil }
      cell.append(bytes[place])
      place += 1
    }
    return cell
  }

  private func quotedCell(
    of bytes: [UInt8], at place: inout Int, _ start: [UInt8], _ literalQuote: Int?
  ) -> [UInt8]? {
    var cell = start
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      let isQuoteNext = place + 1 < bytes.count && bytes[place + 1] == dialect.quote
      place += 1
      if byte == 0x5C, dialect.escape == .backslash, isQuoteNext {
        cell.append(bytes[place])
        place += 1
      } else if byte != dialect.quote || place - 1 == literalQuote {
        cell.append(byte)
      } else if isQuoteNext, dialect.escape == .doubled, place != literalQuote {
        cell.append(byte)
        place += 1
      } else {
        return place == bytes.count || isDelimiter(bytes, place) ? cell : nil
      }
    }
    return nil
  }

  private func isDelimiter(_ bytes: [UInt8], _ place: Int) -> Bool {
    bytes[place] == dialect.delimiter[0] && bytes[place...].starts(with: dialect.delimiter)
  }
}
