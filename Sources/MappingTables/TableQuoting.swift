/// Where quotes and comments of a table's bytes stand.
package struct TableQuoting {
  /// Which lines of a table are comments.
  package enum Comments: Sendable {
    /// Those that begin with `#`, as in all mapping tables.
    case hashLines
    /// None: `#` is text like any other.
    case none
  }

  /// The bytes with the text of comment lines taken out and all line ends kept, so that a quote in
  /// a comment opens nothing and lines keep their numbers.
  private(set) var bytesWithoutComments: [UInt8] = []
  /// The line of a quote that is still open at the end; nil where there is none.
  package private(set) var openQuoteLine: Int?

  private enum Place { case lineStart, cellStart, comment, unquoted, quoted, afterQuote }

  private var place = Place.lineStart
  private let comments: Comments

  /// Goes through a whole table.
  package init(_ bytes: [UInt8], comments: Comments = .hashLines) {
    self.comments = comments
    bytesWithoutComments.reserveCapacity(bytes.count)
    var (line, quoteLine) = (1, 1)
    var lastByte: UInt8 = 0
    for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...] {
      // A line feed behind a carriage return ends the line that the return has ended.
      if lastByte == 0x0A || (lastByte == 0x0D && byte != 0x0A) { line += 1 }
      let wasQuoted = place == .quoted
      advance(over: byte)
      if place == .quoted, !wasQuoted { quoteLine = line }
      if place != .comment { bytesWithoutComments.append(byte) }
      lastByte = byte
    }
    openQuoteLine = place == .quoted ? quoteLine : nil
  }

  private mutating func advance(over byte: UInt8) {
    let isLineEnd = byte == 0x0A || byte == 0x0D
    let isBlank = byte == 0x20 || byte == 0x09
    let isQuote = byte == UInt8(ascii: "\"")
    switch place {
    case .quoted: place = isQuote ? .afterQuote : .quoted
    case _ where isLineEnd: place = .lineStart
    case .comment: break
    case _ where byte == UInt8(ascii: ","): place = .cellStart
    case .lineStart where byte == UInt8(ascii: "#") && comments == .hashLines: place = .comment
    case .lineStart where isBlank, .cellStart where isBlank, .afterQuote where isBlank: break
    case .lineStart, .cellStart: place = isQuote ? .quoted : .unquoted
    // As in libcsv, a quote that no comma or line end follows has not ended its cell.
    case .afterQuote: place = .quoted
    case .unquoted: break
    }
  }
}
