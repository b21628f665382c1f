/// Where a quote that is open at a line's end leads, line by line.
///
/// Lines that all end inside quotes share one trail, so that a file of such lines is walked once and
/// not once for each of them. A trail is only remembered: what it says follows from the bytes.
struct OpenQuoteTrail {
  /// A line end at which a quoted field is open, with counts from the trail's start up to it.
  struct Stop {
    var lineEnd: Int64
    /// Where the line ended on which the open field was opened.
    var openedLineEnd: Int64
    /// How many fields were ended.
    var fields: Int
    /// How many lines have the table's width when read by themselves.
    var alike: Int
    /// How many lines are blank.
    var blank: Int
  }

  /// How the trail ends.
  enum End {
    /// It has been followed to its last stop only.
    case unknown
    /// A field closes and a record ends, with these many fields after the last stop; the last line
    /// may have the table's width when read by itself.
    case closed(fields: Int, isAlike: Bool)
    /// At a quote that cannot be, or the end of the file.
    case unsound
  }

  private(set) var stops: [Stop] = []
  private(set) var end = End.unknown

  /// The place among the stops of a line end; a new trail begins there if it is none of them.
  mutating func stop(at lineEnd: Int64) -> Int {
    var (low, high) = (0, stops.count)
    while low < high {
      let middle = (low + high) / 2
      if stops[middle].lineEnd < lineEnd { low = middle + 1 } else { high = middle }
    }
    if low < stops.count, stops[low].lineEnd == lineEnd { return low }
    end = .unknown
    stops = [Stop(lineEnd: lineEnd, openedLineEnd: lineEnd, fields: 0, alike: 0, blank: 0)]
    return 0
  }

  /// Follows the trail over the next line, which ends at `lineEnd`.
  mutating func follow(
    _ line: UnsafeRawBufferPointer, endingAt lineEnd: Int64, dialect: Dialect, width: Int?
  ) {
    guard let last = stops.last else { return }
    let isAlike = unsafe width != nil && OpenQuoteTrail.width(of: line, dialect) == width
    let isBlank = unsafe LineScanner.contentCount(of: line) == 0
    var split = RecordSplit(dialect: dialect, isInsideQuotes: true)
    switch unsafe split.add(0..<line.count, of: line) {
    case .ended: end = .closed(fields: split.fields.count - 1, isAlike: isAlike)
    case .unsound: end = .unsound
    case .open:
      let opened = split.fields.count > 1 ? lineEnd : last.openedLineEnd
      stops.append(
        Stop(
          lineEnd: lineEnd, openedLineEnd: opened, fields: last.fields + split.fields.count - 1,
          alike: last.alike + (isAlike ? 1 : 0), blank: last.blank + (isBlank ? 1 : 0)))
    }
  }

  /// Notes that the file ends behind the last stop.
  mutating func endFile() { end = .unsound }

  /// How many fields a line has by itself; nil where it is no whole record.
  private static func width(of line: UnsafeRawBufferPointer, _ dialect: Dialect) -> Int? {
    var split = RecordSplit(dialect: dialect)
    return unsafe split.add(0..<line.count, of: line) == .ended ? split.fields.count : nil
  }

  /// Whether a record is to be believed that begins with a line of `fields` fields, the last of them
  /// open at a stop, and runs to the trail's end.
  ///
  /// Quotes that are sound are believed, unless they swallow rows: lines that have the table's width
  /// by themselves, while the record has not, or has it but all of its lines have it too.
  func isBelievable(from stop: Int, fields: Int, width: Int?) -> Bool {
    guard case .closed(let lastFields, let isAlike) = end, let last = stops.last else {
      return false
    }
    guard let width, width > 1 else { return true }
    let lines = stops.count - 1 - stop - (last.blank - stops[stop].blank)
    let alike = last.alike - stops[stop].alike
    if fields + last.fields - stops[stop].fields + lastFields == width {
      return width == 2 || lines == 0 || alike < lines || !isAlike
    }
    return lines == 0 ? !isAlike : alike * 2 < lines
  }
}
