import PoolModel
import Testing

struct PenceFractionTests {
  @Test(
    arguments: [
      (0, "0"),
      (1, "0.00000000000000000001"),
      (-3_410_000, "-0.0000000000000341"),
      (PenceFraction.unitsPerPenny, "0.01"),
      (-PenceFraction.unitsPerPenny / 2, "-0.005"),
      (PenceFraction.unitsPerPenny * 100, "1"),
      (PenceFraction.unitsPerPenny * -12_345, "-123.45"),
    ] as [(Int128, String)])
  func `A fraction is shown in pounds with every digit`(units: Int128, text: String) {
    #expect(PenceFraction(units: units).description == text)
  }
}
