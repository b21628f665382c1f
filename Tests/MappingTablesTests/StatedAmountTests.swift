import MappingTables
import PoolModel
import Testing

@Suite struct StatedAmountTests {
  @Test(arguments: [
    ("£1,234.56", 123_456), ("1234.5", 123_450), ("£0", 0), ("£12", 1_200),
    ("£2.653m", 265_300_000), ("£5.269m", 526_900_000), ("£3.8bn", 380_000_000_000),
    ("£500k", 50_000_000), ("£315m", 31_500_000_000), ("£1.2 m", 120_000_000),
    ("-£3.50", -350), ("£-3.50", -350), ("\u{2212}£1m", -100_000_000), ("£2BN", 200_000_000_000),
    (" £7.391m ", 739_100_000), ("£1.2500", 125), ("£0.00001m", 1_000),
  ])
  func `an amount is read to the penny`(text: String, pence: Int64) {
    #expect(StatedAmount(text) == .stated(Money(pence: pence)))
  }

  @Test func `not stated is not zero`() {
    #expect(StatedAmount("not stated") == .notStated)
    #expect(StatedAmount("not stated")?.amount == nil)
    #expect(StatedAmount("£0")?.amount == .zero)
  }

  @Test(arguments: [
    "", "£", "m", "£m", "£1.", "£.5", "£1,23", "£1234,567", "£1.2.3", "£1.234", "£0.000000001m",
    "--£1", "-£-1", "1e3", "£1m2", "about £1m", "£99999999999bn", "١٢", "£1 2",
  ])
  func `what is no whole number of pence is refused`(text: String) {
    #expect(StatedAmount(text) == nil)
  }

  @Test func `every amount that money prints is read back`() {
    var state: UInt64 = 0x5EED
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let money = Money(pence: Int64(bitPattern: state) >> Int64(state >> 59))
      guard money.pence != .min else { continue }
      #expect(StatedAmount(money.description) == .stated(money))
      #expect(StatedAmount(money.decimal) == .stated(money))
    }
  }
}
