import ImportTestSupport
import Testing

@testable import ExportReading

struct UTF8ValidationTests {
  @Test(arguments: [
    ([], true), ([0x41], true), ([0xC2, 0xA3], true), ([0xE2, 0x82, 0xAC], true),
    ([0xF0, 0x9F, 0x92, 0xB7], true), ([0xED, 0x9F, 0xBF], true), ([0xF4, 0x8F, 0xBF, 0xBF], true),
    ([0x80], false), ([0xA3], false), ([0xC2], false), ([0xC0, 0x80], false),
    ([0xE0, 0x80, 0x80], false), ([0xED, 0xA0, 0x80], false), ([0xE2, 0x82], false),
    ([0xF0, 0x80, 0x80, 0x80], false), ([0xF4, 0x90, 0x80, 0x80], false), ([0xFF], false),
    ([0xC2, 0x41], false), ([0xE2, 0x82, 0x41], false), ([0xF0, 0x9F, 0x92, 0x41], false),
  ])
  func `Sequences are valid as Unicode says, wherever they stand`(bytes: [UInt8], isValid: Bool) {
    for before in [0, 1, 30, 31, 32, 33, 63, 64] {
      for after in [0, 1, 40] {
        let text =
          [UInt8](repeating: 0x61, count: before) + bytes + [UInt8](repeating: 0x7A, count: after)
        #expect(valid(text) == isValid)
      }
    }
  }

  @Test(arguments: 1...20) func `The standard library says the same`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let leads: [UInt8] = [0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        leads[Int.random(in: leads.indices, using: &random)]
      }
      let text = [UInt8](repeating: 0x20, count: Int.random(in: 0...40, using: &random)) + bytes
      #expect(valid(text) == (String(validating: text, as: UTF8.self) != nil))
    }
  }

  @Test func `Characters that begin with an unwanted pair are found wherever they stand`() {
    for before in [0, 1, 31, 32, 33, 64] {
      let text = [UInt8](repeating: 0x61, count: before) + Array("£ é €".utf8)
      // Safe: the bytes are read during the call only.
      unsafe text.withUnsafeBytes { bytes in
        #expect(unsafe UTF8Validation.isValid(bytes, without: [0xC3AA, 0xE282]) == false)
        #expect(unsafe UTF8Validation.isValid(bytes, without: [0xC3A9]) == false)
        #expect(unsafe UTF8Validation.isValid(bytes, without: [0xC282, 0xE280]))
      }
    }
  }

  private func valid(_ bytes: [UInt8]) -> Bool {
    // Safe: the bytes are read during the call only.
    unsafe bytes.withUnsafeBytes { unsafe UTF8Validation.isValid($0) }
  }
}
