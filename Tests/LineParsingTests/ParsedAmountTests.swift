import ImportTestSupport
import MappingTables
import PoolModel
import Testing
@testable import LineParsing

struct ParsedAmountTests {
  private static func amount(
    _ text: String, _ unit: AmountColumn.Unit = .pounds
  ) -> ParsedAmount {
    let cell = Array(text.utf8)
    // Safe: the amount does not outlive the cell.
    return unsafe cell.withUnsafeBufferPointer { unsafe ParsedAmount($0, unit: unit) }
  }

  @Test(
    arguments: [
      ("0", 0), ("5", 500), ("-5", -500), ("+5", 500), ("1234.56", 123_456), ("961.3", 96_130),
      (".5", 50), ("-.05", -5), ("5.", 500), ("007", 700), ("-0.00", 0),
      ("1,234.56", 123_456), ("-1,234,567.89", -123_456_789), ("£1,234.56", 123_456),
      ("-£1,234.56", -123_456), ("£-1,234.56", -123_456), ("GBP 5", 500), ("£ 5.00", 500),
      ("(1,234.56)", -123_456), ("(£1,234.56)", -123_456), ("( 5.00 )", -500),
      ("£(5.00)", -500), ("1,234.56-", -123_456), ("5.00 -", -500), ("1,234.56 CR", -123_456),
      ("5.00cr", -500), ("5.00 DR", 500), ("- 5", -500),
      (" 500.00 ", 50_000), ("\u{A0}500.00\u{A0}", 50_000), ("\t-5\t", -500),
      ("−5", -500), ("–5.00", -500), ("5.00−", -500), ("-", 0), (" - ", 0), ("–", 0), ("£ -", 0),
      // Other marks of thousands, and the currency in letters.
      ("1 234.56", 123_456), ("1\u{A0}234\u{A0}567.89", 123_456_789),
      ("-1\u{2009}234.00", -123_400),
      ("1\u{202F}234.5", 123_450), ("1'234.56", 123_456), ("£1’234.56", 123_456),
      ("1,234.56 GBP", 123_456), ("5GBP", 500), ("-GBP 5.00", -500), ("(GBP 5)", -500),
      ("5.00 GBP CR", -500),
      // Pound signs that were misread before the export was written.
      ("?1,234.56", 123_456), ("-\u{FFFD}5", -500), ("(?5.00)", -500), ("&pound;5.00", 500),
      ("Â£1,234.56", 123_456), ("-┬ú5", -500), ("(¬£5.00)", -500),
      ("1E3", 100_000), ("1.5e+2", 15_000), ("12345E-2", 12_345),
      ("99,999,999,999.99", 9_999_999_999_999), ("-99999999999.99", -9_999_999_999_999),
    ] as [(String, Int64)])
  func `A spelling of pounds is read to the penny`(text: String, pence: Int64) {
    #expect(Self.amount(text) == .pence(pence))
  }

  @Test(
    arguments: [
      ("£2.653m", .inCell, 265_300_000), ("£3.8bn", .inCell, 380_000_000_000),
      ("£500k", .inCell, 50_000_000), ("£12.50", .inCell, 1250),
      ("(£0.375m)", .inCell, -37_500_000),
      ("125000", .pence, 125_000),
      ("5 million", .inCell, 500_000_000), ("£1.1 bn", .inCell, 110_000_000_000),
      ("2M", .pounds, 200_000_000),
      ("1,234", .thousands, 123_400_000), ("-0.5", .thousands, -50_000),
      ("2.653", .millions, 265_300_000), ("(1)", .millions, -100_000_000),
    ] as [(String, AmountColumn.Unit, Int64)])
  func `A figure is scaled by its suffix or by its column`(
    text: String, unit: AmountColumn.Unit, pence: Int64
  ) {
    #expect(Self.amount(text, unit) == .pence(pence))
  }

  @Test(
    arguments: [
      ("0.005", 1, "0.005"), ("-0.005", -1, "-0.005"), ("0.004", 0, "0.004"),
      ("-0.0049999", 0, "-0.0049999"), ("1.015", 102, "1.015"), ("-2.675", -268, "-2.675"),
      ("(0.125)", -13, "-0.125"), ("£1,000.005", 100_001, "1000.005"),
      ("-700.4399999999999", -70_044, "-700.4399999999999"),
      ("6.82121E-13", 0, "0.000000000000682121"), ("-6.82121e-13", 0, "-0.000000000000682121"),
      ("1E-20", 0, "0.00000000000000000001"),
    ] as [(String, Int64, String)])
  func `A fraction of a penny is kept exactly and rounded half away from zero`(
    text: String, pence: Int64, pounds: String
  ) {
    let amount = Self.amount(text)
    #expect(amount.rounded == pence)
    #expect(amount.reversed.rounded == -pence)
    guard case .exact(let units) = amount else {
      Issue.record("\(amount) is no fraction of a penny")
      return
    }
    #expect(PenceFraction(units: units).description == pounds)
  }

  @Test func `Digits below what is kept are cut off and never add a penny`() {
    #expect(Self.amount("0.00499999999999999999999999999999999999999").rounded == 0)
    #expect(Self.amount("1.00" + String(repeating: "0", count: 60)) == .pence(100))
    #expect(Self.amount("4E-300").rounded == 0)
  }

  @Test(arguments: ["", " ", "\u{A0}", "\t", "£", " £ "])
  func `A cell without a figure is blank`(text: String) {
    #expect(Self.amount(text) == .blank)
  }

  @Test(arguments: [
    "n/a", "abc", "5 6", "100 200", "1  234", "1 2345", "1,234 567", "012 345", "1'23", "5 GBP 6",
    "1,23",
    "1,2345", "1234,567", ",123", "1,234,56", "1.2.3",
    "1.234,56", "1,,234", "(5", "5)", "()", "(-5)", "-5 CR", "--5", "-5-", "+-5", "5 CR DR",
    "?", "\u{FFFD}", "??5", "5?", "-?", "CR", "m", ".", "e5", "1e", "1e5.5", "5%", "$5", "€5",
    "12£34", "5£6", "0x10", "½", "٣",
    "01/04/2012", "1000000000000.00", "9E99", "-1,000,000,000,000.00",
    "1234567890123456789012345678901234567890",
  ])
  func `What is no amount, or one that nobody pays, is unreadable`(text: String) {
    #expect(Self.amount(text) == .unreadable)
  }

  @Test(arguments: [AmountColumn.Unit.thousands, .millions])
  func `A suffix in a column that is scaled already is unreadable`(unit: AmountColumn.Unit) {
    #expect(Self.amount("2.653m", unit) == .unreadable)
  }

  @Test(arguments: 1...20) func `The short way and the long way read the same`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let pieces = ["", "-", "£", ",", ".", "0", "1", "12", "345", "678", "000", " ", "m"]
    for _ in 0..<500 {
      let count = Int.random(in: 1...7, using: &random)
      let text = (0..<count).map { _ in random.pick(pieces) }.joined()
      #expect(
        Self.amount(text) == AmountSpelling.read(Array(text.utf8), unit: .pounds), "\(text)")
    }
  }

  @Test(arguments: 1...20) func `A plain amount that is written is read as it was`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      let digits = Int.random(in: 1...13, using: &random)
      let largest = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 } - 1
      let money = Money(pence: Int64.random(in: -largest...largest, using: &random))
      #expect(Self.amount(money.decimal) == .pence(money.pence))
      #expect(Self.amount(money.description) == .pence(money.pence))
      let brackets = "(\(money.magnitude.description))"
      #expect(Self.amount(brackets) == .pence(-money.magnitude.pence))
    }
  }
}
