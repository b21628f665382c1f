import MappingTables

/// What the lines of an export were made with, as the ledger notes it.
struct MappingKey: Hashable {
  /// The hash of all that reading an export depends on: another one, and it is read again.
  let reading: String
  /// The columns that its codes hold only because a rule looks at them.
  let columns: Set<CodeRule.Column>
  /// The hash of the rules: another one, and the stored lines are decided anew.
  let rules: String

  /// As one text.
  var text: String { "\(readingText) \(rules)" }

  /// Whether an export that was stored with a key need not be read again.
  func sharesReading(with stored: String) -> Bool { stored.hasPrefix(readingText + " ") }

  /// What a stored key says of reading alone.
  static func readingText(of text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).prefix(2).joined(separator: " ")
  }

  /// The columns that the codes of an export hold on demand, from the text of its key.
  static func columns(ofText text: String) -> Set<CodeRule.Column> {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return [] }
    return Set(parts[1].split(separator: ",").compactMap { CodeRule.Column(rawValue: String($0)) })
  }

  /// The key of an export that is not read because another has the same bytes.
  static func repeating(_ path: String) -> MappingKey {
    MappingKey(reading: "repeats:\(Fingerprint.ofTexts([path]))", columns: [], rules: "")
  }

  /// The key of an export whose bytes a person left out.
  static func leavingOut(_ sha256: String) -> MappingKey {
    MappingKey(reading: "leaves-out:\(sha256)", columns: [], rules: "")
  }

  /// Whether a stored key is that of an export whose bytes a person left out.
  static func isLeftOut(_ stored: String) -> Bool { stored.hasPrefix("leaves-out:") }

  /// The text of the key of lines that were read as the text of a stored key says, which cannot be
  /// read again, and are decided by the rules of this one.
  func withReading(ofText stored: String) -> String {
    let parts = stored.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? "\(parts[0]) \(parts[1]) \(rules)" : stored
  }

  /// The key of an export that is read only to be set aside, because a re-issue takes its place.
  func replaced(by path: String) -> MappingKey {
    MappingKey(reading: "\(reading):\(Fingerprint.ofTexts([path]))", columns: [], rules: "")
  }

  private var readingText: String {
    "\(reading) \(columns.map(\.rawValue).sorted().joined(separator: ","))"
  }
}
