/// What a dialect makes of a file's first lines: how many records have the same number of fields,
/// and how much the fields look like fields.
///
/// A measure after the one of CleverCSV (pattern times type), in whole numbers.
struct DialectTrial {
  let dialect: Dialect
  /// From 0, which is no table at all.
  private(set) var score = 0
  /// The number of fields that most records have; 1: no table.
  private(set) var width = 1
  /// How many records have that width, and of how many.
  private(set) var fitting = 0
  private(set) var records = 0
  /// How many records with broken quotes a repair gives that width and a quoted field.
  private var mendable = 0
  private var shapes = CellShapes()

  /// The dialects worth a trial, RFC 4180 first.
  static func candidates(for sample: DialectSample) -> [Dialect] {
    guard !sample.lines.isEmpty else { return [] }
    let delimiters: [[UInt8]] = [
      [0x2C], [0x2C, 0x20], [0x3B], [0x09], [0x7C], [0x20], [0x7E], [0x5E],
    ]
    let has = { (byte: UInt8) in sample.bytes.contains(byte) }
    var found: [Dialect] = [.standard]
    for delimiter in delimiters where delimiter.allSatisfy(has) {
      var dialects = [Dialect(delimiter: delimiter)]
      if has(0x22) {
        dialects.append(Dialect(delimiter: delimiter, quote: nil))
        if sample.holds(0x5C, 0x22) {
          dialects.append(Dialect(delimiter: delimiter, escape: .backslash))
        }
      }
      if has(0x27) { dialects.append(Dialect(delimiter: delimiter, quote: 0x27)) }
      found += dialects.filter { $0 != .standard }
    }
    return found
  }

  init(_ dialect: Dialect, on sample: DialectSample) {
    self.dialect = dialect
    var widths: [Int: Int] = [:]
    var broken: [Range<Int>] = []
    var next = 0
    unsafe sample.bytes.withUnsafeBytes { bytes in
      while next < sample.lines.count {
        let (fields, lines) = unsafe record(at: next, of: sample, bytes)
        if let fields { widths[fields, default: 0] += 1 } else { broken.append(sample.lines[next]) }
        next += lines
        records += 1
      }
    }
    let multiple = widths.filter { $0.key > 1 }
    guard let most = multiple.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
    (width, fitting) = (most.key, most.value)
    mendable = broken.count {
      QuoteRepair.mends(sample.bytes[$0], dialect: dialect, width: most.key)
    }
    let covered = multiple.values.reduce(0, +)
    // Records with broken quotes are in `records` only.
    let pattern = fitting * 1000 / max(1, covered) * (covered * 1000 / records) / 1000
    score = pattern * (width - 1) / width * shapes.plausibility / 1000 * favour / 100
  }

  /// The number of fields of the record that begins with a line, nil where its quotes are broken;
  /// and over how many lines it runs.
  private mutating func record(
    at first: Int, of sample: DialectSample, _ bytes: UnsafeRawBufferPointer
  ) -> (fields: Int?, lines: Int) {
    var split = RecordSplit(dialect: dialect)
    for place in first..<min(first + DialectTrial.longestRecord, sample.lines.count) {
      switch unsafe split.add(sample.lines[place], of: bytes) {
      case .unsound: return (nil, 1)
      case .open: continue
      case .ended:
        if split.fields.count > 1 {
          for field in split.fields { unsafe shapes.note(field, of: bytes, dialect) }
        }
        return (split.fields.count, place - first + 1)
      }
    }
    return (nil, 1)
  }

  private static let longestRecord = 20

  /// How much a dialect is favoured, in per cent, where all else is equal.
  private var favour: Int {
    var favour = dialect == .standard ? 102 : 100
    if dialect.delimiter == [0x20] { favour -= 25 }
    if dialect.quote == nil { favour -= 15 }
    return favour
  }

  /// Whether to take this dialect and not one that stood before it.
  func isBetter(than other: DialectTrial) -> Bool {
    if dialect.delimiter == [0x2C, 0x20], other.dialect.delimiter == [0x2C],
      dialect.quote == other.dialect.quote
    {
      // Commas that are all followed by a space; one that is not makes a record narrower.
      return records >= 3 && width == other.width && fitting == other.fitting
        && fitting == records
    }
    // Stray quotes in a table of quoted fields are repaired one by one.
    if dialect.quote == nil, other.dialect.quote != nil,
      (other.fitting + other.mendable) * 2 >= other.records
    {
      return false
    }
    // An apostrophe within words is no quote.
    if dialect.quote == 0x27, shapes.quoted == 0 { return false }
    // A quote that is the apostrophe of a few names parts the fields that another one holds together.
    if dialect.quote != other.dialect.quote, shapes.quoted < other.shapes.quoted,
      other.fitting * 2 >= other.records
    {
      return false
    }
    // Plain text has spaces too: a table by spaces shows figures.
    if dialect.delimiter == [0x20] {
      guard records >= 3, width >= 3, shapes.holdFigures else { return false }
    }
    return score > other.score
  }

  /// How sure the dialect is, from 0 to 100, beside what the others make of the lines.
  func confidence(against others: [DialectTrial]) -> Int {
    // The same delimiter with other quotes, or with the blank behind it, is no rival.
    // That quotes are text is told whenever it is a guess.
    if dialect.quote == nil { return 60 }
    let rival = others.filter { $0.dialect.delimiter.first != dialect.delimiter.first }
      .max { $0.score < $1.score }
    guard score > 0, let rival else { return 100 }
    let isWhole = fitting * 20 >= records * 19 && width > rival.width
    let margin = isWhole ? 90 : min(100, 150 - min(100, rival.score * 100 / score))
    return dialect == .standard ? margin : min(margin, 30 + 70 * fitting / records)
  }

  /// What speaks for it.
  var evidence: String {
    width == 1
      ? "no delimiter sets the lines' fields apart"
      : "\(fitting) of the first \(records) records have \(width) fields each"
  }
}

/// How much the cells of a trial look like cells.
struct CellShapes {
  private var cells = 0
  private var figures = 0
  private var points = 0
  /// How many cells stand between quotes.
  private(set) var quoted = 0

  /// The average over all filled cells, from 0 to 1000.
  var plausibility: Int { cells == 0 ? 500 : points / cells }

  /// Whether a quarter of the filled cells are figures.
  var holdFigures: Bool { figures * 4 >= cells }

  mutating func note(
    _ field: RecordSplit.Field, of bytes: UnsafeRawBufferPointer, _ dialect: Dialect
  ) {
    let cell = unsafe UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.end])
    guard let first = unsafe cell.first(where: { $0 != 0x20 }),
      let last = unsafe cell.last(where: { $0 != 0x20 })
    else { return }
    cells += 1
    if field.isQuoted {
      quoted += 1
      points += 900
    } else if first == last, first == 0x22 || first == 0x27, cell.count > 1 {
      points += 100
    } else if unsafe CellShapes.holdsDelimiter(cell) {
      points += 200
    } else if unsafe CellShapes.isFigure(cell) {
      figures += 1
      points += 1000
    } else {
      points += 800
    }
  }

  /// Whether an unquoted cell holds what other dialects set fields apart by.
  private static func holdsDelimiter(_ cell: UnsafeRawBufferPointer) -> Bool {
    for place in 0..<cell.count {
      switch unsafe cell[place] {
      case 0x3B, 0x7C, 0x09: return true
      // A comma and a space is how people write lists.
      case 0x2C: if unsafe place + 1 == cell.count || cell[place + 1] != 0x20 { return true }
      default: continue
      }
    }
    return false
  }

  /// Digits with the signs of amounts, dates and times.
  private static func isFigure(_ cell: UnsafeRawBufferPointer) -> Bool {
    var hasDigit = false
    for place in 0..<cell.count {
      switch unsafe cell[place] {
      case 0x30...0x39: hasDigit = true
      // Space, $ % ( ) + - . / : and the bytes of a pound or euro sign.
      case 0x20, 0x24, 0x25, 0x28, 0x29, 0x2B, 0x2D...0x2F, 0x3A, 0x80...: continue
      default: return false
      }
    }
    return hasDigit
  }
}
