/// A figure that decides what `weir codes lint` tells: a row of `mappings/codes/_limits.csv`.
package enum CodeLimit: String, CaseIterable, Sendable {
  /// A rule is told that decided no line in so many months before the publisher's last day.
  case idleMonths = "idle-months"
}

/// `mappings/codes/_limits.csv`.
enum CodeLimitTable {
  static let path = "\(CodeRuleTable.folder)/_limits.csv"

  /// The figures that the table states.
  static func read(_ file: MappingFile) -> [CodeLimit: Int] { LimitTable.read(file) }
}
