/// A code taken apart as ranges compare it: `r05806` is the letters `r` and the number 5,806.
package struct NumberedCode {
  /// What stands before the number.
  package let letters: String
  /// The number, without leading noughts.
  package let number: UInt64

  /// The parts of a folded code; nil where it does not end in 1 to 18 digits.
  package init?(folded code: String) {
    let bytes = Array(code.utf8)
    let digits = bytes.reversed().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    // A number of more digits is no code, and might not fit.
    guard (1...18).contains(digits) else { return nil }
    number = bytes.suffix(digits).reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
    letters = String(decoding: bytes.dropLast(digits), as: UTF8.self)
  }
}
