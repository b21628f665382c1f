import ExportReading
import Foundation
import ImportTestSupport
import PoolModel
import Testing

struct ExportFileTests {
  /// The finding's code and message, or nil where the file opens.
  private static func fault(_ path: String) -> String? {
    guard case .failure(let fault) = ExportFile.open(path, shownAs: "export.csv") else {
      return nil
    }
    #expect(fault.finding.position.description == "export.csv")
    #expect(!fault.finding.remedy.isEmpty)
    return "\(fault.finding.code.rawValue): \(fault.finding.message)"
  }

  /// The beginning of a ZIP archive that holds a file of this name.
  private static func archive(_ name: String) -> [UInt8] {
    [0x50, 0x4B, 3, 4] + [UInt8](repeating: 20, count: 26) + Array(name.utf8)
  }

  @Test(
    arguments: [
      ([], "export-empty: the file is empty"),
      (Array("%PDF-1.4\n%…".utf8), "export-not-csv: this is a PDF document, not CSV"),
      ([0x50, 0x4B, 3, 4, 20], "export-not-csv: this is a ZIP archive, not CSV"),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
        "export-not-csv: this is an old Excel or Word document, not CSV"
      ),
      (Array("{\\rtf1".utf8), "export-not-csv: this is an RTF document, not CSV"),
      ([0xFF, 0xFE, 0x61, 0], nil), ([0xFE, 0xFF, 0, 0x61], nil),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "export-not-csv: this is UTF-32 text, not CSV"),
      ([0, 0, 0, 0x61, 0, 0, 0, 0x2C], "export-not-csv: this is UTF-32 text, not CSV"),
      (Array("a,b\n1,\u{0}\n".utf8), nil),
      ([UInt8](repeating: 0, count: 9000), "export-not-csv: this is a file of NUL bytes, not CSV"),
      (Array(0...255), "export-not-csv: this is a binary file, not CSV"),
      (Array("a\u{1F}b\u{1F}c\u{1E}d\u{1F}e\u{1F}f\u{1E}".utf8), nil),
      (
        Array("\u{FEFF} \r\n\t\n".utf8),
        "export-empty: the file holds nothing but blanks and line ends"
      ),
      (Array("\u{FEFF}".utf8), "export-empty: the file holds nothing but blanks and line ends"),
      (
        Array("\u{FEFF}\n  <!DOCTYPE html><html>".utf8),
        "export-not-csv: this is a web page, not CSV"
      ),
      (Array("<HTML><table>".utf8), "export-not-csv: this is a web page, not CSV"),
      (
        Array("\n<!-- <a,b> --><!-- -->\n<html>".utf8),
        "export-not-csv: this is a web page, not CSV"
      ),
      (Array("<?xml version=\"1.0\"?><rows>".utf8), "export-not-csv: this is XML, not CSV"),
      (Array("<rows>\n <row>".utf8), "export-not-csv: this is XML, not CSV"),
      (Array("<date>,<amount>\n1,2\n".utf8), nil),
      (Array("[{\"amount\": 1}]".utf8), "export-not-csv: this is JSON, not CSV"),
      (Array("{\n\"rows\": []}".utf8), "export-not-csv: this is JSON, not CSV"),
      (Array("[Date],[Amount]\n".utf8), nil),
      (Array("MZ\u{90}".utf8) + [0, 3, 0], "export-not-csv: this is a Windows program, not CSV"),
      (Array("MZ Builders,1\n".utf8), nil), (Array("BM Ltd,Amount\n".utf8), nil),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "export-not-csv: this is an image, not CSV"),
      (
        Self.archive("xl/workbook.xml"), "export-not-csv: this is an Excel workbook (XLSX), not CSV"
      ),
      (
        Self.archive("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
        "export-not-csv: this is an OpenDocument spreadsheet (ODS), not CSV"
      ),
      (Self.archive("april.csv"), "export-not-csv: this is a ZIP archive, not CSV"),
      (Array("a,b\n<html>,1\n".utf8), nil),
      (Array("x".utf8), nil),
    ] as [([UInt8], String?)])
  func `A file is known by its first bytes, whatever its name`(
    bytes: [UInt8], fault: String?
  ) throws {
    let folder = try TemporaryFolder()
    #expect(Self.fault(try folder.write(bytes)) == fault)
  }

  @Test func `What is no regular file is told as what it is`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array("a,b\n".utf8))
    let loop = "\(folder.path)/loop.csv"
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    #expect(Self.fault("\(folder.path)/none.csv") == "export-missing: there is no such file")
    #expect(Self.fault("\(file)/below.csv") == "export-missing: there is no such file")
    #expect(
      Self.fault(folder.path) == "export-is-directory: this is a folder, not an export")
    #expect(Self.fault("/dev/null") == "export-unreadable: this is a device, no regular file")
    #expect(Self.fault(loop)?.hasPrefix("export-unreadable: the file cannot be read: ") == true)
  }

  @Test(.disabled(if: geteuid() == 0, "the superuser may read every file"))
  func `A file without permission to read is unreadable`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array("a,b\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    #expect(Self.fault(file)?.hasPrefix("export-unreadable: the file cannot be read: ") == true)
  }

  @Test func `Raw bytes are given within the file's ends`() throws {
    let folder = try TemporaryFolder()
    let file = try ExportFile.open(folder.write(Array("a,b\n1,2\n".utf8))).get()
    #expect(file.size == 8)
    #expect(file.bytes(from: 4, to: 8) == Array("1,2\n".utf8))
    #expect(file.bytes(from: 6, to: 100) == Array("2\n".utf8))
    #expect(file.bytes(from: 8, to: 4) == [])
  }
}
