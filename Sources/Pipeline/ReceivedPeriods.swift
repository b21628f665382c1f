import MappingTables
import PoolModel
import PoolStore

/// The matrix of publishers and periods: what was received, superseded, is missing or late.
struct ReceivedPeriods {
  /// What was received of one month.
  private struct Received {
    var exports: Set<String> = []
    var tally = RowTally()
    var isSuperseded = false
  }
  private struct Place: Hashable {
    var publisher: String
    var side: PoolSide
  }

  private let sources: [String: PublisherSource]
  private let limits: [ExportLimit: Int]
  private var received: [Place: [CalendarMonth: Received]] = [:]

  /// The periods of the exports of a store.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - mappings: the mappings that say what is expected.
  ///   - replaced: the paths of exports that a row of `supersedes` sets aside.
  /// - Throws: what the store throws.
  init(store: PoolStore, mappings: MappingSet, replaced: Set<String>) throws {
    sources = mappings.sources
    limits = mappings.exportLimits
    let (months, former) = (try store.months(), try store.formerMonths())
    let aside = try store.monthsAside()
    for export in try store.exports() {
      let summary = export.summary
      let place = Place(publisher: summary.publisher, side: summary.waterfall.side)
      for month in usual(months[summary.path] ?? []) {
        add(month, of: summary.path, less: aside[summary.path]?[month.month], to: place)
      }
      for month in usual(former[summary.path] ?? []) {
        received[place]?[month.month]?.isSuperseded = true
      }
      guard replaced.contains(summary.path) else { continue }
      for month in ReceivedPeriods.months(of: summary) {
        received[place, default: [:]][month, default: Received()].isSuperseded = true
      }
    }
  }

  /// The months of an export without those of which it has a stray line only.
  private func usual(_ months: [ExportMonth]) -> [ExportMonth] {
    let whole = months.reduce(0) { $0 + $1.tally.rows }
    return months.filter { $0.tally.rows * 100 >= whole * (limits[.strayBelow] ?? 0) }
  }

  private mutating func add(
    _ month: ExportMonth, of path: String, less aside: RowTally?, to place: Place
  ) {
    var found = received[place]?[month.month] ?? Received()
    let rest = month.tally.rows - (aside?.rows ?? 0)
    if rest > 0 {
      found.exports.insert(path)
      found.tally += RowTally(
        rows: rest, amount: month.tally.amount - (aside?.amount ?? .zero))
    }
    if aside != nil { found.isSuperseded = true }
    received[place, default: [:]][month.month] = found
  }

  private static func months(of export: ExportSummary) -> [CalendarMonth] {
    guard let first = export.firstDay, let last = export.lastDay else { return [] }
    let span = CalendarMonth(containing: first).index...CalendarMonth(containing: last).index
    return span.map { CalendarMonth(index: $0) }
  }

  /// The last day of the last month that any export holds; nil where no line has a day.
  var lastDay: CalendarDay? {
    received.values.flatMap(\.keys).max()?.lastDay
  }

  /// The matrix as it looks on a day, in order of publisher, month and side.
  func periods(asAt day: CalendarDay?) -> [PublisherPeriod] {
    let day = day ?? lastDay
    var periods: [PublisherPeriod] = []
    for publisher in Set(received.keys.map(\.publisher)).union(sources.keys) {
      let sides = received.keys.filter { $0.publisher == publisher }
      let rules = sources[publisher]?.expects ?? []
      // What is expected are payments; plans have no months.
      let expected = rules.flatMap { rule in
        self.expected(rule, Place(publisher: publisher, side: .spending), asAt: day)
      }
      periods += expected
      for place in sides {
        periods += unexpected(place, besides: place.side == .spending ? expected : [])
      }
    }
    return periods.sorted {
      ($0.publisher, $0.from, $0.to, $0.side?.rawValue ?? "")
        < ($1.publisher, $1.from, $1.to, $1.side?.rawValue ?? "")
    }
  }

  /// The months that were received and that no rule speaks of.
  private func unexpected(
    _ place: Place, besides expected: [PublisherPeriod]
  ) -> [PublisherPeriod] {
    (received[place] ?? [:]).compactMap { month, found in
      guard !expected.contains(where: { $0.from <= month && month <= $0.to }) else { return nil }
      return PublisherPeriod(
        publisher: place.publisher, side: place.side, from: month, to: month,
        state: found.isSuperseded ? .superseded : .received, due: nil,
        exports: found.exports.count, tally: found.tally)
    }
  }

  private func expected(
    _ rule: ExpectedPeriods, _ place: Place, asAt day: CalendarDay?
  ) -> [PublisherPeriod] {
    let own = received[place] ?? [:]
    guard let end = rule.to ?? lastExpected(rule, own, asAt: day) else { return [] }
    let starts = stride(
      from: rule.from.index, through: end.index, by: rule.every.months
    ).map { CalendarMonth(index: $0) }
    let found = starts.map { start in
      (0..<rule.every.months).compactMap { own[start.adding($0)] }
        .reduce(into: Received()) { sum, month in
          sum.exports.formUnion(month.exports)
          sum.tally += month.tally
          sum.isSuperseded = sum.isSuperseded || month.isSuperseded
        }
    }
    let usual = ReceivedPeriods.median(found.map(\.tally.rows).filter { $0 > 0 })
    let lastReceived = found.lastIndex { $0.tally.rows > 0 } ?? -1
    return starts.indices.map { index in
      let last = starts[index].adding(rule.every.months - 1)
      let due = last.lastDay.map {
        CalendarDay(daysSince1970: $0.daysSince1970 + Int32(clamping: rule.withinDays))
      }
      let isLate = due.flatMap { due in day.map { due < $0 } } ?? false
      return PublisherPeriod(
        publisher: place.publisher, side: found[index].tally.rows > 0 ? place.side : nil,
        from: starts[index], to: last,
        state: state(found[index], usual, isBefore: index < lastReceived, isLate: isLate),
        due: due, exports: found[index].exports.count, tally: found[index].tally)
    }
  }

  /// The last month of a period that is due or has come, where the rule has no end.
  private func lastExpected(
    _ rule: ExpectedPeriods, _ own: [CalendarMonth: Received], asAt day: CalendarDay?
  ) -> CalendarMonth? {
    let today = day.map { CalendarMonth(containing: $0) }
    return [today, own.keys.max()].compactMap(\.self).max()
  }

  private func state(
    _ found: Received, _ usual: Int?, isBefore: Bool, isLate: Bool
  ) -> PublisherPeriod.State {
    guard found.tally.rows > 0 else { return isBefore ? .missing : isLate ? .late : .awaited }
    if let usual, let limit = limits[.partialBelow], found.tally.rows * 100 < usual * limit {
      return .partial
    }
    return found.isSuperseded ? .superseded : .received
  }

  /// The middle of some counts; nil of fewer than three, which do not tell what is usual.
  private static func median(_ counts: [Int]) -> Int? {
    counts.count < 3 ? nil : counts.sorted()[counts.count / 2]
  }
}
