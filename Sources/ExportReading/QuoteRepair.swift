/// Looks for the one reading of a row with misplaced quotes that gives it the table's usual width.
///
/// A reading takes each field as text between delimiters or as text between quotes, and pays for what
/// it has to bear with: a quote at a field's start that is text, a quote inside quotes that is not
/// doubled, a delimiter that is missing behind a closing quote. Of all readings with the wanted
/// number of fields the cheapest is taken, unless another one is as cheap.
struct QuoteRepair {
  /// A reading of a row.
  struct Reading: Equatable {
    var fields: [RecordSplit.Field]
    /// The first byte that it had to bear with.
    var firstFault: Int
    /// The field that holds it, from 0.
    var column: Int
  }

  private let text: [UInt8]
  private let end: Int
  private let split: RecordSplit
  private let dialect: Dialect
  private let width: Int
  /// The quotes that no backslash escapes.
  private var quotes: [Int] = []
  /// Where fields can start, in order, and the best way to each with each number of fields before.
  private var starts: [Int] = [0]
  private var ways: [Int: [Way]] = [:]

  /// The best way from the row's start to a field's start.
  private struct Way {
    var cost = Int.max
    /// How many ways cost the same, up to 2.
    var count = 0
    var from = 0
    var field = RecordSplit.Field(start: 0, end: 0, isQuoted: false)
    /// The first byte that the last field had to bear with; nil: none.
    var fault: Int?
  }

  private enum Cost {
    static let quoteIsText = 2
    static let delimiterIsMissing = 3
    /// What costs more is no repair but a guess.
    static let most = 12
  }
  /// Rows with more quotes than two a field and these, or wider rows, are not looked at.
  private static let mostExtraQuotes = 40
  private static let widest = 500

  /// A search in a row's text, without its last line end, for a reading of `width` fields.
  init(_ text: [UInt8], end: Int, dialect: Dialect, width: Int) {
    self.text = text
    self.end = end
    self.dialect = dialect
    self.width = width
    split = RecordSplit(dialect: dialect)
  }

  /// The one cheapest reading; nil where there is none, or more than one.
  mutating func reading() -> Reading? {
    guard let quote = dialect.quote, width <= QuoteRepair.widest else { return nil }
    unsafe text.withUnsafeBytes { unsafe findQuotes(quote, in: $0) }
    guard quotes.count <= 2 * width + QuoteRepair.mostExtraQuotes else { return nil }
    ways[0] = [Way(cost: 0, count: 1)]
    var next = 0
    while next < starts.count {
      let start = starts[next]
      next += 1
      unsafe text.withUnsafeBytes { unsafe follow(start, in: $0) }
    }
    return best()
  }

  private mutating func findQuotes(_ quote: UInt8, in text: UnsafeRawBufferPointer) {
    var place = 0
    while place < end {
      let isEscape = unsafe split.isEscape(place, end, text)
      if unsafe text[place] == quote { quotes.append(place) }
      if isEscape, unsafe text[place] != quote { place += 1 }
      place += 1
    }
  }

  /// Takes the field that starts at a place in each way it can be taken.
  private mutating func follow(_ start: Int, in text: UnsafeRawBufferPointer) {
    let first = unsafe split.passBlanks(from: start, end, text)
    let isQuoted = unsafe first < end && text[first] == dialect.quote
    unsafe takeAsText(start, startsWithQuote: isQuoted, first, in: text)
    if isQuoted { unsafe takeAsQuoted(start, opening: first, in: text) }
  }

  private mutating func takeAsText(
    _ start: Int, startsWithQuote: Bool, _ first: Int, in text: UnsafeRawBufferPointer
  ) {
    var stop = start
    while stop < end, unsafe !split.isDelimiter(at: stop, end, text) {
      if unsafe text[stop] == 0x0A || text[stop] == 0x0D { return }
      stop += 1
    }
    // What begins and ends with a quote is a quoted field, whatever stands between.
    if startsWithQuote, stop - first > 1,
      let last = unsafe text[first..<stop].last(where: { $0 != 0x20 && $0 != 0x09 }),
      last == dialect.quote, unsafe text[first + 1..<stop].contains(where: { $0 == dialect.quote })
    {
      return
    }
    let field = RecordSplit.Field(start: start, end: stop, isQuoted: false)
    let fault = startsWithQuote ? first : nil
    reach(
      stop < end ? stop + dialect.delimiter.count : end + 1, from: start, field,
      cost: startsWithQuote ? Cost.quoteIsText : 0, fault: fault)
  }

  private mutating func takeAsQuoted(
    _ start: Int, opening: Int, in text: UnsafeRawBufferPointer
  ) {
    var (cost, run) = (0, 0)
    var fault: Int?
    let opener = quotes.firstIndex(of: opening) ?? 0
    for index in quotes.indices.dropFirst(opener + 1) {
      let place = quotes[index]
      // The quotes of a run before this one stand for themselves in pairs; an odd one is text.
      run = index > opener + 1 && quotes[index - 1] == place - 1 ? run + 1 : 0
      let odd = run.isMultiple(of: 2) ? 0 : Cost.quoteIsText
      let field = RecordSplit.Field(start: opening + 1, end: place, isQuoted: true)
      let after = unsafe split.passBlanks(from: place + 1, end, text)
      let textFault = fault ?? (odd > 0 ? place - 1 : nil)
      if after == end {
        reach(end + 1, from: start, field, cost: cost + odd, fault: textFault)
      } else if unsafe split.isDelimiter(at: after, end, text) {
        reach(
          after + dialect.delimiter.count, from: start, field, cost: cost + odd, fault: textFault)
      } else if unsafe canStartField(after, index, in: text) {
        reach(
          place + 1, from: start, field, cost: cost + odd + Cost.delimiterIsMissing,
          fault: textFault ?? place)
      }
      // A run that ends here with an odd number leaves one quote that is text.
      let isRunEnd = index + 1 == quotes.count || quotes[index + 1] != place + 1
      if isRunEnd, run.isMultiple(of: 2) {
        cost += Cost.quoteIsText
        fault = fault ?? place
      }
      if cost > Cost.most { return }
    }
  }

  /// Whether a field may start behind a closing quote without a delimiter: a quoted one, or text
  /// without quotes.
  private func canStartField(
    _ place: Int, _ index: Int, in text: UnsafeRawBufferPointer
  ) -> Bool {
    guard index + 1 < quotes.count, quotes[index + 1] != place else { return true }
    return (place..<quotes[index + 1]).contains {
      unsafe split.isDelimiter(at: $0, end, text)
    }
  }

  /// Notes a way to the field start at `place`; `end` + 1 is the row's end.
  private mutating func reach(
    _ place: Int, from start: Int, _ field: RecordSplit.Field, cost: Int, fault: Int?
  ) {
    guard let before = ways[start] else { return }
    var known = ways[place] ?? []
    let isNew = known.isEmpty
    for (fields, way) in before.enumerated() where way.count > 0 && fields < width {
      let total = way.cost + cost
      guard total <= Cost.most else { continue }
      while known.count <= fields + 1 { known.append(Way()) }
      let rival = known[fields + 1]
      if total < rival.cost {
        known[fields + 1] = Way(
          cost: total, count: way.count, from: start, field: field, fault: fault)
      } else if total == rival.cost {
        known[fields + 1].count = 2
      }
    }
    guard !known.isEmpty else { return }
    ways[place] = known
    // A place that no way leads to is no start; one put here twice would be followed twice.
    if isNew, place <= end {
      starts.insert(place, at: starts.firstIndex { $0 > place } ?? starts.count)
    }
  }

  /// The way to the row's end with the wanted number of fields, if it is the only cheapest.
  private func best() -> Reading? {
    guard let ends = ways[end + 1], ends.count > width, ends[width].count == 1 else { return nil }
    var (place, count, fields) = (end + 1, width, [RecordSplit.Field]())
    var fault: (byte: Int, column: Int)?
    while count > 0, let way = ways[place]?[count] {
      fields.append(way.field)
      if let byte = way.fault { fault = (byte, count - 1) }
      (place, count) = (way.from, count - 1)
    }
    guard let fault else { return nil }
    return Reading(fields: fields.reversed(), firstFault: fault.byte, column: fault.column)
  }
}

extension QuoteRepair {
  /// Whether a line has one reading of `width` fields in which a field stands between quotes.
  static func mends(_ line: some BidirectionalCollection<UInt8>, dialect: Dialect, width: Int)
    -> Bool
  {
    let lineEnd = line.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
    var repair = QuoteRepair(
      Array(line), end: line.count - lineEnd, dialect: dialect, width: width)
    return repair.reading()?.fields.contains(where: \.isQuoted) == true
  }
}
