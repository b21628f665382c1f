import ImportTestSupport
import Testing
@testable import LineParsing

struct FieldTupleTableTests {
  private func place(
    of fields: [UInt8]..., in table: inout FieldTupleTable
  ) -> (place: Int32, isNew: Bool) {
    let bytes = fields.flatMap { $0 }
    let ends = fields.indices.map { fields[...$0].reduce(0) { $0 + $1.count } }
    // Safe: the table copies the fields.
    return unsafe bytes.withUnsafeBufferPointer { all in
      unsafe table.place { place in
        unsafe UnsafeBufferPointer(
          rebasing: all[(place == 0 ? 0 : ends[place - 1])..<ends[place]])
      }
    }
  }

  @Test func `Equal keys have one number, in order of first appearance`() {
    var table = FieldTupleTable(width: 1)
    let keys: [[UInt8]] = [[1, 2], [], [1, 2], [2, 1], [], [1], [1, 2, 0]]
    let placed = keys.map { place(of: $0, in: &table) }
    #expect(placed.map(\.place) == [0, 1, 0, 2, 1, 3, 4])
    #expect(placed.map(\.isNew) == [true, true, false, true, false, true, true])
    #expect(table.count == 5)
  }

  @Test(arguments: 1...10) func `The numbers are those that a dictionary gives`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    var table = FieldTupleTable(width: 1)
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

  @Test func `A tuple tells where one field ends and the next begins`() {
    var table = FieldTupleTable(width: 3)
    let tuples = [
      ["ab", "c", ""], ["a", "bc", ""], ["abc", "", ""], ["", "abc", ""], ["ab", "", "c"],
      ["ab", "c", ""],
    ]
    let places = tuples.map { fields in
      place(of: Array(fields[0].utf8), Array(fields[1].utf8), Array(fields[2].utf8), in: &table)
        .place
    }
    #expect(places == [0, 1, 2, 3, 4, 0])
  }

  @Test func `A tuple without fields is one tuple`() {
    var table = FieldTupleTable(width: 0)
    let places = (1...3).map { _ in place(in: &table).place }
    #expect(places == [0, 0, 0])
    #expect(table.count == 1)
  }
}
