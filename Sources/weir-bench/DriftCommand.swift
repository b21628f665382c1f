import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir-bench drift-matching`: whether the weights still fit the names of a workspace.
struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift-matching",
    abstract: "Shows how far the names of a workspace have moved from those that were fitted on.",
    discussion: """
      Needs the folder matching/ of the shared folder and a run of the workspace. Nothing is \
      written: where much has moved, decide some pairs and fit the weights with them.
      """)

  @Option(help: "The shared folder.")
  var shared = "../shared"

  @Option(help: "The workspace whose payees of the last run are looked at.")
  var workspace = "."

  @Option(help: "Show levels that moved by at least so many bits.")
  var least = 1.0

  @Option(help: "Show levels of at least so many pairs.")
  var pairs = 50

  func run() throws {
    let folder = Workspace(root: workspace)
    let mappings = MappingCheck.read(folder).mappings
    let stored = try StoredPayees.ofLastRun(in: folder, mappings)
    let matcher = ProviderMatcher(mappings)
    let labelled = try LabelledNames.all(in: shared).filter { $0.name == $0.family }.map {
      matcher.candidateEvidence($0.mentions)
    }
    let drift = MatchDrift(
      labelled: labelled.flatMap(\.evidence).map(\.levels),
      here: matcher.candidateEvidence(stored.payees).evidence.map(\.levels),
      model: MatchModel(weights: mappings.evidenceWeights, bands: mappings.evidenceBands))
    print(text(drift))
  }

  private func text(_ drift: MatchDrift) -> String {
    let moved = drift.rows.filter { $0.bits.magnitude >= least && $0.pairs >= pairs }
    let table = MarkdownTable(
      headings: ["aspect", "level", "pairs here", "moved by bits"],
      rows: moved.map {
        [$0.aspect.name, $0.aspect.levels[$0.level], "\($0.pairs)", $0.bits.fixed(1)]
      })
    let likely = [drift.likely.labelled, drift.likely.here].map { ($0 * 100).fixed(1) + "%" }
    return """
      Likely one provider: \(likely[0]) of the labelled pairs, \(likely[1]) of those here.
      \(moved.isEmpty ? "No level has moved so far." : table.text)
      """
  }
}
