import Testing

@testable import LineParsing

struct TotalsControlTests {
  /// Amounts and totals in the order of the rows; `difference` is what each total is held against.
  @Test func `A total stands for all rows or for those since the total before`() {
    var control = TotalsControl()
    control.add(10)
    control.add(-3)
    #expect(control.difference(ofPrinted: 7) == nil)
    control.add(5)
    #expect(control.difference(ofPrinted: 5) == nil)
    #expect(control.difference(ofPrinted: 12) == nil)
    #expect(control.lastPrinted == 12)
  }

  @Test func `A total that is neither is told with what the rows make`() {
    var control = TotalsControl()
    control.add(10)
    #expect(control.difference(ofPrinted: 11) == 10)
    control.add(5)
    #expect(control.difference(ofPrinted: 16) == 15)
    #expect(control.difference(ofPrinted: 15) == nil)
  }
}
