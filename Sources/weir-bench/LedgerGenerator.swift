import PoolModel

/// Makes up the rows of a ledger: nine columns as councils publish them, the same for a seed every
/// time.
struct LedgerGenerator {
  private var random: SeededRandom
  private var transaction: Int
  /// The bytes made so far and not yet taken.
  private var bytes: [UInt8] = []
  /// The month of all dates; nil: any of seven years.
  private var month: CalendarMonth?
  /// How many payees there are besides those of every ledger.
  private var payees = 0

  private static let chunkSize = 1 << 20
  private static let pound = Array("£".utf8)

  /// A generator; each seed gives its own rows and transaction numbers.
  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    transaction = 5_000_000 + Int(truncatingIfNeeded: seed % 100) * 10_000_000
    bytes.reserveCapacity(LedgerGenerator.chunkSize + 1024)
  }

  /// Writes a ledger of at least that many bytes: the header, then whole rows.
  ///
  /// - Parameters:
  ///   - path: the file to write.
  ///   - byteCount: its least size.
  ///   - seed: decides its rows.
  ///   - month: the month of all dates; nil: any of seven years.
  ///   - payees: how many payees half of the rows have, besides those of every ledger.
  /// - Throws: what writing throws.
  /// - Returns: how many rows it has, the header not counted.
  static func write(
    to path: String, byteCount: Int, seed: UInt64, month: CalendarMonth? = nil, payees: Int = 0
  ) throws(BenchError) -> Int {
    let file = try OutputFile(path: path)
    var generator = LedgerGenerator(seed: seed)
    generator.month = month
    generator.payees = payees
    generator.bytes.append(contentsOf: LedgerWords.header.utf8)
    var (written, rows) = (0, 0)
    while written + generator.bytes.count < byteCount {
      generator.appendRow()
      rows += 1
      if generator.bytes.count >= chunkSize {
        try file.write(generator.bytes)
        written += generator.bytes.count
        generator.bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(generator.bytes)
    return rows
  }

  private mutating func appendRow() {
    transaction += 1
    appendAny(of: LedgerWords.bodies)
    appendDate()
    appendNumber(transaction)
    append(",")
    appendPayee()
    append("\"Invoice ")
    appendNumber(random.within(1...99_999))
    append(" for services, period ")
    appendNumber(random.within(1...12))
    append("\",")
    appendAmount()
    append(",")
    appendVAT()
    append("\r\n")
  }

  /// A payee with the department and the category that pay it.
  ///
  /// Made-up payees have a word of four syllables for their number, so that no two are the same, and
  /// each is paid by one department for one thing, as most payees are.
  private mutating func appendPayee() {
    guard payees > 0, random.below(2) == 0 else {
      appendAny(of: LedgerWords.suppliers)
      appendAny(of: LedgerWords.departments)
      return appendAny(of: LedgerWords.categoryCells)
    }
    let payee = random.below(payees)
    var (number, name): (Int, [UInt8]) = (payee, [])
    for _ in 0..<4 {
      name += LedgerWords.syllables[number % LedgerWords.syllables.count]
      number /= LedgerWords.syllables.count
    }
    name[0] -= 0x20
    bytes.append(contentsOf: name)
    append(" Care Ltd,")
    bytes.append(contentsOf: LedgerWords.departments[payee % LedgerWords.departments.count])
    append(",")
    bytes.append(contentsOf: LedgerWords.categoryCells[payee % LedgerWords.categoryCells.count])
    append(",")
  }

  private mutating func appendDate() {
    appendNumber(random.within(1...28), digits: 2)
    append("/")
    if let month {
      appendNumber(Int(month.index) % 12 + 1, digits: 2)
      append("/")
      appendNumber(Int(month.index) / 12)
      append(",")
      return
    }
    appendNumber(random.within(1...12), digits: 2)
    append("/")
    appendNumber(random.within(2018...2024))
    append(",")
  }

  /// Most amounts with a pound sign, a few bare, negative or in brackets; thousands with commas.
  private mutating func appendAmount() {
    let pence = randomPence()
    let form = random.below(100)
    let isQuoted = pence >= 100_000
    if isQuoted { append("\"") }
    if form < 92 {
      bytes.append(contentsOf: LedgerGenerator.pound)
    } else if form >= 97 {
      append("-")
    } else if form >= 95 {
      append("(")
    }
    appendPounds(pence)
    if form == 95 || form == 96 { append(")") }
    if isQuoted { append("\"") }
  }

  /// The number of bits set among 21 is a bell curve, so that powers of two are spread about as the
  /// sizes of real invoices: half of them below £700, a few over £100,000.
  private mutating func randomPence() -> Int {
    let power = 1 << (5 + (random.next() >> 43).nonzeroBitCount)
    return power + random.below(power)
  }

  private mutating func appendPounds(_ pence: Int) {
    let pounds = pence / 100
    if pounds >= 1_000_000 {
      appendNumber(pounds / 1_000_000)
      append(",")
      appendNumber(pounds / 1000 % 1000, digits: 3)
      append(",")
      appendNumber(pounds % 1000, digits: 3)
    } else if pounds >= 1000 {
      appendNumber(pounds / 1000)
      append(",")
      appendNumber(pounds % 1000, digits: 3)
    } else {
      appendNumber(pounds)
    }
    append(".")
    appendNumber(pence % 100, digits: 2)
  }

  /// One row in five states it.
  private mutating func appendVAT() {
    guard random.below(5) == 0 else { return }
    bytes.append(contentsOf: LedgerGenerator.pound)
    appendPounds(random.below(9900))
  }

  /// A cell and the comma after it.
  private mutating func appendAny(of cells: [[UInt8]]) {
    bytes.append(contentsOf: cells[random.below(cells.count)])
    append(",")
  }

  private mutating func append(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount {
      // Safe: the index is below the text's length.
      unsafe bytes.append(text.utf8Start[index])
    }
  }

  /// A number with zeros in front where it has fewer digits.
  private mutating func appendNumber(_ number: Int, digits: Int = 1) {
    var (divisor, shown) = (1, 1)
    while shown < digits || number / divisor >= 10 {
      divisor *= 10
      shown += 1
    }
    while divisor > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
      divisor /= 10
    }
  }
}
