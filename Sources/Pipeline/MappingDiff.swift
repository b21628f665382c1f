import CodeMapping
import LineParsing
package import MappingTables
package import PoolModel
import PoolStore

/// What an edit of the mapping files moves among the lines of the last run, before it is run.
package struct MappingDiff {
  /// By publisher, the largest first.
  package let moves: [MappingMove]
  /// The lines that were decided by both sets of rules, moved or not, and their sum.
  package let compared: RowTally

  /// An export whose lines the store's codes cannot decide and that can no longer be read.
  package struct ExportGone: Error, CustomStringConvertible {
    /// Relative to the workspace.
    package let path: String

    /// One line for the terminal.
    package var description: String {
      "the rules look at a column that the last run did not keep of \(path), "
        + "and the export is no longer what it was: run weir run first"
    }
  }

  /// The difference between two sets of mapping files over the last run of a workspace.
  ///
  /// The stored lines are decided by both. An export is read again only where rules look at a column
  /// that the store does not hold of it.
  package init(
    of run: StoredRun, in workspace: Workspace, from old: MappingSet, to new: MappingSet
  ) throws {
    var moves: [MappingMove.Key: MappingMove] = [:]
    var compared = RowTally()
    let exports = Dictionary(grouping: try run.store.exports(), by: \.summary.publisher)
    for publisher in exports.keys.sorted() {
      let comparison = try RuleComparison(
        publisher: publisher, store: run.store, workspace: workspace, old: old, new: new)
      for export in exports[publisher] ?? [] {
        let found = try comparison.moves(of: export, &compared)
        for (key, move) in found {
          moves[key, default: MappingMove(key: key, lines: 0, before: .zero, after: .zero)]
            .add(move.lines, move.before, move.after)
        }
      }
    }
    self.moves = moves.values.sorted(by: MappingMove.largestFirst)
    self.compared = compared
  }
}

/// The rules of one publisher in two sets of mapping files, over its stored lines.
private final class RuleComparison {
  private let publisher: String
  private let store: PoolStore
  private let workspace: Workspace
  private let source: PublisherSource?
  private let rules: (old: CompiledRules, new: CompiledRules)
  private let codes: PublisherCodes
  private var stored: (old: CodeDecider, new: CodeDecider)

  init(
    publisher: String, store: PoolStore, workspace: Workspace, old: MappingSet, new: MappingSet
  ) throws {
    self.publisher = publisher
    self.store = store
    self.workspace = workspace
    source = new.sources[publisher] ?? old.sources[publisher]
    rules = (
      CompiledRules(layers: old.codeRuleLayers(of: publisher), flows: old.flows),
      CompiledRules(layers: new.codeRuleLayers(of: publisher), flows: new.flows)
    )
    codes = try store.codes(of: publisher)
    stored = (CodeDecider(rules: rules.old), CodeDecider(rules: rules.new))
  }

  func moves(
    of export: StoredExport, _ compared: inout RowTally
  ) throws -> [MappingMove.Key: MappingMove] {
    var tally = MoveTally(publisher: publisher, side: export.summary.waterfall.side)
    let wanted = rules.old.columns.union(rules.new.columns).filter(\.isHeldOnDemand)
    if wanted.isSubset(of: MappingKey.columns(ofText: export.mappings)) {
      var lines = RowTally()
      try store.forEachCodedLine(of: export) { coded in
        let place = self.codes.place(ofCodes: coded.line.codes)
        RuleComparison.count(
          coded.line, place, self.codes.fields[Int(place)], &self.stored, &tally)
        lines.count(coded.line.amount)
      }
      compared += lines
    } else {
      try read(export, wanted, &tally, &compared)
    }
    return tally.moves
  }

  private func read(
    _ export: StoredExport, _ columns: Set<CodeRule.Column>, _ tally: inout MoveTally,
    _ compared: inout RowTally
  ) throws {
    let path = export.summary.path
    // A repeated, replaced or faulty export gave the store no lines.
    guard export.summary.waterfall.kept.rows > 0 else { return }
    guard let source, Fingerprint.ofFile(workspace.path(path)) == export.summary.sha256,
      case .success(let lines) = ExportLines.open(
        workspace.path(path), shownAs: path, sources: [source],
        ruleColumns: { _ in self.rules.old.columns.union(self.rules.new.columns) })
    else { throw MappingDiff.ExportGone(path: path) }
    var deciders = (old: CodeDecider(rules: rules.old), new: CodeDecider(rules: rules.new))
    while let batch = lines.next() {
      let texts = lines.parser.texts
      for line in batch.lines {
        RuleComparison.count(
          line, line.codes, texts.codes[Int(line.codes)], &deciders, &tally)
        compared.count(line.amount)
      }
    }
  }

  private static func count(
    _ line: SpendLine, _ codes: Int32, _ fields: CodeFields,
    _ deciders: inout (old: CodeDecider, new: CodeDecider), _ tally: inout MoveTally
  ) {
    let old = deciders.old.place(
      ofCodes: codes, fields: fields, day: line.day, amount: line.amount)
    let new = deciders.new.place(
      ofCodes: codes, fields: fields, day: line.day, amount: line.amount)
    tally.count(
      line, (old, deciders.old.decisions[Int(old)]), (new, deciders.new.decisions[Int(new)]))
  }
}
