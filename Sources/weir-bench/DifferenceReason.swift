/// Why Weir may differ from what a suite expects: the suite states an opinion, or the input has
/// more than one reading.
enum DifferenceReason: String, CaseIterable {
  /// The suite drops lines that begin with a sign; in an export they are text like any other.
  case commentLines = "comment-lines"
  /// The suite turns rows into objects or renames headers; Weir gives rows as they stand.
  case headerObjects = "header-objects"
  /// The suite turns texts into numbers or calls a function on them; Weir gives the texts.
  case changedValues = "changed-values"
  /// The suite reads the first rows only, or leaves some out.
  case chosenRows = "chosen-rows"
  /// The suite trims blanks that belong to the field (RFC 4180, section 2.4).
  case trimmedBlanks = "trimmed-blanks"
  /// RFC 4180 does not say what a blank line is: no record, or a record of one empty field.
  case blankLines = "blank-lines"
  /// The suite escapes in another way than by doubled quotes.
  case otherEscape = "other-escape"
  /// CR or LF alone stands beside other line ends: each ends a line, or is text.
  case mixedLineEnds = "mixed-line-ends"
  /// Text of an export holds no NUL.
  case nulBytes = "nul-bytes"
  /// Blanks stand between a delimiter and a quote: Weir gives the quoted text without them.
  case blanksAroundQuotes = "blanks-around-quotes"
  /// Quotes stand where RFC 4180 allows none: several readings, and a located finding.
  case malformedQuotes = "malformed-quotes"
  /// The suite's test sets something that the case does not state: no header wanted, a limit.
  case otherSettings = "other-settings"
  /// The file is empty or holds nothing but blanks: a finding, no reading.
  case emptyFile = "empty-file"

  /// The reason that a case's options and bytes give; nil: RFC 4180 leaves one reading.
  init?(of robust: RobustCase) {
    let named = DifferenceReason.byOption.first { option, _ in
      robust.options[option].map { $0 != .truth(false) && $0 != .nothing } ?? false
    }
    guard let reason = named?.reason ?? DifferenceReason(bytesOf: robust) else { return nil }
    self = reason
  }

  private init?(bytesOf robust: RobustCase) {
    let input = robust.input
    if input.isBlank {
      self = .emptyFile
    } else if input.contains(0) {
      self = .nulBytes
    } else if robust.escape != nil {
      self = .otherEscape
    } else {
      let strict = StrictReading(of: robust)
      func isSound(_ bytes: [UInt8]) -> Bool { strict.records(of: bytes) != nil }
      if isSound(input) { return nil }
      if isSound(input.withoutBlankLines) {
        self = .blankLines
      } else if isSound(input.withLFOnly) {
        self = .mixedLineEnds
      } else {
        let isSoundInside = isSound(input.withLFOnly.withoutBlanksAroundQuotes.withoutBlankLines)
        self = isSoundInside ? .blanksAroundQuotes : .malformedQuotes
      }
    }
  }

  private static let byOption: [(option: String, reason: DifferenceReason)] = [
    ("comments", .commentLines), ("comment", .commentLines),
    ("dynamicTyping", .changedValues), ("transform", .changedValues),
    ("transformHeader", .headerObjects), ("header", .headerObjects),
    ("preview", .chosenRows), ("skipFirstNLines", .chosenRows),
    ("skipEmptyLines", .blankLines),
    ("trim", .trimmedBlanks), ("skipinitialspace", .trimmedBlanks),
  ]
}

extension RobustCase {
  /// The bytes between two fields.
  var delimiter: [UInt8] {
    let names = ["delimiter", "delim", "separator"]
    let stated = names.lazy.compactMap { options[$0]?.text }.first
    return stated.map { Array($0.utf8) } ?? [0x2C]
  }

  /// The sign that the suite escapes with, where that is not the doubled quote.
  var escape: String? {
    if case .object(let dialect) = options["dialect"], let escape = dialect["escapechar"]?.text {
      return escape
    }
    return options["escapechar"]?.text ?? options["escapeChar"]?.text
  }

  /// Whether quotes are text: the suite's way of writing it is `"quoting": 3`.
  var hasNoQuotes: Bool { options["quoting"] == .number(3) }
}

extension StrictReading {
  /// The strict reading in the dialect of a case.
  init(of robust: RobustCase) {
    let delimiter = robust.delimiter
    if delimiter.count == 1 { self.delimiter = delimiter[0] }
  }
}

extension [UInt8] {
  /// Whether there is nothing but blanks, line ends and a byte-order mark.
  fileprivate var isBlank: Bool {
    let text = starts(with: [0xEF, 0xBB, 0xBF]) ? self[3...] : self[...]
    return text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// The bytes with each CR as an LF.
  fileprivate var withLFOnly: [UInt8] { map { $0 == 0x0D ? 0x0A : $0 } }

  /// The bytes without blanks between a quote and a delimiter, a line end or the file's ends.
  fileprivate var withoutBlanksAroundQuotes: [UInt8] {
    let runs = split(separator: 0x22, omittingEmptySubsequences: false)
    let trimmed = runs.enumerated().map { place, run -> [UInt8] in
      let isOutside =
        place == 0 || place == runs.count - 1 || run.contains { $0 == 0x2C || $0 == 0x0A }
      guard isOutside else { return Array(run) }
      return run.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
    }
    return [UInt8](trimmed.joined(separator: [0x22]))
  }

  /// The bytes without lines that hold nothing, quoted or not.
  fileprivate var withoutBlankLines: [UInt8] {
    var kept: [UInt8] = []
    for byte in self {
      let isLineStart = kept.isEmpty || kept.last == 0x0A
      if isLineStart, byte == 0x0A { continue }
      if byte == 0x0A, kept.last == 0x0D, kept.dropLast().last ?? 0x0A == 0x0A {
        kept.removeLast()
        continue
      }
      kept.append(byte)
    }
    return kept
  }
}
