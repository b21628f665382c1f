import PoolModel
import Testing

struct WaterfallTests {
  /// Ten rows: six kept, one refused, one total, two set aside; half a penny was rounded up.
  private static func balanced() -> Waterfall {
    var waterfall = Waterfall(side: .spending)
    waterfall.read = RowTally(rows: 10, amount: Money(pence: 2099))
    waterfall.readFraction = PenceFraction(units: PenceFraction.unitsPerPenny / 2)
    waterfall.kept = RowTally(rows: 6, amount: Money(pence: 1000))
    waterfall.refused = RowTally(rows: 1, amount: Money(pence: 100))
    waterfall.totals = RowTally(rows: 1, amount: Money(pence: 1000))
    waterfall.setAside = RowTally(rows: 2)
    waterfall.rounding = PenceFraction(units: -PenceFraction.unitsPerPenny / 2)
    waterfall.pooled = RowTally(rows: 3, amount: Money(pence: 700))
    waterfall.outside = RowTally(rows: 2, amount: Money(pence: 200))
    waterfall.eliminated = RowTally(rows: 1, amount: Money(pence: 100))
    return waterfall
  }

  @Test func `What was read and ended somewhere balances`() {
    #expect(Self.balanced().imbalances == [])
    var twice = Self.balanced()
    twice += Self.balanced()
    #expect(twice.imbalances == [])
    // Two halves of a penny are carried as a whole one.
    #expect(twice.read == RowTally(rows: 20, amount: Money(pence: 4199)))
    #expect(twice.readFraction == .zero)
  }

  @Test func `A row that is lost is told in rows`() {
    var waterfall = Self.balanced()
    waterfall.setAside.rows -= 1
    #expect(waterfall.imbalances == ["10 rows read, 9 accounted for"])
  }

  @Test func `Money that is lost is told to the last digit`() {
    var waterfall = Self.balanced()
    waterfall.rounding = .zero
    #expect(waterfall.imbalances == ["£-0.005 read and not accounted for"])
  }

  @Test func `Money that is kept and placed nowhere is told, sign reversals apart`() {
    var waterfall = Self.balanced()
    waterfall.pooled.amount -= Money(pence: 1)
    #expect(waterfall.imbalances == ["£10.00 kept, £9.99 placed in or outside pools"])
    waterfall.turned = Money(pence: -1)
    #expect(waterfall.imbalances == [])
  }
}
