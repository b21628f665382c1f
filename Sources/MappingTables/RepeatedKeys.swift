import PoolModel

/// Finds rows whose key stood in an earlier row.
struct RepeatedKeys {
  private let what: String
  private var firstLines: [String: Int] = [:]

  /// `what` names the key in messages.
  init(of what: String) { self.what = what }

  /// Whether the key is new; notes a finding where it is not.
  mutating func isNew(_ key: String, in file: MappingFile, at place: FilePlace) -> Bool {
    guard let first = firstLines[key] else {
      firstLines[key] = place.line
      return true
    }
    file.report(
      .mappingRowRepeated, place, value: key,
      message: "\(what) \(file.quoted(key)) already stands on line \(first)",
      remedy: "take one of the two out or give it another name")
    return false
  }
}
