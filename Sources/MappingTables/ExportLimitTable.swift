/// A figure that decides what is done with an export beside its history and its neighbours: a row of
/// `mappings/exports/limits.csv`.
package enum ExportLimit: String, CaseIterable, Sendable {
  /// An export whose file has other bytes than before is held back where it has fewer rows than so
  /// many per cent of those that it had.
  case heldBackBelow = "held-back-below"
  /// A month of an export is told again by another where so many per cent of its lines are in both.
  case toldAgainFrom = "told-again-from"
  /// Fewer lines in common than this say nothing.
  case fewestInCommon = "fewest-in-common"
  /// Of a month that has fewer than so many per cent of an export's lines it holds stray lines only.
  case strayBelow = "stray-below"
  /// An expected period is partial where it has fewer lines than so many per cent of what is usual.
  case partialBelow = "partial-below"
}

/// `mappings/exports/limits.csv`.
enum ExportLimitTable {
  static let path = "mappings/exports/limits.csv"

  /// The figures that the table states.
  static func read(_ file: MappingFile) -> [ExportLimit: Int] { LimitTable.read(file) }
}
