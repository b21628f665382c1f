import Testing

@testable import weir_bench

/// The plain reading that decides whether bytes have one reading under RFC 4180.
struct StrictReadingTests {
  @Test(arguments: [
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a, b \r\n\"c\r\nd\",\"\"\"\"\r\n", [["a", " b "], ["c\r\nd", "\""]]),
    ("\u{FEFF}a,\"\"\n", [["a", ""]]),
    ("", []),
  ])
  func `sound bytes have one reading`(text: String, rows: [[String]]) {
    let records = StrictReading().records(of: Array(text.utf8))
    #expect(records?.map { $0.map { String(decoding: $0, as: UTF8.self) } } == rows)
  }

  @Test(arguments: ["a\n\nb\n", "a\"b\n", "\"a\"b\n", "\"a\n", " \"a\"\n", "a\0b\n", "a\rb\n"])
  func `blank lines, misplaced quotes, NUL and CR alone have none`(text: String) {
    #expect(StrictReading().records(of: Array(text.utf8)) == nil)
  }
}
