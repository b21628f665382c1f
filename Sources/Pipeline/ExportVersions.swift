import MappingTables
import PoolModel
import PoolStore

/// Which version of each export counts: brings the exports that the store holds in line with the
/// files and with what people decided.
struct ExportVersions {
  let store: PoolStore
  let decisions: ExportDecisions
  /// The limits of `mappings/exports/limits.csv`.
  let limits: [ExportLimit: Int]

  /// What is to be done with the version of an export that the store holds.
  private enum Fate {
    /// It is that of the file.
    case kept
    /// The file's bytes are left out, and it counts instead of them.
    case standsIn
    /// It has the file's bytes, but must be read again.
    case readAgain
    /// The file has other bytes.
    case replaced
    /// There is no such file any more.
    case gone
    /// A person decided so.
    case leftOut
  }

  /// What is left to do after ``sort(_:wanted:)``.
  struct Sorted {
    /// The exports that count as they are stored, whose rules may have changed.
    var kept: [StoredExport] = []
    /// Of these, the paths of those whose files have other bytes.
    var standingIn: Set<String> = []
    /// The paths of exports that are read for the first time or again.
    var new: Set<String> = []
    /// The versions that exports among `new` had before, by path.
    var former: [String: StoredExport] = [:]
    /// The exports that the workspace has no longer.
    var gone: [ExportSummary] = []
  }

  /// Puts the stored exports where they belong; `wanted` are the exports of the workspace by path.
  func sort(
    _ stored: [StoredExport], wanted: [String: ExportImport]
  ) throws -> Sorted {
    var sorted = Sorted()
    sorted.new = Set(wanted.keys).subtracting(stored.map(\.summary.path))
    for export in stored {
      let path = export.summary.path
      switch fate(of: export, wanted[path]) {
      case .kept: sorted.kept.append(export)
      case .standsIn:
        sorted.kept.append(export)
        sorted.standingIn.insert(path)
      case .readAgain:
        try store.removeExport(export)
        sorted.new.insert(path)
      case .replaced:
        try store.makeFormer(export)
        sorted.former[path] = export
        sorted.new.insert(path)
      case .gone:
        try store.removeExport(export)
        try store.forgetFormer(of: path)
        sorted.gone.append(export.summary)
      case .leftOut: try leaveOut(export, &sorted)
      }
    }
    return sorted
  }

  private func fate(of stored: StoredExport, _ wanted: ExportImport?) -> Fate {
    guard let wanted else { return .gone }
    let isSame = stored.summary.sha256 == wanted.export.sha256 ?? ""
    if isSame, wanted.mappingKey.sharesReading(with: stored.mappings) { return .kept }
    if wanted.leftOut != nil { return isSame ? .leftOut : .standsIn }
    return isSame ? .readAgain : .replaced
  }

  /// Lets the version before count, where there is one that nobody left out as well; the export is
  /// read where there is none, to have its place among the exports.
  private func leaveOut(_ export: StoredExport, _ sorted: inout Sorted) throws {
    let path = export.summary.path
    try store.removeExport(export)
    guard let former = try store.former(of: path),
      decisions.leavingOut(path, former.summary.sha256) == nil
    else {
      sorted.new.insert(path)
      return
    }
    try store.reinstate(former)
    sorted.kept.append(former)
    sorted.standingIn.insert(path)
  }

  /// An export whose new bytes were not taken in.
  struct HeldBack {
    /// The version that goes on counting.
    var standing: StoredExport
    /// The version that does not.
    var held: ExportSummary
    /// What was found about it.
    var findings: [Finding]
  }

  /// Takes back what was read of files that have far fewer rows than before, so that their versions
  /// before go on counting.
  func holdBack(_ sorted: inout Sorted) throws -> [HeldBack] {
    guard let limit = limits[.heldBackBelow] else { return [] }
    let read = try store.exports().filter { sorted.former[$0.summary.path] != nil }
    var held: [HeldBack] = []
    for export in read {
      let path = export.summary.path
      guard let former = sorted.former[path], !decisions.takes(path, export.summary.sha256),
        export.summary.dataRows * 100 < former.summary.dataRows * limit,
        decisions.leavingOut(path, former.summary.sha256) == nil
      else { continue }
      let findings = try store.findings(of: export)
      try store.removeExport(export)
      try store.reinstate(former)
      sorted.former[path] = nil
      sorted.kept.append(former)
      sorted.standingIn.insert(path)
      held.append(HeldBack(standing: former, held: export.summary, findings: findings))
    }
    return held
  }

  /// Tells of each export whose file has other bytes what came, went and changed.
  func tellDifferences(_ sorted: Sorted) throws {
    for export in try store.exports() {
      guard let former = sorted.former[export.summary.path] else { continue }
      let difference = LineDifference(
        from: try store.identifiedLines(of: former, former: true).map(\.identity),
        to: try store.identifiedLines(of: export).map(\.identity))
      let finding = Finding(
        .exportReissued, at: SourcePosition(file: export.summary.path), atStake: difference.net,
        rows: export.summary.dataRows,
        message: "its bytes are others than those that run \(former.takenRun) took in: "
          + difference.sentence,
        remedy: "nothing to do, if the publisher corrected it; weir undo --file takes it back")
      try store.setFindings([finding], .exportReissued, of: export)
    }
  }
}

extension ExportVersions.HeldBack {
  /// Why it was held back, and all that was found about it.
  var told: [Finding] {
    let why = Finding(
      .exportHeldBack, at: SourcePosition(file: held.path), value: held.sha256,
      atStake: standing.summary.waterfall.kept.amount - held.waterfall.kept.amount,
      rows: held.dataRows,
      message:
        "the file has \(held.dataRows) row\(held.dataRows == 1 ? "" : "s") of money now and had "
        + "\(standing.summary.dataRows) in run \(standing.takenRun), whose lines still count",
      remedy: "ask the publisher for the whole file; if the smaller one is right, take it with: "
        + "weir accept \(held.path)")
    return [why] + findings
  }
}
