import ExportReading
import Foundation
import ImportTestSupport
import PoolModel
import Testing

/// Exports that are not read where they lie: archives, pipes and UTF-16.
struct ReceivedBytesTests {
  private static let text = Array("Name,Amount\nOak House,1.50\n".utf8)

  /// The text of a file as it is read, or the finding that it is none.
  private static func text(_ path: String) -> String {
    switch ExportFile.open(path, shownAs: "export.csv") {
    case .failure(let fault): fault.finding.description
    case .success(let file): String(decoding: file.bytes(from: 0, to: file.size), as: UTF8.self)
    }
  }

  private static func text(of bytes: [UInt8], named name: String = "export.csv") throws -> String {
    let folder = try TemporaryFolder()
    return text(try folder.write(bytes, to: name))
  }

  @Test(arguments: ["export.csv.gz", "export.csv"])
  func `A gzip archive is read as its text, whatever its name`(name: String) throws {
    #expect(
      try Self.text(of: gzipped(Self.text), named: name)
        == String(decoding: Self.text, as: UTF8.self))
  }

  @Test func `The members of an archive are read one after the other`() throws {
    let halves = gzipped(Array("a,b\n".utf8)) + gzipped([]) + gzipped(Array("1,2\n".utf8))
    #expect(try Self.text(of: halves) == "a,b\n1,2\n")
    #expect(try Self.text(of: halves + [0, 0, 0, 0]) == "a,b\n1,2\n")
  }

  @Test func `An archive that is larger than every buffer is read whole`() throws {
    let line = Array("Oak House,Residential care,1234.56\n".utf8)
    let long = Array(repeatElement(line, count: 100_000).joined())
    let folder = try TemporaryFolder()
    let file = try ExportFile.open(folder.write(gzipped(long))).get()
    #expect(file.size == Int64(long.count))
    #expect(file.bytes(from: 0, to: file.size) == long)
  }

  @Test func `An archive that is cut off anywhere is an error with its place`() throws {
    let whole = gzipped(Self.text)
    for length in 2..<whole.count {
      let found = try Self.text(of: Array(whole.prefix(length)))
      #expect(found.contains("the gzip archive is cut off at byte \(length)"))
      #expect(found.contains("error: ") && found.hasSuffix("[archive-damaged]"))
    }
    #expect(
      try Self.text(of: Array(whole.dropLast(4)))
        == "export.csv:3: error: the gzip archive is cut off at byte \(whole.count - 4); 27 bytes of "
        + "text stand before that; ask the publisher for the file again [archive-damaged]")
  }

  @Test func `A damaged archive is an error`() throws {
    var damaged = gzipped(Self.text)
    damaged[damaged.count - 6] ^= 0x55
    #expect(try Self.text(of: damaged).contains("the gzip archive is damaged at or before byte"))
    #expect(
      try Self.text(of: gzipped(Self.text) + Array("rest".utf8))
        .contains("is no part of the gzip archive"))
  }

  @Test func `What an archive holds is looked at like any file`() throws {
    #expect(try Self.text(of: gzipped([])).contains("the archive holds an empty file"))
    #expect(
      try Self.text(of: gzipped(Array("%PDF-1.4".utf8))).contains("this is a PDF document, not CSV")
    )
    #expect(
      try Self.text(of: gzipped(gzipped(Self.text)))
        .contains("this is a gzip archive within a gzip archive, not CSV"))
    #expect(try Self.text(of: gzipped(utf16("a,b\n", isBigEndian: false))) == "a,b\n")
  }

  @Test(arguments: [false, true], ["", "\u{FEFF}"])
  func `UTF-16 is read with and without a byte-order mark`(
    isBigEndian: Bool, mark: String
  ) throws {
    let text = "Name,Amount\r\nCafé 𝒳 “Oak”,£1.50\r\n"
    #expect(try Self.text(of: utf16(mark + text, isBigEndian: isBigEndian)) == text)
  }

  @Test func `Broken UTF-16 is read with a finding`() throws {
    let folder = try TemporaryFolder()
    let bytes =
      utf16("\u{FEFF}a,b\n", isBigEndian: false) + [0x00, 0xD8, 0x31, 0, 0x00, 0xDC, 0x32]
    let file = try ExportFile.open(folder.write(bytes), shownAs: "export.csv").get()
    #expect(file.bytes(from: 0, to: file.size) == Array("a,b\n\u{FFFD}1\u{FFFD}\u{FFFD}".utf8))
    #expect(
      file.findings.map(\.description) == [
        "export.csv:2: warning: 3 characters of the UTF-16 text are broken and read as \u{FFFD}; "
          + "compare the names with the publisher's own copy [characters-unreadable]"
      ])
  }

  @Test(arguments: [Self.text, gzipped(Self.text)])
  func `A pipe that is open already is read to its end`(bytes: [UInt8]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    let found = Self.text("/dev/fd/\(descriptor)")
    #expect(found == String(decoding: Self.text, as: UTF8.self))
    // It can be read once.
    #expect(Self.text("/dev/fd/\(descriptor)").contains("[export-empty]"))
  }

  @Test func `A named pipe is refused without waiting for a writer`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/export.csv"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    #expect(
      Self.text(path)
        == "export.csv: error: this is a named pipe, no regular file; copy the export to a file, or "
        + "send it to standard input and name - [export-unreadable]")
    #expect(Self.text("/dev/zero").contains("this is a device, no regular file"))
  }
}
