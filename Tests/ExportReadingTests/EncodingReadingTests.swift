import ExportReading
import ImportTestSupport
import Testing

struct EncodingReadingTests {
  private static func reading(_ bytes: [UInt8]) throws -> EncodingReading {
    let folder = try TemporaryFolder()
    return try ExportFile.open(folder.write(bytes)).get().encodingReading
  }

  private static func bytes(_ before: String, _ byte: UInt8, _ after: String) -> [UInt8] {
    Array("Name,Amount\n\(before)".utf8) + [byte] + Array("\(after)\n".utf8)
  }

  @Test(
    arguments: [
      // The pound sign is 0x9C in code page 850; 0xA3 in Windows-1252 and Mac Roman alike.
      ("Oak House,", 0x9C, "12.50", "cp850"), ("Amount (", 0x9C, ")", "cp850"),
      ("Oak House,", 0xA3, "12.50", "cp1252"),
      // Quotes and dashes.
      ("Children", 0x92, "s Homes,1", "cp1252"), ("Children", 0xD5, "s Homes,1", "mac-roman"),
      ("Children", 0xEF, "s Homes,1", "cp850"),
      ("Oak ", 0x96, " Ash,1", "cp1252"), ("Oak ", 0xD0, " Ash,1", "mac-roman"),
      // Letters.
      ("Caf", 0xE9, " Oak,1", "cp1252"), ("Caf", 0x8E, " Oak,1", "mac-roman"),
      ("Caf", 0x82, " Oak,1", "cp850"), ("M", 0xFC, "ller,1", "cp1252"),
      ("M", 0x9F, "ller,1", "mac-roman"), ("M", 0x81, "ller,1", "cp850"),
      // A no-break space at the end of a cell.
      ("Oak House", 0xCA, ",1", "mac-roman"), ("Oak House", 0xA0, ",1", "cp1252"),
      // What a database writes for a character that it could not keep.
      ("carers", 0xBF, " needs,1", "cp1252"),
    ] as [(String, UInt8, String, String)])
  func `One byte tells the encoding by what stands beside it`(
    before: String, byte: UInt8, after: String, encoding: String
  ) throws {
    let reading = try Self.reading(Self.bytes(before, byte, after))
    #expect(reading.encodingName == encoding)
    #expect(reading.confidence > 50)
    #expect(reading.firstLineNotUTF8 == 2)
    #expect(reading.linesNotUTF8 == 1)
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", "ascii", .lf, 100), ("a,b\r\n1,é\r\n", "utf-8", .crlf, 100),
      ("\u{FEFF}a,b\r1,2\r", "utf-8-sig", .cr, 100), ("a,b\n1,2\r\n", "ascii", .mixed, 100),
      // Line ends within quotes are text.
      ("a,b\r\n\"two\nlines\",2\r\n", "ascii", .crlf, 100),
      ("a,b\r\n\"the \"\"Oak\"\"\n\",2\r\n3\" pipe\r\n", "ascii", .crlf, 100),
      ("a", "ascii", .lf, 100),
    ] as [(String, String, EncodingReading.Newline, Int)])
  func `Encoding and line ends of text are plain`(
    text: String, encoding: String, newline: EncodingReading.Newline, confidence: Int
  ) throws {
    let reading = try Self.reading(Array(text.utf8))
    #expect(reading.encodingName == encoding)
    #expect(reading.newline == newline)
    #expect(reading.confidence == confidence)
    #expect(!reading.isMixed)
  }

  @Test func `A long line is one line, and no character is cut`() throws {
    for shift in 0..<3 {
      let text = String(repeating: "x", count: shift) + String(repeating: "é ", count: 50_000)
      let whole = try Self.reading(Array("a,b\n\(text)\n".utf8))
      #expect(whole.encodingName == "utf-8" && whole.linesNotUTF8 == 0)
      let wrong = try Self.reading(Array("a,b\n\(text)".utf8) + [0xE9, 0x0A])
      #expect(wrong.linesNotUTF8 == 1 && wrong.firstLineNotUTF8 == 2)
    }
  }

  @Test func `UTF-16 is told as what was received`() throws {
    let reading = try Self.reading(utf16("\u{FEFF}a,b\r\n", isBigEndian: true))
    #expect(reading.encodingName == "utf-16-be")
    #expect(reading.newline == .crlf)
  }

  @Test func `A file that changes its encoding half way is mixed`() throws {
    let both = Array("a,b\nCafé,1\nCafé,2\n".utf8) + [0x43, 0x61, 0x66, 0xE9, 0x0A]
    let reading = try Self.reading(both)
    #expect(reading.isMixed)
    #expect(reading.encodingName == "utf-8")
    #expect(reading.fallback == .windows1252)
    #expect(reading.firstLineNotUTF8 == 4)
    // An en dash in Windows-1252 three times, and one in Mac Roman.
    let oak = Array("Oak ".utf8), ash = Array(" Ash\n".utf8)
    let two = (oak + [0x96] + ash) + (oak + [0x96] + ash) + (oak + [0xD0] + ash)
    let second = try Self.reading(two)
    #expect(second.encodingName == "cp1252")
    #expect(second.isMixed)
    #expect(second.firstLineOfOther == 3)
  }

  @Test func `Bytes that read alike in two encodings leave no doubt`() throws {
    let reading = try Self.reading(
      Self.bytes("Oak House,", 0xA3, "12") + Self.bytes("Ash House,", 0xA3, "1,234.56"))
    #expect(reading.encodingName == "cp1252")
    #expect(reading.confidence > 80)
  }

  /// Lines, line ends and encodings of long files, against a reading of the bytes in one piece.
  @Test(arguments: 0..<20)
  func `A file longer than the buffers is counted like a short one`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let end = random.pick(["\n", "\r\n", "\r"])
    var bytes: [UInt8] = []
    var firstBad = 0
    for line in 1...40_000 {
      bytes += Array("Oak House,\(random.next() % 100_000)".utf8)
      if random.next() % 20_000 == 0 || (line == 39_000 && firstBad == 0) {
        if firstBad == 0 { firstBad = line }
        bytes += [0x43, 0x61, 0x66, 0xE9]
      }
      bytes += Array(end.utf8)
    }
    let reading = try Self.reading(bytes)
    #expect(reading.firstLineNotUTF8 == firstBad)
    #expect(reading.encodingName == "cp1252")
    #expect(reading.newline.rawValue == ["\n": "lf", "\r\n": "crlf", "\r": "cr"][end])
  }
}
