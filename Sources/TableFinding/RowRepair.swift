import ExportReading

/// Puts a row right that one stray or missing sign has broken, where exactly one reading fits the
/// table's columns.
struct RowRepair {
  /// What was the matter with a row.
  enum Fault: String, CaseIterable {
    case delimiterMissing = "a delimiter was missing"
    case delimiterExtra = "a delimiter stood too much"
    case delimiterUnquoted = "a delimiter within a text stood outside quotes"
    case delimiterOther = "another delimiter was used"
    case quoteStray = "a stray quote stood before a text"
  }

  let dialect: Dialect
  let forms: ColumnForms
  /// How many columns the table has.
  let width: Int

  /// How many more bytes may be looked at: in a long record every place is a possible reading.
  private var bytesLeft = 1 << 28
  private static let mostJoined = 5
  private static let delimiters: [[UInt8]] = [
    [0x2C], [0x3B], [0x09], [0x7C], [0x20], [0x2C, 0x20],
  ]

  /// Repairs in a dialect, for a table of `width` columns.
  init(dialect: Dialect, forms: ColumnForms, width: Int) {
    (self.dialect, self.forms, self.width) = (dialect, forms, width)
  }

  /// The one reading of a record, without its line end, that fits the columns; nil: none or several.
  mutating func reading(of bytes: [UInt8]) -> (cells: [[UInt8]], fault: Fault)? {
    guard bytes.count * bytes.count <= bytesLeft else { return nil }
    bytesLeft -= bytes.count * bytes.count
    for fit in [ColumnForms.Fit.strict, .loose] {
      let found = readings(of: bytes, fit)
      if let only = found.first { return found.count == 1 ? only : nil }
    }
    return nil
  }

  /// The different readings that fit the columns, up to the second.
  private func readings(
    of bytes: [UInt8], _ fit: ColumnForms.Fit
  ) -> [(cells: [[UInt8]], fault: Fault)] {
    var found: [(cells: [[UInt8]], fault: Fault)] = []
    for fault in Fault.allCases {
      readings(of: bytes, fault) { cells, fitted in
        guard found.count < 2, cells.count == width, cells != found.first?.cells,
          forms.fit(fitted, fit)
        else { return }
        found.append((cells, fault))
      }
    }
    return found
  }

  /// Gives each reading under one fault: its cells, and the cells as they are held against the
  /// columns.
  private func readings(
    of bytes: [UInt8], _ fault: Fault, _ take: ([[UInt8]], [[UInt8]]) -> Void
  ) {
    switch fault {
    case .delimiterMissing: withDelimiterInserted(bytes) { take($0, $0) }
    case .delimiterExtra: withDelimiterRemoved(bytes) { take($0, $0) }
    case .delimiterUnquoted: withCellsJoined(bytes) { take($0, $0) }
    case .delimiterOther: inOtherDialects(bytes) { take($0, $0) }
    case .quoteStray: withLiteralQuote(bytes, take)
    }
  }

  private func withDelimiterInserted(_ bytes: [UInt8], _ take: ([[UInt8]]) -> Void) {
    let record = SoundRecord(dialect: dialect)
    if let cells = record.cells(of: bytes), cells.count != width - 1 { return }
    for place in 0...bytes.count {
      var edited = bytes
      edited.insert(contentsOf: dialect.delimiter, at: place)
      if let cells = record.cells(of: edited) { take(cells) }
    }
  }

  /// Only a delimiter whose removal takes a blank cell away is too much.
  private func withDelimiterRemoved(_ bytes: [UInt8], _ take: ([[UInt8]]) -> Void) {
    guard let cells = SoundRecord(dialect: dialect).cells(of: bytes), cells.count == width + 1
    else { return }
    for place in cells.indices where cells[place].isEmpty {
      var edited = cells
      edited.remove(at: place)
      take(edited)
    }
  }

  private func withCellsJoined(_ bytes: [UInt8], _ take: ([[UInt8]]) -> Void) {
    guard let cells = SoundRecord(dialect: dialect).cells(of: bytes), cells.count > width,
      cells.count <= width + RowRepair.mostJoined
    else { return }
    let extra = cells.count - width
    for place in 0..<width {
      let parts = cells[place...(place + extra)]
      guard parts.allSatisfy({ !$0.isEmpty }) else { continue }
      let joined = Array(parts.joined(separator: dialect.delimiter))
      take(cells[..<place] + [joined] + cells[(place + extra + 1)...])
    }
  }

  private func inOtherDialects(_ bytes: [UInt8], _ take: ([[UInt8]]) -> Void) {
    for delimiter in RowRepair.delimiters where delimiter != dialect.delimiter {
      let other = Dialect(delimiter: delimiter, quote: dialect.quote, escape: dialect.escape)
      if let cells = SoundRecord(dialect: other).cells(of: bytes) { take(cells) }
    }
  }

  /// The stray quote stays in the text, and is left out where the text is held against its column.
  private func withLiteralQuote(_ bytes: [UInt8], _ take: ([[UInt8]], [[UInt8]]) -> Void) {
    let record = SoundRecord(dialect: dialect)
    for place in bytes.indices where bytes[place] == dialect.quote {
      guard let cells = record.cells(of: bytes, literalQuote: place), cells.count == width else {
        continue
      }
      var without = bytes
      without.remove(at: place)
      if let fitted = record.cells(of: without) { take(cells, fitted) }
    }
  }
}
