/// What happens to two names, by how likely they are one provider.
package enum MatchBand {
  /// From so many thousandths on names are merged without asking, unless a ``MergeLimit`` holds: of
  /// all pairs merged so, at least 970 of 1000 are one on each of the labelled sets, fitted without
  /// the set.
  static let alone = 800
  /// From so many thousandths on names are more likely one provider than two.
  static let likely = 500
  /// From so many thousandths on a pair is worth a question.
  static let review = 150

  /// Which pairs a run merges without asking.
  package enum Merging: String, CaseIterable, Sendable {
    /// Those of which at least 97 in 100 are right: what a run does.
    case alone
    /// All that are more likely right than wrong: for measuring.
    case likely

    /// The least likelihood of a merge, in thousandths.
    var permille: Int { self == .alone ? MatchBand.alone : MatchBand.likely }
  }
}
