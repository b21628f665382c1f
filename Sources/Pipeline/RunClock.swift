import FoundationEssentials

/// When a run began, for the ledger; no figure ever depends on it.
enum RunClock {
  /// The time by the clock in UTC, as `2010-04-12T02:00:00Z`.
  static var now: String { Date.now.formatted(.iso8601) }
}
