/// Tells what is no text of a table by its bytes, whatever its name says.
enum ForeignFormat {
  /// How many bytes at the beginning are looked at.
  static let lookedAt: Int64 = 1 << 16

  /// The format that the bytes belong to, in words; nil: they may be CSV.
  static func name(of file: FileBytes) -> String? {
    let start = file.bytes(from: 0, to: lookedAt)
    for (magic, format) in magics where start.starts(with: magic) { return format }
    if start.starts(with: Array("PK".utf8)), start.count > 3, start[2] < 9, start[3] == start[2] + 1
    {
      return archive(start, end: file.bytes(from: max(0, file.size - lookedAt), to: file.size))
    }
    return bytewise(start) ?? markup(start) ?? binary(start)
  }

  /// Whether the first bytes, and so the file, are of UTF-16 or UTF-32.
  ///
  /// Without a byte-order mark the zeros decide: ASCII has one in each pair of UTF-16, three in each
  /// four of UTF-32.
  static func wideText(_ start: [UInt8]) -> WideText? {
    for (mark, text) in WideText.marks where start.starts(with: mark) { return text }
    let pairs = min(start.count, 4096) / 4 * 2
    guard pairs >= 2 else { return nil }
    var zeros = [0, 0, 0, 0]
    for place in 0..<pairs * 2 where start[place] == 0 { zeros[place % 4] += 1 }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    // Nearly all zeros are a file of NULs, not text.
    if even + odd > pairs * 2 * 9 / 10 { return nil }
    if zeros[1] == pairs / 2 && zeros[2] == pairs / 2 { return .utf32 }
    if odd * 10 >= pairs * 6, even * 20 <= pairs { return .utf16(isBigEndian: false, mark: 0) }
    if even * 10 >= pairs * 6, odd * 20 <= pairs { return .utf16(isBigEndian: true, mark: 0) }
    return nil
  }

  /// Text whose characters take two or four bytes.
  enum WideText: Equatable {
    /// `mark` is the length of the byte-order mark.
    case utf16(isBigEndian: Bool, mark: Int64)
    case utf32

    fileprivate static let marks: [([UInt8], WideText)] = [
      ([0xFF, 0xFE, 0x00, 0x00], .utf32), ([0x00, 0x00, 0xFE, 0xFF], .utf32),
      ([0xFF, 0xFE], .utf16(isBigEndian: false, mark: 2)),
      ([0xFE, 0xFF], .utf16(isBigEndian: true, mark: 2)),
    ]
  }

  /// What a ZIP archive is, by the names of the files in it, which stand at its end once more.
  private static func archive(_ start: [UInt8], end: [UInt8]) -> String {
    let names = String(decoding: start.prefix(4096) + end, as: UTF8.self)
    let kinds = [
      ("application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet (ODS)"),
      ("application/vnd.oasis.opendocument", "an OpenDocument file"),
      ("xl/workbook", "an Excel workbook (XLSX)"), ("xl/worksheets", "an Excel workbook (XLSX)"),
      ("word/document", "a Word document"), ("ppt/presentation", "a PowerPoint file"),
    ]
    return kinds.first { names.contains($0.0) }?.1 ?? "a ZIP archive"
  }

  /// Formats that more than their first bytes tell from text.
  private static func bytewise(_ start: [UInt8]) -> String? {
    func stands(_ text: String, at place: Int) -> Bool {
      start.dropFirst(place).starts(with: text.utf8)
    }
    if stands("MZ", at: 0), start.prefix(64).contains(0) { return "a Windows program" }
    if stands("BM", at: 0), start.count > 10, start[6..<10].allSatisfy({ $0 == 0 }) {
      return "an image"
    }
    if stands("RIFF", at: 0), stands("WEBP", at: 8) { return "an image" }
    if stands("ustar", at: 257) { return "a tar archive" }
    if stands("ftyp", at: 4), start.first == 0 { return "a film or an image" }
    return nil
  }

  /// A web page, XML or JSON, also behind a byte-order mark, blank lines and comments.
  private static func markup(_ start: [UInt8]) -> String? {
    var text = String(decoding: start, as: UTF8.self)[...]
    text = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if isJSON(text) { return "JSON" }
    guard text.first == "<" else { return nil }
    let isDeclared = text.hasPrefix("<?xml")
    for (opening, closing) in [("<?", "?>"), ("<!--", "-->")] {
      while text.hasPrefix(opening) {
        guard let end = text.firstRange(of: closing) else { return "XML" }
        text = text[end.upperBound...].drop { $0.isWhitespace }
      }
    }
    let tag = text.dropFirst().prefix { $0.isLetter || $0 == "!" }.lowercased()
    if tag == "!doctype", text.prefix(40).lowercased().contains("html") { return "a web page" }
    if pageTags.contains(tag) { return "a web page" }
    if isDeclared || tag == "!doctype" || text.isEmpty { return "XML" }
    // A heading such as <date> is followed by a delimiter, a tag by another tag or its text.
    guard !tag.isEmpty, let end = text.firstIndex(of: ">") else { return nil }
    return text[end...].dropFirst().first { !$0.isWhitespace } == "<" ? "XML" : nil
  }

  private static let pageTags: Set<String> = [
    "html", "head", "body", "title", "meta", "table", "script", "style", "div", "center", "form",
  ]

  private static func isJSON(_ text: Substring) -> Bool {
    guard let first = text.first, first == "{" || first == "[" else { return false }
    let second = text.dropFirst().first { !$0.isWhitespace }
    return first == "{" ? second == "\"" || second == "}" : second == "{" || second == "\""
  }

  /// Bytes that are too often control characters for text; a few NULs in good text are no matter.
  private static func binary(_ start: [UInt8]) -> String? {
    var controls = 0
    for byte in start where byte < 0x20 || byte == 0x7F {
      // Tab, line ends, form feed, the end mark of old systems, escape and the four separators of
      // ASCII occur in text.
      if !(0x09...0x0D).contains(byte), !(0x1A...0x1F).contains(byte) { controls += 1 }
    }
    if controls == start.count, start.allSatisfy({ $0 == 0 }) { return "a file of NUL bytes" }
    return controls >= 4 && controls * 20 > start.count ? "a binary file" : nil
  }

  private static let magics: [(bytes: [UInt8], format: String)] = [
    (Array("%PDF".utf8), "a PDF document"), (Array("%!PS".utf8), "a PostScript document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word document"),
    ([0x09, 0x08, 0x10, 0x00], "an old Excel document"),
    ([0x09, 0x08, 0x08, 0x00], "an old Excel document"),
    ([0x09, 0x04, 0x06, 0x00], "an old Excel document"),
    ([0x09, 0x02, 0x06, 0x00], "an old Excel document"),
    ([0x09, 0x00, 0x04, 0x00], "an old Excel document"),
    (GzipUnpacking.magic, "a gzip archive within a gzip archive"),
    (Array("BZh".utf8) + [0x31, 0x41], "a bzip2 archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"), (Array("Rar!".utf8), "a RAR archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0xCA, 0xFE, 0xBA, 0xBE], "a program"),
    ([0xFE, 0xED, 0xFA, 0xCE], "a macOS program"), ([0xFE, 0xED, 0xFA, 0xCF], "a macOS program"),
    ([0xCE, 0xFA, 0xED, 0xFE], "a macOS program"), ([0xCF, 0xFA, 0xED, 0xFE], "a macOS program"),
    ([0x89, 0x50, 0x4E, 0x47], "an image"), ([0xFF, 0xD8, 0xFF], "an image"),
    (Array("GIF8".utf8), "an image"), ([0x49, 0x49, 0x2A, 0x00], "an image"),
    ([0x4D, 0x4D, 0x00, 0x2A], "an image"), (Array("SQLite format 3".utf8), "a database"),
    (Array("PAR1".utf8), "a Parquet file"),
  ]
}
