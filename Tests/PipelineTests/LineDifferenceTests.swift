import ImportTestSupport
import PoolModel
import PoolStore
import Testing

@testable import Pipeline

/// Lines are written `day payee pence`.
struct LineDifferenceTests {
  private static func lines(_ text: String) -> [LineIdentity] {
    text.split(separator: ",").map { line in
      let parts = line.split(separator: " ").compactMap { Int64($0) }
      return LineIdentity(
        day: Int32(parts[0]), pence: parts[2], supplier: parts[1], codes: 1)
    }
  }

  @Test(arguments: [
    ("", "", "0 lines are the same"),
    ("1 1 500", "1 1 500", "1 line is the same"),
    ("1 1 500,1 1 500", "1 1 500", "1 line with £5.00 went, 1 line is the same"),
    ("1 1 500", "1 1 500,1 1 500", "1 line with £5.00 came, 1 line is the same"),
    ("1 1 500", "1 1 600", "1 line changed from £5.00 to £6.00, 0 lines are the same"),
    ("1 1 500", "2 1 500", "1 line changed from £5.00 to £5.00, 0 lines are the same"),
    (
      "1 1 500", "1 2 500",
      "1 line with £5.00 came, 1 line with £5.00 went, 0 lines are the same"
    ),
    (
      "1 1 500,1 1 700", "1 1 700,1 1 800",
      "1 line changed from £5.00 to £8.00, 1 line is the same"
    ),
  ])
  func `two lists of payments differ in what came, went and changed`(
    first: String, second: String, sentence: String
  ) {
    let difference = LineDifference(from: Self.lines(first), to: Self.lines(second))
    #expect(difference.sentence == sentence)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `no line and no penny is lost between the parts of a difference`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    func some() -> [LineIdentity] {
      (0..<Int(numbers.next() % 20)).map { _ in
        LineIdentity(
          day: Int32(numbers.next() % 3), pence: Int64(numbers.next() % 3) * 100 - 100,
          supplier: Int64(numbers.next() % 3), codes: Int64(numbers.next() % 2))
      }
    }
    let (first, second) = (some(), some())
    let difference = LineDifference(from: first, to: second)
    #expect(difference.same.rows + difference.changed.rows + difference.went.rows == first.count)
    #expect(difference.same.rows + difference.changed.rows + difference.came.rows == second.count)
    let sums = [first, second].map { $0.reduce(0) { $0 + $1.pence } }
    #expect(difference.net.pence == sums[1] - sums[0])
    // By hand: of each kind of line as many are the same as both lists have.
    let same = Set(first).reduce(0) { sum, line in
      sum + min(first.count { $0 == line }, second.count { $0 == line })
    }
    #expect(difference.same.rows == same)
  }
}
