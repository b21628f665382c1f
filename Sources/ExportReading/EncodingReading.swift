import Glibc

/// How the text of an export is written: its encoding and its line ends, found from all its bytes.
package struct EncodingReading: Hashable, Sendable {
  /// How the lines of a file end.
  package enum Newline: String, CaseIterable, Sendable {
    case lf
    case crlf
    case cr
    /// More than one of the three, also where line ends within quotes do not count.
    case mixed
  }

  /// What the file was received in; of a file that mixes UTF-8 with another encoding, the one that
  /// more of its lines beyond ASCII are in.
  package internal(set) var encoding: TextEncoding = .ascii
  /// Whether the file begins with a byte order mark.
  package internal(set) var hasByteOrderMark = false
  /// ``Newline/lf`` also for a file of one line without an end.
  package internal(set) var newline = Newline.lf
  /// How sure the encoding is, from 0 to 100; 100 where the bytes admit one reading only.
  package internal(set) var confidence = 100
  /// How many physical lines are not valid UTF-8.
  package internal(set) var linesNotUTF8 = 0
  /// The first of them, from 1; 0: none.
  package internal(set) var firstLineNotUTF8 = 0
  /// Whether lines of one file are in different encodings.
  package internal(set) var isMixed = false
  /// What lines that are not UTF-8 are best decoded as.
  package internal(set) var fallback = FallbackEncoding.windows1252
  /// The first line that fits another single-byte encoding better than ``fallback``; 0: none.
  package internal(set) var firstLineOfOther = 0

  /// The short name: `ascii`, `utf-8`, `utf-8-sig` (with byte-order mark), `utf-16-le`,
  /// `utf-16-be`, `cp1252`, `cp850`, `mac-roman`.
  package var encodingName: String {
    switch encoding {
    case .utf8, .ascii: hasByteOrderMark ? "utf-8-sig" : encoding.rawValue
    case .utf16LittleEndian, .utf16BigEndian, .macRoman: encoding.rawValue
    case .windows1252: "cp1252"
    case .codePage850: "cp850"
    }
  }
}

extension EncodingReading {
  /// Reads a file once from end to end.
  init(of text: FileBytes, transcodedFrom: TextEncoding?) {
    var survey = LineSurvey()
    unsafe _ = text.forEachPiece { piece, offset in
      if offset == 0, unsafe piece.starts(with: [0xEF, 0xBB, 0xBF]) {
        hasByteOrderMark = true
        // Safe: the piece has at least the three bytes.
        unsafe survey.take(UnsafeRawBufferPointer(rebasing: piece[3...]))
      } else {
        unsafe survey.take(piece)
      }
      return true
    }
    survey.finish()
    newline = survey.newline
    // Line ends within quotes are text: of records that end alike, the cells may hold others.
    if newline == .mixed { newline = RecordEnds.newline(of: text) ?? newline }
    linesNotUTF8 = survey.linesNotUTF8
    firstLineNotUTF8 = survey.firstLineNotUTF8
    let scores = survey.highBytes.scores
    if let best = scores.first, survey.linesNotUTF8 > 0 {
      fallback = best.encoding
      confidence = survey.highBytes.confidence(of: scores)
      firstLineOfOther = survey.highBytes.firstLine(thatFitsBetterThan: best.encoding)
    }
    isMixed = survey.linesNotUTF8 > 0 && survey.linesBeyondASCII > 0 || firstLineOfOther > 0
    if survey.linesNotUTF8 > survey.linesBeyondASCII {
      encoding = fallback.textEncoding
    } else if survey.linesBeyondASCII > 0 || hasByteOrderMark {
      encoding = .utf8
    }
    if let transcodedFrom { encoding = transcodedFrom }
  }
}

extension FallbackEncoding {
  /// The same encoding among those that a whole file may have.
  var textEncoding: TextEncoding {
    switch self {
    case .windows1252: .windows1252
    case .codePage850: .codePage850
    case .macRoman: .macRoman
    }
  }
}
