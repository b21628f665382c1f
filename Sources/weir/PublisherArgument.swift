import PoolModel

/// A publisher that a command is narrowed to.
enum PublisherArgument {
  /// Refuses one that the last run has no exports of: an empty answer would read as "none of its money".
  static func check(_ publisher: String?, among known: Set<String>) throws {
    guard let publisher, !known.contains(publisher) else { return }
    throw Failure(
      "no publisher \(publisher.quotedForMessage); the publishers are: "
        + known.sorted().joined(separator: ", "))
  }
}
