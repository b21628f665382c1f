/// An export as publishers make them, which a seed decides: titles, a header, payments, totals,
/// blank rows and faults, with lines that are not UTF-8 and line ends of any kind.
package struct PollutedExport: Sendable {
  /// What a row was written as.
  package enum Kind: Sendable {
    /// Text above the header.
    case title
    case header
    case payment
    case blank
    /// The sum of all payments above it that are not faulty.
    case total
    /// The header once more.
    case repeatedHeader
    /// A payment that cannot be used, though its quotes are sound.
    case fault
    /// A payment with a quote where none belongs, which may take the rows below it along.
    case quoteFault
  }

  /// One row as it was written.
  package struct Row: Sendable {
    package var kind: Kind
    /// The bytes of the file that it takes, its line end included.
    package var bytes: Range<Int>
    /// What a payment states.
    package var pence: Int64
  }

  /// The header's cells.
  package static let headers = ["Date", "Supplier", "Service", "Amount"]

  /// The file.
  package private(set) var bytes: [UInt8] = []
  /// What was written, in order: the rows' bytes follow one another from the first byte to the last.
  package private(set) var rows: [Row] = []
  /// The sum of the payments so far.
  private var sum: Int64 = 0
  private var random: SeededNumbers
  private let lineEnds: [String]
  /// How many of ten rows are in Windows-1252.
  private let fallbackShare: UInt64
  private let kinds: [Kind]

  /// The export of a seed.
  package init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    lineEnds = random.pick([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]])
    fallbackShare = random.pick([0, 0, 3, 10])
    let sound: [Kind] = [.payment, .payment, .payment, .payment, .blank, .total, .repeatedHeader]
    kinds = random.pick([sound, sound + [.fault], sound + [.fault, .quoteFault]])
    for _ in 0..<random.next() % 3 { write(.title) }
    write(.header)
    for _ in 0..<(random.next() % 60) { write(random.pick(kinds)) }
    write(.payment, endsFile: random.pick([true, false]))
  }

  /// Whether any row has a quote where none belongs.
  package var hasQuoteFaults: Bool { rows.contains { $0.kind == .quoteFault } }

  /// What the rows of a kind state together, in pence.
  package func pence(of kind: Kind) -> Int64 {
    rows.filter { $0.kind == kind }.map(\.pence).reduce(0, +)
  }

  /// How many rows are of a kind.
  package func count(of kind: Kind) -> Int { rows.count { $0.kind == kind } }
}

extension PollutedExport {
  private mutating func write(_ kind: Kind, endsFile: Bool = false) {
    let start = bytes.count
    let pence = kind == .payment ? Int64(random.next() % 20_000_000) - 5_000_000 : 0
    sum += pence
    let text = text(of: kind, pence)
    bytes += encoded(text)
    if !endsFile { bytes += lineEnd }
    rows.append(Row(kind: kind, bytes: start..<bytes.count, pence: pence))
  }

  private var lineEnd: [UInt8] {
    mutating get {
      let picked = random.pick(lineEnds)
      // A lone LF after a CR would be the other half of its line end and no blank row.
      return Array((bytes.last == 0x0D && picked == "\n" ? "\r\n" : picked).utf8)
    }
  }

  private mutating func text(of kind: Kind, _ pence: Int64) -> String {
    switch kind {
    case .title: return random.pick(["Payments over £500", "Café spending,,,", "\"April, 2012\""])
    case .header, .repeatedHeader: return PollutedExport.headers.joined(separator: ",")
    case .blank: return random.pick(["", "", ",,,", " , ,,", "\"\",,,"])
    case .total:
      return random.pick(["Total,,,", ",Grand total,,"]) + PollutedExport.decimal(sum)
    case .payment: return "\(date),\(supplier),Homes,\(PollutedExport.decimal(pence))"
    case .fault:
      return date
        + random.pick([",Oak", ",Oak,Homes,12O.50", ",Oak,Homes,5.00,more", ",Oak,Homes,"])
    case .quoteFault:
      // None of them closes the quote of one above so that both rows make one sound record.
      return date
        + random.pick([
          ",\"Oak,Homes,5.00", ",\"Oak\" Ltd,Homes,5.00", ",Oak \"Old\" Ltd,Homes,5.00",
          ",Oak\" Ltd,Homes,5.00", ",\"Oak\"\"\",Homes,\"5.00",
        ])
    }
  }

  private var date: String {
    mutating get {
      let (day, month) = (random.next() % 28 + 1, random.next() % 12 + 1)
      return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/2012"
    }
  }

  private var supplier: String {
    mutating get {
      random.pick([
        "Oak House", "Café Ash", "Oak – Ash", "\"Oak, Ash & Co\"", "\"the \"\"Oak\"\"\"",
        "\"Oak\nHouse\"", "\"Oak\r\n\r\nHouse, ’s\"", "Total Ash Power", "",
      ])
    }
  }

  /// Pounds with two decimals.
  private static func decimal(_ pence: Int64) -> String {
    let (pounds, rest) = pence.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(pence < 0 ? "-" : "")\(pounds).\(rest < 10 ? "0" : "")\(rest)"
  }

  private mutating func encoded(_ text: String) -> [UInt8] {
    guard random.next() % 10 < fallbackShare else { return Array(text.utf8) }
    let characters: [Unicode.Scalar: UInt8] = ["£": 0xA3, "é": 0xE9, "–": 0x96, "’": 0x92]
    return text.unicodeScalars.map { characters[$0] ?? UInt8(ascii: $0) }
  }
}
