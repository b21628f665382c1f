/// Counts the line ends of a file that stand outside quotes.
struct RecordEnds {
  private var (lf, cr, crlf) = (0, 0, 0)
  private var isQuoted = false
  private var lastByte: UInt8 = 0x0A
  /// Whether the byte before closed a quote, unless another quote follows it.
  private var mayHaveClosed = false

  /// How the records of a file end; nil where nothing ends outside quotes.
  static func newline(of text: FileBytes) -> EncodingReading.Newline? {
    var ends = RecordEnds()
    unsafe _ = text.forEachPiece { piece, offset in
      let isMarked = unsafe offset == 0 && piece.starts(with: [0xEF, 0xBB, 0xBF])
      for place in piece.indices.dropFirst(isMarked ? 3 : 0) { unsafe ends.take(piece[place]) }
      return true
    }
    let kinds: [(Int, EncodingReading.Newline)] = [
      (ends.lf, .lf), (ends.crlf, .crlf), (ends.cr, .cr),
    ]
    let found = kinds.filter { $0.0 > 0 }
    return found.count > 1 ? .mixed : found.first?.1
  }

  /// A quote opens only where a cell begins, and closes only where one ends, so that stray quotes
  /// turn nothing round.
  private mutating func take(_ byte: UInt8) {
    let isEdge = byte == 0x0A || byte == 0x0D || RecordEnds.delimiters.contains(byte)
    if mayHaveClosed {
      mayHaveClosed = false
      if isEdge {
        isQuoted = false
      } else if byte == 0x22 {
        // A doubled quote is one of the text.
        lastByte = 0
        return
      }
    }
    if byte == 0x22 {
      if isQuoted {
        mayHaveClosed = true
      } else if lastByte == 0x0A || lastByte == 0x0D || RecordEnds.delimiters.contains(lastByte) {
        isQuoted = true
      }
    } else if !isQuoted {
      countEnd(byte)
    }
    lastByte = byte
  }

  private mutating func countEnd(_ byte: UInt8) {
    if byte == 0x0D {
      cr += 1
    } else if byte == 0x0A, lastByte == 0x0D {
      (cr, crlf) = (cr - 1, crlf + 1)
    } else if byte == 0x0A {
      lf += 1
    }
  }

  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
}
