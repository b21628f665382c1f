import ImportTestSupport
import Testing
@testable import LineParsing

struct FieldTupleTableTests {
  private func place(
    of key: [UInt8], in table: inout FieldTupleTable
  ) -> (place: Int32, isNew: Bool) {
    // Safe: the table copies the key.
    unsafe key.withUnsafeBytes { unsafe table.place(of: $0) }
  }

  @Test func `Equal keys have one number, in order of first appearance`() {
    var table = FieldTupleTable()
    let keys: [[UInt8]] = [[1, 2], [], [1, 2], [2, 1], [], [1], [1, 2, 0]]
    let placed = keys.map { place(of: $0, in: &table) }
    #expect(placed.map(\.place) == [0, 1, 0, 2, 1, 3, 4])
    #expect(placed.map(\.isNew) == [true, true, false, true, false, true, true])
    #expect(table.count == 5)
  }

  @Test(arguments: 1...10) func `The numbers are those that a dictionary gives`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    var table = FieldTupleTable()
    var reference: [[UInt8]: Int32] = [:]
    var wrong = 0
    for _ in 0..<5000 {
      let length = Int.random(in: 0...20, using: &random)
      // Few different bytes, so that short keys come again and long ones differ late.
      let key = (0..<length).map { _ in UInt8(random.next() % 2) }
      let known = reference[key]
      let place = self.place(of: key, in: &table)
      reference[key] = known ?? Int32(reference.count)
      if place.place != reference[key] || place.isNew != (known == nil) { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(table.count == reference.count)
  }

  @Test func `A key tells where one field ends and the next begins`() {
    var table = FieldTupleTable()
    let tuples = [["ab", "c"], ["a", "bc"], ["abc", ""], ["abc"], [], ["ab", "c"]]
    let places = tuples.map { fields in
      var key = TupleKey()
      for field in fields { key.append(field) }
      return table.place(of: key).place
    }
    #expect(places == [0, 1, 2, 3, 4, 0])
    var long = TupleKey()
    long.append(String(repeating: "x", count: 5000))
    #expect(long.count == 5004)
    long.removeAll()
    #expect(table.place(of: long).place == 4)
  }
}
