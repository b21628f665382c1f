import Testing

@testable import ExportReading

struct FallbackEncodingTests {
  /// The bytes that differ most between the three, and the ends of each table.
  @Test(
    arguments: [
      (.windows1252, [0x80, 0x92, 0x96, 0x9C, 0xA0, 0xA3, 0xCA, 0xE9, 0xFF], "€’–œ\u{A0}£Êéÿ"),
      (.codePage850, [0x80, 0x82, 0x9C, 0xA0, 0xA3, 0xD5, 0xE9, 0xEF, 0xFF], "Çé£áúıÚ´\u{A0}"),
      (.macRoman, [0x80, 0x8E, 0xA3, 0xCA, 0xD0, 0xD5, 0xDB, 0xE9, 0xFF], "Äé£\u{A0}–’€Èˇ"),
    ] as [(FallbackEncoding, [UInt8], String)])
  func `A line that is not UTF-8 is read in the publisher's encoding`(
    encoding: FallbackEncoding, bytes: [UInt8], text: String
  ) throws {
    let read = try WholeExport(Array("a,".utf8) + bytes + Array("\n".utf8), fallback: encoding)
    #expect(read.records.map(\.fields) == [["a", text]])
  }

  @Test(arguments: FallbackEncoding.allCases)
  func `Each encoding has a character for each byte`(encoding: FallbackEncoding) {
    let characters = encoding.utf8OfUpperHalf
    #expect(characters.count == 128)
    #expect(Set(characters).count == 128)
  }

  @Test func `A line that is UTF-8 is never decoded`() throws {
    let text = "café,£5\n"
    #expect(
      try WholeExport(Array(text.utf8), fallback: .macRoman).records[0].fields == ["café", "£5"])
  }
}
