import Testing

@testable import weir_bench

struct PollockMeasuresTests {
  private static let clean = [["Date", "Amount"], ["1 May", "5"], ["2 May", "6"]]

  @Test func `an equal file has all ten points`() {
    #expect(PollockMeasures(loaded: Self.clean, clean: Self.clean, hasHeader: true).score == 10)
  }

  @Test func `a row that is left out costs recall only`() {
    let measures = PollockMeasures(
      loaded: Array(Self.clean.dropLast()), clean: Self.clean, hasHeader: true)
    #expect(measures.values[4] == 1 && measures.values[5] == 0.5)
    #expect(measures.values[7] == 1 && measures.values[8] == 0.5)
  }

  @Test func `a file that was not loaded has no point`() {
    #expect(PollockMeasures(loaded: nil, clean: Self.clean, hasHeader: true).score == 0)
  }

  @Test func `an empty file that gives nothing has all points`() {
    #expect(PollockMeasures(loaded: [], clean: [], hasHeader: true).score == 10)
  }
}
