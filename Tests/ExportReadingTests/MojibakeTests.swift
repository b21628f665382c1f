import ImportTestSupport
import Testing

@testable import ExportReading

struct MojibakeTests {
  /// Text as it is when its UTF-8 bytes were taken for another encoding.
  private static func misread(_ text: String, as encoding: FallbackEncoding) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in text.utf8 {
      scalars.append(
        byte < 0x80 ? Unicode.Scalar(byte) : encoding.characters[Int(byte) - 0x80])
    }
    return String(scalars)
  }

  @Test(
    arguments: [
      ("Â£500", "£500"), ("CafÃ©", "Café"), ("Oakâ€™s", "Oak’s"), ("Â£1 â€“ Â£2", "£1 – £2"),
      ("CafÃƒÂ©", "Café"), ("┬ú500", "£500"), ("Caf├®", "Café"), ("OakÔÇÖs", "Oak’s"),
      ("¬£500", "£500"), ("Caf√©", "Café"),
    ])
  func `Misread text is put right`(misread: String, meant: String) {
    #expect(
      Mojibake.repaired(Array(misread.utf8)).map { String(decoding: $0, as: UTF8.self) } == meant)
  }

  @Test(arguments: [
    "Café £5", "“SCHÖ”", "Â", "Ã ", "Ânderung", "naïve", "a – b", "Oak’s", "±£", "",
  ])
  func `Sound text is left alone`(text: String) {
    #expect(Mojibake.repaired(Array(text.utf8)) == nil)
  }

  /// Every character that exports hold, misread in each encoding, comes back.
  @Test(arguments: FallbackEncoding.allCases)
  func `Each character survives a misreading`(encoding: FallbackEncoding) {
    let characters = FallbackEncoding.windows1252.characters.filter { character in
      character.value >= 0xA0 && Mojibake.leads.contains(Array(String(character).utf8)[0])
    }
    #expect(characters.count > 100)
    for character in characters {
      let misread = Self.misread("a\(character)b", as: encoding)
      let bytes = Array(misread.utf8)
      #expect(Mojibake.repaired(bytes) == Array("a\(character)b".utf8), "\(misread)")
      #expect(unsafe bytes.withUnsafeBytes { unsafe Mojibake.isSuspected($0) }, "\(misread)")
    }
  }

  @Test func `It is counted once a file with its first line`() throws {
    let text = "Name,Amount\nOak,1\nCafÃ© Ã©,Â£2\nCafÃ©,3\n"
    let read = try WholeExport(text)
    #expect(read.records[2].fields == ["CafÃ© Ã©", "Â£2"])
    #expect(
      read.findings == [
        "export.csv:3: info: 4 characters were misread before the export was written (such as Â£ for "
          + "£); write repair-mojibake: true into the source file to repair them [mojibake]"
      ])
    let repaired = try WholeExport(Array(text.utf8), repairsMojibake: true)
    #expect(repaired.records[2].fields == ["Café é", "£2"])
    #expect(
      repaired.findings == [
        "export.csv:3: info: 4 characters were misread before the export was written (such as Â£ for "
          + "£) and are repaired; nothing to do [mojibake]"
      ])
  }

  @Test func `NUL bytes in good text are kept and told once`() throws {
    let read = try WholeExport("Name,Amount\nOak\u{0},1\nAsh,2\u{0}\u{0}\n")
    #expect(
      read.records.map(\.fields) == [
        ["Name", "Amount"], ["Oak\u{0}", "1"], ["Ash", "2\u{0}\u{0}"],
      ])
    #expect(
      read.findings == [
        "export.csv:2: warning: the text holds 3 NUL bytes, which no text should; check the rows that "
          + "hold them; ask the publisher for the file again [nul-bytes]"
      ])
  }

  @Test func `Without a stated encoding the file's bytes decide it, and doubt is told`() throws {
    let pound = Array("Oak,".utf8) + [0x9C] + Array("5\n".utf8)
    #expect(try WholeExport(pound + pound, fallback: nil).records[0].fields == ["Oak", "£5"])
    #expect(try WholeExport(pound, fallback: .macRoman).records[0].fields == ["Oak", "ú5"])
    let doubtful = Array("Oak".utf8) + [0xA6] + Array("5\n".utf8)
    #expect(
      try WholeExport(doubtful, fallback: nil).findings.allSatisfy {
        $0.hasSuffix("[encoding-uncertain]")
      })
  }

  @Test func `Notes of parts of a file make those of the whole`() {
    var first = TextNotes()
    first.decodedLines.add(2, line: 5)
    var second = TextNotes()
    second.decodedLines.add(1, line: 1)
    second.nulBytes.add(1, line: 3)
    second.sawUnicode = true
    first.merge(second, linesBefore: 10)
    #expect(first.decodedLines == TextNotes.Count(count: 3, lines: 2, firstLine: 5))
    #expect(first.nulBytes == TextNotes.Count(count: 1, lines: 1, firstLine: 13))
    #expect(first.sawUnicode)
  }
}
