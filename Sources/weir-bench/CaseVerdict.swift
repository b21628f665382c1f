/// How Weir's reading of a case stands to what its suite expects.
enum CaseVerdict: Equatable {
  /// The case has one right reading, and Weir gives it.
  case right
  /// The case has one right reading, and Weir gives another.
  case wrong
  /// The case has several readings, and Weir's is the suite's.
  case agrees
  /// The case has several readings, and Weir's is another.
  case differs(DifferenceReason)
  /// Weir breaks with the suite in silence where the bytes are no sound CSV.
  case silent(DifferenceReason)

  init(_ robust: RobustCase, _ reading: CaseReading) {
    if case .truth(let isValid) = robust.expectations["valid"] {
      self = reading.keptBytes(of: robust) == isValid ? .right : .wrong
      return
    }
    let agrees =
      robust.expectsComplaint
      ? reading.isTold && reading.gives(robust.expectedRows)
      : reading.rows == robust.expectedRows
    guard let reason = DifferenceReason(of: robust) else {
      self = agrees ? .right : CaseVerdict(soundCase: robust, reading)
      return
    }
    if agrees {
      self = .agrees
    } else {
      self = reason.needsFinding && !reading.isTold ? .silent(reason) : .differs(reason)
    }
  }

  /// A suite that trims, counts the end of the last line as a record or sets what the case does
  /// not state has an opinion even where the bytes are sound: then Weir's reading must be the strict one.
  private init(soundCase robust: RobustCase, _ reading: CaseReading) {
    let strict = StrictReading(of: robust).records(of: robust.input) ?? []
    let isStrict = reading.rows == strict.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    let expected = robust.expectedRows
    if !isStrict {
      self = .wrong
    } else if reading.rows.trimmed == expected?.trimmed {
      self = .differs(.trimmedBlanks)
    } else if reading.rows + [[""]] == expected {
      self = .differs(.blankLines)
    } else {
      self = expected == [] ? .differs(.otherSettings) : .wrong
    }
  }
}

extension DifferenceReason {
  /// Whether such bytes call for a finding where Weir reads them in its own way.
  fileprivate var needsFinding: Bool {
    self == .malformedQuotes || self == .nulBytes || self == .emptyFile
  }
}

extension CaseReading {
  /// Whether the rows are those expected; where a suite only expects a complaint, any are.
  fileprivate func gives(_ expected: [[String]]?) -> Bool { expected.map { $0 == rows } ?? true }

  /// Whether the bytes came through unchanged, as only valid UTF-8 may.
  fileprivate func keptBytes(of robust: RobustCase) -> Bool {
    let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
    return Array(text.utf8) == robust.input
  }
}

extension [[String]] {
  /// The rows with the blanks at the ends of their cells dropped.
  fileprivate var trimmed: [[String]] {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    return map { row in
      row.map { cell in
        String(cell.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
      }
    }
  }
}
