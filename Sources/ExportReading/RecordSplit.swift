import Glibc

/// Splits one record into fields, line by line, as RFC 4180 and a dialect say.
///
/// It is the plain and careful counterpart of libcsv: it takes every dialect, keeps each field's
/// place, and says at which byte a quote stands wrong. Blanks around a quoted field are none of it.
struct RecordSplit {
  /// Where one field stands in the record.
  struct Field: Equatable {
    /// Its first byte; of a quoted field the one after the quote.
    var start: Int
    /// The byte after its last one; of a quoted field its closing quote.
    var end: Int
    var isQuoted: Bool
  }

  /// How a line ends.
  enum Outcome: Equatable {
    /// With the record.
    case ended
    /// Inside a quoted field.
    case open
    /// Nowhere: the byte at this place is wrong, a quote or what follows one.
    case unsound(at: Int)
  }

  /// The fields so far; the last one is open after a line that ends inside quotes.
  private(set) var fields: [Field] = []
  /// Where the line ends on which the open field was opened.
  private(set) var openLineEnd = 0
  private let dialect: Dialect
  private let firstOfDelimiter: UInt8
  private var isOpen: Bool

  /// A split that begins at a record's first byte, or inside a quoted field of it.
  init(dialect: Dialect, isInsideQuotes: Bool = false) {
    self.dialect = dialect
    firstOfDelimiter = dialect.delimiter.first ?? 0x2C
    isOpen = isInsideQuotes
    if isInsideQuotes { fields = [Field(start: 0, end: 0, isQuoted: true)] }
  }

  /// A record whose fields are known.
  init(dialect: Dialect, fields: [Field]) {
    self.init(dialect: dialect)
    self.fields = fields
  }

  /// Takes the record's next line, which stands at `lines` of the record's bytes, its line end
  /// included.
  mutating func add(_ line: Range<Int>, of record: UnsafeRawBufferPointer) -> Outcome {
    let content = unsafe LineScanner.contentCount(
      of: UnsafeRawBufferPointer(rebasing: record[line]))
    let end = line.lowerBound + content
    var place = line.lowerBound
    if isOpen {
      guard let outcome = unsafe closeField(&place, end, line.upperBound, record) else {
        return unsafe splitFields(from: place, end, line.upperBound, record)
      }
      return outcome
    }
    if fields.isEmpty, content == 0 { return .ended }
    return unsafe splitFields(from: place, end, line.upperBound, record)
  }

  /// Splits from a field's first byte on.
  private mutating func splitFields(
    from first: Int, _ end: Int, _ lineEnd: Int, _ record: UnsafeRawBufferPointer
  ) -> Outcome {
    var place = first
    while true {
      let start = place
      place = unsafe passBlanks(from: place, end, record)
      if place < end, let quote = dialect.quote, unsafe record[place] == quote {
        place += 1
        fields.append(Field(start: place, end: place, isQuoted: true))
        openLineEnd = lineEnd
        if let outcome = unsafe closeField(&place, end, lineEnd, record) { return outcome }
      } else {
        let delimiter = unsafe nextDelimiter(from: start, end, record)
        fields.append(Field(start: start, end: delimiter ?? end, isQuoted: false))
        guard let delimiter else { return .ended }
        place = delimiter + dialect.delimiter.count
      }
    }
  }

  /// Goes to the end of the open quoted field; nil where another field follows, at `place`.
  private mutating func closeField(
    _ place: inout Int, _ end: Int, _ lineEnd: Int, _ record: UnsafeRawBufferPointer
  ) -> Outcome? {
    isOpen = false
    while let quote = unsafe nextQuote(from: place, end, record) {
      if unsafe isEscape(quote, end, record) {
        place = quote + 2
        continue
      }
      fields[fields.count - 1].end = quote
      let after = unsafe passBlanks(from: quote + 1, end, record)
      if after == end { return .ended }
      guard unsafe isDelimiter(at: after, end, record) else { return .unsound(at: quote) }
      place = after + dialect.delimiter.count
      return nil
    }
    isOpen = true
    fields[fields.count - 1].end = lineEnd
    return .open
  }

  /// The next quote, or the next backslash that escapes one.
  private func nextQuote(from start: Int, _ end: Int, _ record: UnsafeRawBufferPointer) -> Int? {
    guard let quote = dialect.quote, start < end, let base = record.baseAddress else {
      return nil
    }
    if dialect.escape == .backslash {
      return (start..<end).first { place in
        unsafe record[place] == quote || isEscape(place, end, record)
      }
    }
    // Safe: start and end lie within the record.
    guard let found = unsafe memchr(base + start, Int32(quote), end - start) else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }

  /// Whether two bytes inside quotes stand for one: `""`, or `\"` and `\\` in dialects that escape.
  func isEscape(_ place: Int, _ end: Int, _ record: UnsafeRawBufferPointer) -> Bool {
    guard place + 1 < end, let quote = dialect.quote else { return false }
    let (first, second) = unsafe (record[place], record[place + 1])
    if first == quote { return second == quote }
    return dialect.escape == .backslash && first == 0x5C && (second == quote || second == 0x5C)
  }

  func isDelimiter(at place: Int, _ end: Int, _ record: UnsafeRawBufferPointer) -> Bool {
    guard place < end, unsafe record[place] == firstOfDelimiter else { return false }
    let delimiter = dialect.delimiter
    return unsafe delimiter.count == 1
      || place + delimiter.count <= end
        && record[place..<place + delimiter.count].elementsEqual(delimiter)
  }

  private func nextDelimiter(
    from start: Int, _ end: Int, _ record: UnsafeRawBufferPointer
  ) -> Int? {
    var place = start
    while place < end, let base = record.baseAddress,
      // Safe: place and end lie within the record.
      let found = unsafe memchr(base + place, Int32(firstOfDelimiter), end - place)
    {
      place = unsafe UnsafeRawPointer(found) - base
      if unsafe isDelimiter(at: place, end, record) { return place }
      place += 1
    }
    return nil
  }

  /// Goes over spaces and tabs that are not delimiters themselves.
  func passBlanks(from start: Int, _ end: Int, _ record: UnsafeRawBufferPointer) -> Int {
    var place = start
    while place < end, unsafe record[place] == 0x20 || record[place] == 0x09,
      unsafe !isDelimiter(at: place, end, record)
    {
      place += 1
    }
    return place
  }
}

extension RecordSplit {
  /// Writes the record as libcsv takes it with certainty: fields set apart by `delimiter`, and
  /// between quotes only where they need them.
  func rewrite(
    _ record: UnsafeRawBufferPointer, into text: inout [UInt8], delimiter: UInt8, quote: UInt8
  ) {
    text.removeAll(keepingCapacity: true)
    for (place, field) in fields.enumerated() {
      if place > 0 { text.append(delimiter) }
      let first = text.count
      unsafe append(field, of: record, to: &text)
      let needsQuotes = text[first...].contains {
        $0 == delimiter || $0 == quote || $0 == 0x0A || $0 == 0x0D
      }
      // A lone empty field without quotes would be a blank line.
      guard needsQuotes || fields.count == 1 && text.count == first else { continue }
      let plain = Array(text[first...])
      text.removeSubrange(first...)
      text.append(quote)
      for byte in plain {
        if byte == quote { text.append(quote) }
        text.append(byte)
      }
      text.append(quote)
    }
  }

  func append(
    _ field: Field, of record: UnsafeRawBufferPointer, to text: inout [UInt8]
  ) {
    guard field.isQuoted else {
      return unsafe text.append(contentsOf: record[field.start..<field.end])
    }
    var place = field.start
    while place < field.end {
      if unsafe isEscape(place, field.end, record) { place += 1 }
      unsafe text.append(record[place])
      place += 1
    }
  }
}
