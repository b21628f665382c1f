internal import PoolModel

/// Whether the pools of a run can be used, and why not or with what care.
struct Verdict: Hashable {
  enum State: String {
    case usable
    case usableWithCare = "usable with care"
    case notUsable = "not usable"
  }

  let state: State
  /// One sentence each; empty where the pools are usable.
  let reasons: [String]

  /// What the figures of a run come to.
  init(of run: RunSummary) {
    let blocking = Verdict.blocking(run)
    let cautions =
      Verdict.refused(run) + Verdict.poolGaps(run) + Verdict.unexplained(run)
      + Verdict.faults(run)
    if !blocking.isEmpty {
      state = .notUsable
    } else {
      state = cautions.isEmpty ? .usable : .usableWithCare
    }
    reasons = blocking + cautions
  }

  /// What makes the pools unusable.
  private static func blocking(_ run: RunSummary) -> [String] {
    var reasons: [String] = []
    for waterfall in run.waterfalls {
      reasons += waterfall.imbalances.map {
        "the \(waterfall.side.rawValue) side of the run does not balance: \($0)"
      }
    }
    for export in run.exports {
      reasons += export.waterfall.imbalances.map { "\(export.path) does not balance: \($0)" }
    }
    let mapping = run.findings.count {
      $0.code.isConfigurationFault && $0.code != .waterfallUnbalanced
    }
    if mapping > 0 {
      reasons.append("\(mapping.counted("fault")) in the mapping files must be corrected first")
    }
    if run.pools.isEmpty { reasons.append("no pool was formed") }
    return reasons
  }

  private static func refused(_ run: RunSummary) -> [String] {
    run.waterfalls.filter { $0.refused.rows > 0 }.map {
      "\($0.refused.rows.counted("\($0.side.rawValue) row")) with \($0.refused.amount) "
        + "could not be used"
    }
  }

  private static func poolGaps(_ run: RunSummary) -> [String] {
    var reasons: [String] = []
    let incomplete = run.pools.count { !$0.isComplete }
    if incomplete > 0 {
      reasons.append("\(incomplete) of \(run.pools.count.counted("pool")) incomplete")
    }
    let transfers = run.pools.flatMap(\.transfers)
    let unpaired = transfers.filter { $0.state == .paidOnly || $0.state == .receivedOnly }
    if !unpaired.isEmpty {
      let amount = unpaired.reduce(Money.zero) { $0 + ($1.paid ?? $1.received ?? .zero) }
      reasons.append(
        "\(unpaired.count.counted("transfer")) between partners found at one end only, \(amount)")
    }
    let kept = transfers.filter { $0.state == .counterpartOutside }
    if !kept.isEmpty {
      let amount = kept.reduce(Money.zero) { $0 + ($1.paid ?? $1.received ?? .zero) }
      reasons.append(
        "\(kept.count.counted("transfer")) with bodies whose exports are not loaded, \(amount)")
    }
    return reasons
  }

  /// Money whose codes no rule explains, a sentence for each side.
  private static func unexplained(_ run: RunSummary) -> [String] {
    PoolSide.allCases.compactMap { side in
      let lines = run.coverage.filter { $0.side == side }
      let open = lines.filter { $0.coverage == .unmapped }
      let unmapped = open.reduce(RowTally()) { $0 + $1.tally }
      guard unmapped.rows > 0 else { return nil }
      let all = lines.reduce(Money.zero) { $0 + $1.moved }
      let moved = open.reduce(Money.zero) { $0 + $1.moved }
      let share = percentText(of: moved, in: all).map { ", \($0) of what moved" } ?? ""
      return "\(unmapped.amount) of \(side.rawValue) is on codes that no rule maps\(share)"
    }
  }

  private static func faults(_ run: RunSummary) -> [String] {
    var reasons: [String] = []
    let printed = run.findings.count { $0.code == .totalDiffers }
    if printed > 0 {
      reasons.append("\(printed.counted("printed total")) not what the rows come to")
    }
    let stated = run.findings.count { $0.code == .statedTotalDiffers }
    if stated > 0 {
      reasons.append("\(stated.counted("stated figure")) not what the lines come to")
    }
    let errors = run.findings.count {
      $0.code.severity == .error && $0.code != .totalDiffers && !$0.code.isConfigurationFault
    }
    if errors > 0 { reasons.append("\(errors.counted("finding")) of severity error") }
    return reasons
  }
}
