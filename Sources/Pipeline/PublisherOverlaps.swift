import MappingTables
import PoolModel
import PoolStore

/// The payments that two exports of one publisher tell.
///
/// Exports are compared month by month, each with those that come after it, the last first. The order
/// of exports is that of their last days, then of their first days, then of their names, and never
/// that of their arrival, so that the same files give the same pools whenever they came.
struct PublisherOverlaps {
  private let store: PoolStore
  private let months: [String: [ExportMonth]]
  private let rules: [Overlap]
  private let limits: [ExportLimit: Int]
  /// The last first.
  private let exports: [StoredExport]

  /// The overlaps of the exports of a publisher; `months` are those of all exports by path.
  init(
    store: PoolStore, exports: [StoredExport], months: [String: [ExportMonth]], rules: [Overlap],
    limits: [ExportLimit: Int]
  ) {
    self.store = store
    self.months = months
    self.rules = rules
    self.limits = limits
    self.exports = exports.sorted { PublisherOverlaps.isEarlier($1, $0) }
  }

  private static func isEarlier(_ left: StoredExport, _ right: StoredExport) -> Bool {
    let days = [left, right].map {
      ($0.summary.lastDay?.daysSince1970 ?? .min, $0.summary.firstDay?.daysSince1970 ?? .min)
    }
    return days[0] == days[1]
      ? FileNameOrder.precedes(left.summary.path, right.summary.path) : days[0] < days[1]
  }

  /// What is to be set aside of each export, by path.
  func found() throws -> [String: ExportAsides] {
    var asides: [String: ExportAsides] = [:]
    var lines: [String: MonthlyLines] = [:]
    for (place, earlier) in exports.enumerated() {
      for later in exports[..<place] {
        let shared = sharedMonths(earlier, later)
        guard !shared.isEmpty else { continue }
        for export in [earlier, later] where lines[export.summary.path] == nil {
          lines[export.summary.path] = MonthlyLines(try store.identifiedLines(of: export))
        }
        compare(earlier, later, shared, &lines, &asides)
      }
    }
    return asides
  }

  /// The months that both exports have enough lines of to be compared; none of exports whose figures
  /// are of different kinds.
  private func sharedMonths(
    _ earlier: StoredExport, _ later: StoredExport
  ) -> [(month: CalendarMonth, rule: Overlap.Rule?)] {
    guard earlier.basis == later.basis,
      earlier.summary.waterfall.side == later.summary.waterfall.side
    else { return [] }
    let rule = rules.first { rule in
      [earlier, later].contains { rule.file.matches($0.summary.path.fileNameOfPath) }
    }?.rule
    guard rule != .both, rule == .later || limits[.toldAgainFrom] != nil else { return [] }
    let fewest = rule == .later ? 1 : limits[.fewestInCommon] ?? 1
    let own = rows(of: earlier)
    return rows(of: later).filter { min($0.value, own[$0.key] ?? 0) >= fewest }
      .map { ($0.key, rule) }.sorted { $0.month < $1.month }
  }

  private func rows(of export: StoredExport) -> [CalendarMonth: Int] {
    Dictionary(
      (months[export.summary.path] ?? []).map { ($0.month, $0.tally.rows) },
      uniquingKeysWith: +)
  }

  private func compare(
    _ earlier: StoredExport, _ later: StoredExport,
    _ shared: [(month: CalendarMonth, rule: Overlap.Rule?)], _ lines: inout [String: MonthlyLines],
    _ asides: inout [String: ExportAsides]
  ) {
    let (own, other) = (earlier.summary.path, later.summary.path)
    var tale = OverlapTale(earlier: earlier.summary, later: later.summary)
    for (month, rule) in shared {
      let mine = lines[own]?[month] ?? []
      let theirs = lines[other]?[month] ?? []
      let common = CommonLines(mine, theirs)
      switch verdict(common.first.count, mine.count, theirs.count, rule) {
      case .laterCounts:
        tale.note(
          month, LineDifference(from: mine.map(\.identity), to: theirs.map(\.identity)))
        asides[own, default: ExportAsides()].set(mine, aside: later)
        lines[own]?[month] = []
      case .earlierCounts:
        tale.note(repeated: common.second, in: month)
        asides[other, default: ExportAsides()].set(common.second, aside: earlier)
        lines[other]?.remove(common.second, of: month)
      case .unsure: tale.note(unsure: common.first, in: month)
      case .apart: break
      }
    }
    for (path, findings) in [(own, tale.aboutEarlier), (other, tale.aboutLater)]
    where !findings.isEmpty {
      asides[path, default: ExportAsides()].findings += findings
    }
  }

  private enum Verdict {
    case laterCounts
    case earlierCounts
    case unsure
    case apart
  }

  /// What counts, where so many lines of a month are in both exports.
  private func verdict(
    _ common: Int, _ mine: Int, _ theirs: Int, _ rule: Overlap.Rule?
  ) -> Verdict {
    if rule == .later { return mine > 0 ? .laterCounts : .apart }
    let least = limits[.toldAgainFrom] ?? 100
    guard common >= limits[.fewestInCommon] ?? 1 else { return .apart }
    if common * 100 >= mine * least { return .laterCounts }
    return common * 100 >= theirs * least ? .earlierCounts : .unsure
  }
}

extension ExportAsides {
  fileprivate mutating func set(_ lines: [IdentifiedLine], aside export: StoredExport) {
    for line in lines { self.lines[line.id] = export }
  }
}

/// The dated lines of an export by month, without those that were set aside.
struct MonthlyLines {
  private var byMonth: [CalendarMonth: [IdentifiedLine]]

  /// Lines in the order of their file.
  init(_ lines: [IdentifiedLine]) {
    byMonth = Dictionary(grouping: lines.filter { $0.identity.day != LineIdentity.noDay }) {
      CalendarMonth(containing: CalendarDay(daysSince1970: $0.identity.day))
    }
  }

  /// The lines of a month.
  subscript(month: CalendarMonth) -> [IdentifiedLine] {
    get { byMonth[month] ?? [] }
    set { byMonth[month] = newValue }
  }

  /// Takes some lines of a month out.
  mutating func remove(_ lines: [IdentifiedLine], of month: CalendarMonth) {
    let ids = Set(lines.map(\.id))
    self[month].removeAll { ids.contains($0.id) }
  }
}

/// The lines that two lists have in common, as often as both have them.
struct CommonLines {
  /// Those of the first list.
  private(set) var first: [IdentifiedLine] = []
  /// Those of the second list.
  private(set) var second: [IdentifiedLine] = []

  /// Compares two lists.
  init(_ first: [IdentifiedLine], _ second: [IdentifiedLine]) {
    var waiting: [LineIdentity: [IdentifiedLine]] = [:]
    for line in second.reversed() { waiting[line.identity, default: []].append(line) }
    for line in first {
      guard let other = waiting[line.identity]?.popLast() else { continue }
      self.first.append(line)
      self.second.append(other)
    }
  }
}
