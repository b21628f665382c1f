/// The cells of one record that is in memory, where its quotes stand as the dialect has them.
///
/// Repairs are tried with it; ``RecordReader`` reads whole files, and takes quotes in unquoted cells
/// for text.
package struct SoundCells {
  /// A cell.
  package struct Cell {
    /// What it says.
    package var bytes: [UInt8]
    /// Where it stands in the record; of a quoted cell without its quotes.
    package var place: Range<Int>
    /// Whether quotes stand around it.
    package var isQuoted: Bool
  }

  /// In the order of the record.
  package let cells: [Cell]

  /// The cells of a record without its line end; nil where a quote stands in a place that the
  /// dialect does not allow.
  package init?(_ record: [UInt8], dialect: Dialect) {
    var split = RecordSplit(dialect: dialect)
    let outcome = unsafe record.withUnsafeBytes { unsafe split.add(0..<record.count, of: $0) }
    guard outcome == .ended else { return nil }
    if split.fields.isEmpty {
      split = RecordSplit(
        dialect: dialect, fields: [RecordSplit.Field(start: 0, end: 0, isQuoted: false)])
    }
    var cells: [Cell] = []
    for field in split.fields {
      let place = field.start..<field.end
      if !field.isQuoted, record[place].contains(where: { $0 == dialect.quote }) { return nil }
      cells.append(
        Cell(
          bytes: split.text(of: field, in: record), place: place, isQuoted: field.isQuoted))
    }
    self.cells = cells
  }
}

extension RecordSplit {
  /// What a field says, its escapes undone.
  fileprivate func text(of field: Field, in record: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    unsafe record.withUnsafeBytes { unsafe append(field, of: $0, to: &text) }
    return text
  }
}
