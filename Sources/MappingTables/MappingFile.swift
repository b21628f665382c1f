import PoolModel

/// One mapping file in memory, with what its readers find wrong in it.
final class MappingFile {
  /// Relative to the workspace, such as `mappings/codes/devon.csv`.
  let path: String
  /// As they stand on disk.
  let bytes: [UInt8]
  private(set) var findings: [Finding] = []
  private var isReadable = true

  /// Whether messages may quote cells: not those of tables that hold payees' names (law 8).
  var quotesValues = true

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of this text.
  convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// A file that the system will not let be read, for that reason.
  static func unreadable(path: String, reason: String) -> MappingFile {
    let file = MappingFile(path: path, bytes: [])
    file.isReadable = false
    file.report(
      .mappingFileUnreadable, FilePlace(), message: "it cannot be read: \(reason)",
      remedy: "check its permissions and the disk")
    return file
  }

  /// The file's name without folders and ending: a publisher or an agreement.
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? String(file)
  }

  /// Its text, without byte-order mark; nil, and a finding, where it is not UTF-8.
  var text: String? {
    guard isReadable else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      report(
        .mappingFileUnreadable, FilePlace(line: line + 1),
        message: "this line is not UTF-8", remedy: "save the file as UTF-8")
      return nil
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Notes a fault; `message` follows the place, so it does not name it.
  func report(
    _ code: FindingCode, _ place: FilePlace, value: String = "", message: String, remedy: String
  ) {
    let position = SourcePosition(file: path, line: place.line, column: place.column)
    findings.append(
      Finding(
        code, at: position, value: quotesValues ? value : "", message: message, remedy: remedy))
  }

  /// A value of the file as messages show it.
  func quoted(_ value: String) -> String {
    quotesValues ? value.quotedForMessage : "(not shown here)"
  }

  /// Notes that a word is none of those allowed, and names the nearest, or all of a few.
  func reportUnknown(
    _ code: FindingCode, _ place: FilePlace, _ what: String, _ value: String,
    known: some Sequence<String>, where holder: String
  ) {
    report(
      code, place, value: value, message: "\(what) \(quoted(value)) is not in \(holder)",
      remedy: NearestName.remedy(for: value, in: known) ?? "add it there or correct it here")
  }

  /// Notes a value that cannot be read.
  func reportUnreadable(_ place: FilePlace, _ what: String, _ value: String, remedy: String) {
    report(
      .mappingValueUnreadable, place, value: value,
      message: "\(what) \(quoted(value)) cannot be read",
      remedy: remedy)
  }
}

/// A place in a mapping file.
struct FilePlace: Hashable {
  /// The physical line, from 1; 0: the file as a whole.
  var line: Int
  /// In a table the cell's place in its row, in a structured file the character's in its line.
  ///
  /// Both from 1; nil: the line as a whole.
  var column: Int?

  init(line: Int = 0, column: Int? = nil) {
    self.line = line
    self.column = column
  }
}

extension NearestName {
  /// `did you mean "care-setting"?`; nil where no known name is near.
  static func remedy(for name: String, in known: some Sequence<String>) -> String? {
    nearest(to: name, in: known).map { "did you mean \($0.quotedForMessage)?" }
  }

  /// The nearest of a few allowed words, or all of them.
  static func remedy(for name: String, amongFew allowed: [String]) -> String {
    remedy(for: name, in: allowed) ?? "write \(listed(allowed))"
  }

  /// `debit or credit`, `a, b or c`; with another word in place of "or" where it is given.
  static func listed(_ words: [String], with last: String = "or") -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + end
  }
}
