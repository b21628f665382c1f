import MappingTables
import PoolModel

/// What is told of exports that corrected ones replace, or should replace.
struct ReissueFindings {
  private let exports: [ExportSummary]
  private let byPath: [String: ExportSummary]
  private let sources: [String: PublisherSource]
  private let reissues: Reissues

  /// Of the exports of the store, by the source files as they are now.
  init(of exports: [ExportSummary], sources: [String: PublisherSource]) {
    self.exports = exports
    self.sources = sources
    let byPath = Dictionary(exports.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
    self.byPath = byPath
    reissues = Reissues(
      of: exports.map { Workspace.ExportPlace(publisher: $0.publisher, path: $0.path) },
      sources: sources, isUsable: { (byPath[$0]?.dataRows ?? 0) > 0 })
  }

  /// The paths of the exports that others replace.
  var replaced: Set<String> { Set(reissues.replacedBy.keys) }

  var findings: [Finding] {
    exports.compactMap(superseded)
      + reissues.doubts.map {
        ReissueFindings.finding(on: $0, sources[byPath[$0.reissue]?.publisher ?? ""])
      }
  }

  private static func row(of source: PublisherSource?) -> String {
    "supersedes in \(source?.file ?? "")"
  }

  private func superseded(_ export: ExportSummary) -> Finding? {
    guard let path = reissues.replacedBy[export.path], let reissue = byPath[path] else {
      return nil
    }
    let (aside, kept) = (export.waterfall.setAside.amount, reissue.waterfall.kept)
    let gives =
      reissues.replacedBy[path] == nil
      ? "with \(kept.amount) on \(kept.rows) lines" : "and is replaced itself"
    let row = ReissueFindings.row(of: sources[export.publisher])
    return Finding(
      .exportSuperseded, at: SourcePosition(file: export.path), value: path,
      atStake: aside, rows: export.dataRows,
      message: "\(path) takes its place \(gives); its own "
        + "\(aside) on \(export.dataRows) lines are set aside",
      remedy: "nothing to do, if \(row) is right")
  }

  /// What is told of a doubt, of exports of a source file.
  static func finding(on doubt: Reissues.Doubt, _ source: PublisherSource?) -> Finding {
    let names = doubt.others.map(\.fileNameOfPath).joined(separator: ", ")
    let row = row(of: source)
    let (message, remedy) =
      switch doubt.reason {
      case .severalReplaced:
        (
          "it takes the place of \(doubt.others.count) exports: \(names)",
          "if it corrects them all, give each a row of \(row)"
        )
      case .severalReissues:
        (
          "it counts as the last of several re-issues; set aside for it: \(names)",
          "if another is the right one, name that one in \(row)"
        )
      case .unusable:
        (
          "it should take the place of \(names), but holds no line of money that can be read; "
            + "what it should replace counts",
          "ask the publisher for it again, or correct \(row)"
        )
      }
    return Finding(
      .reissueDoubtful, at: SourcePosition(file: doubt.reissue), value: names,
      rows: doubt.others.count, message: message, remedy: remedy)
  }
}
