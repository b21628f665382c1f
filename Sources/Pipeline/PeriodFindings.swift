import MappingTables
import PoolModel

/// What is to be said of periods that are missing, late or partial: one finding for those that follow
/// one another.
struct PeriodFindings {
  /// In order of publisher and month.
  let periods: [PublisherPeriod]
  let sources: [String: PublisherSource]

  var findings: [Finding] {
    let byPublisher = Dictionary(grouping: periods.filter { $0.due != nil }, by: \.publisher)
    return byPublisher.keys.sorted().flatMap { publisher in
      spells(byPublisher[publisher] ?? []).compactMap { finding(on: $0, sources[publisher]) }
    }
  }

  /// The periods in runs of the same state.
  private func spells(_ periods: [PublisherPeriod]) -> [[PublisherPeriod]] {
    var spells: [[PublisherPeriod]] = []
    for period in periods {
      if spells.last?.last?.state == period.state {
        spells[spells.count - 1].append(period)
      } else {
        spells.append([period])
      }
    }
    return spells
  }

  private func finding(on spell: [PublisherPeriod], _ source: PublisherSource?) -> Finding? {
    guard let first = spell.first, let last = spell.last, let source else { return nil }
    let (code, what): (FindingCode, String)
    switch first.state {
    case .missing: (code, what) = (.periodMissing, "later periods are here, but not")
    case .late: (code, what) = (.periodLate, "the day has passed, and nothing is here of")
    case .partial: (code, what) = (.periodPartial, "far fewer lines than usual are here of")
    case .received, .superseded, .awaited: return nil
    }
    let tally = spell.reduce(into: RowTally()) { $0 += $1.tally }
    let name = first.from == last.to ? "\(first.from)" : "\(first.from) to \(last.to)"
    return Finding(
      code, at: SourcePosition(file: source.file), value: name,
      atStake: first.state == .partial ? tally.amount : nil, rows: spell.count,
      message: "\(what) \(name)" + (first.due.map { "; due from \($0)" } ?? ""),
      remedy: "ask the publisher for it, or correct expects in the source file")
  }
}
