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

  /// A row's quotes are looked at one by one only where they and its bytes are no more than this.
  private static let mostQuoteBytes = 1 << 20
  private static let mostJoined = 5
  private static let delimiters: [[UInt8]] = [
    [0x2C], [0x3B], [0x09], [0x7C], [0x20], [0x2C, 0x20],
  ]

  /// Repairs in a dialect, for a table of `width` columns.
  init(dialect: Dialect, forms: ColumnForms, width: Int) {
    (self.dialect, self.forms, self.width) = (dialect, forms, width)
  }

  /// The one reading of a record, without its line end, that fits the columns; nil: none or several.
  func reading(of bytes: [UInt8]) -> (cells: [[UInt8]], fault: Fault)? {
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
    let sound = SoundCells(bytes, dialect: dialect)?.cells
    for fault in Fault.allCases {
      readings(of: bytes, sound, fault, fit) { cells, fitted in
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
    of bytes: [UInt8], _ sound: [SoundCells.Cell]?, _ fault: Fault, _ fit: ColumnForms.Fit,
    _ take: ([[UInt8]], [[UInt8]]) -> Void
  ) {
    let ends = FittingEnds(sound?.map(\.bytes) ?? [], forms, width: width, fit)
    switch fault {
    case .delimiterMissing:
      if let sound, sound.count != width - 1 { break }
      if let sound { withCellDivided(sound, ends) { take($0, $0) } }
      withDelimiterBesideQuote(bytes) { take($0, $0) }
    case .delimiterExtra: withDelimiterRemoved(ends) { take($0, $0) }
    case .delimiterUnquoted: withCellsJoined(ends) { take($0, $0) }
    case .delimiterOther: inOtherDialects(bytes) { take($0, $0) }
    case .quoteStray: withLiteralQuote(bytes, take)
    }
  }

  /// A sound row with a cell too few: one of them is two.
  private func withCellDivided(
    _ sound: [SoundCells.Cell], _ ends: FittingEnds, _ take: ([[UInt8]]) -> Void
  ) {
    for (place, cell) in sound.enumerated() where ends.fit(without: place..<(place + 1)) {
      for count in 0...cell.bytes.count
      where !cell.isQuoted || count == 0 || count == cell.bytes.count {
        let parts = [Array(cell.bytes[..<count]), Array(cell.bytes[count...])]
        take(ends.cells[..<place] + parts + ends.cells[(place + 1)...])
      }
    }
  }

  /// A delimiter is missing before or behind a quote, also between two that seem to be a doubled one.
  private func withDelimiterBesideQuote(_ bytes: [UInt8], _ take: ([[UInt8]]) -> Void) {
    for quote in quotes(in: bytes) {
      for place in [quote, quote + 1] {
        var edited = bytes
        edited.insert(contentsOf: dialect.delimiter, at: place)
        if let record = SoundCells(edited, dialect: dialect) { take(record.cells.map(\.bytes)) }
      }
    }
  }

  /// The places of the quotes; none where there are too many to try each.
  private func quotes(in bytes: [UInt8]) -> [Int] {
    let places = bytes.indices.filter { bytes[$0] == dialect.quote }
    return places.count * bytes.count <= RowRepair.mostQuoteBytes ? places : []
  }

  /// Only a delimiter whose removal takes a blank cell away is too much.
  private func withDelimiterRemoved(_ ends: FittingEnds, _ take: ([[UInt8]]) -> Void) {
    guard ends.cells.count == width + 1 else { return }
    for place in ends.cells.indices
    where ends.cells[place].isEmpty && ends.fit(without: place..<(place + 1)) {
      take(Array(ends.cells[..<place] + ends.cells[(place + 1)...]))
    }
  }

  private func withCellsJoined(_ ends: FittingEnds, _ take: ([[UInt8]]) -> Void) {
    let extra = ends.cells.count - width
    guard (1...RowRepair.mostJoined).contains(extra) else { return }
    for place in 0..<width where ends.fit(without: place..<(place + extra + 1)) {
      let parts = ends.cells[place...(place + extra)]
      guard parts.allSatisfy({ !$0.isEmpty }) else { continue }
      let joined = Array(parts.joined(separator: dialect.delimiter))
      take(ends.cells[..<place] + [joined] + ends.cells[(place + extra + 1)...])
    }
  }

  private func inOtherDialects(_ bytes: [UInt8], _ take: ([[UInt8]]) -> Void) {
    for delimiter in RowRepair.delimiters where delimiter != dialect.delimiter {
      let other = Dialect(delimiter: delimiter, quote: dialect.quote, escape: dialect.escape)
      if let record = SoundCells(bytes, dialect: other) { take(record.cells.map(\.bytes)) }
    }
  }

  /// The stray quote stays in the text, and is left out where the text is held against its column.
  private func withLiteralQuote(_ bytes: [UInt8], _ take: ([[UInt8]], [[UInt8]]) -> Void) {
    for place in quotes(in: bytes) {
      var without = bytes
      without.remove(at: place)
      guard let record = SoundCells(without, dialect: dialect), record.cells.count == width,
        // A cell's own quote stands before its first byte.
        let column = record.cells.firstIndex(where: {
          ($0.place.lowerBound - ($0.isQuoted ? 1 : 0)...$0.place.upperBound).contains(place)
        }), let text = text(of: record.cells[column], in: without, quoteAt: place)
      else { continue }
      let fitted = record.cells.map(\.bytes)
      var cells = fitted
      cells[column] = text
      take(cells, fitted)
    }
  }

  /// A cell with one more quote, which is text; nil where it would part two bytes that stand for one.
  private func text(
    of cell: SoundCells.Cell, in record: [UInt8], quoteAt place: Int
  ) -> [UInt8]? {
    guard let quote = dialect.quote else { return nil }
    if !cell.isQuoted || place <= cell.place.lowerBound {
      var text = cell.bytes
      text.insert(quote, at: max(0, place - cell.place.lowerBound))
      return text
    }
    let parts = [cell.place.lowerBound..<place, place..<cell.place.upperBound].map {
      SoundCells([quote] + record[$0] + [quote], dialect: dialect)?.cells
    }
    guard let first = parts[0], let second = parts[1], first.count == 1, second.count == 1 else {
      return nil
    }
    return first[0].bytes + [quote] + second[0].bytes
  }
}
