import ArgumentParser
import FoundationEssentials
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir-bench score-matching`: the matcher over labelled names, by weights that have not seen them.
struct ScoreMatchingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-matching",
    abstract: "Scores the matching of provider names on labelled sets.",
    discussion: "Fitting leaves out the set that is scored, and every set with the same names.")

  @Option(help: "The shared folder.")
  var shared = "../shared"

  @Option(help: "The workspace whose tables are used.")
  var workspace = "."

  @Option(help: "Write the weights and bands of a fit to all sets into this folder.")
  var write: String?

  @Option(help: "Show so many of the largest wrong clusters of each set.")
  var errors = 0

  func run() throws {
    let mappings = MappingCheck.read(Workspace(root: workspace)).mappings
    let matcher = ProviderMatcher(mappings)
    let sets = try LabelledNames.all.map {
      LabelledPairs(try LabelledNames($0, in: "\(shared)/matching"), matcher)
    }
    for set in sets {
      let found = set.samples.count { $0.isOne }
      Machine.tell(
        "\(set.names.name): \(set.compared) pairs compared, "
          + "\((Double(set.compared) / Double(set.names.mentions.count)).fixed(1)) a name; "
          + "\(found) of \(set.names.pairs) true pairs among readings")
    }
    for set in sets {
      let model = ModelFit(sets.filter { $0.names.family != set.names.family }).model
      let fitted = matcher.with(model)
      for merging in MatchBand.Merging.allCases {
        let result = fitted.match(set.names.mentions, registry: [], merging: merging)
        let score = PairScore(truth: set.names.bodies, found: result.providerIDs)
        print(
          "\(set.names.name) \(merging.rawValue): P \(score.precision.fixed(3)) "
            + "R \(score.recall.fixed(3)) F1 \(score.f1.fixed(3)) B3 \(score.bCubed.fixed(3)) "
            + "largest \(score.largest) (true \(score.largestTrue))")
        showErrors(set.names, result.providerIDs)
      }
    }
    guard let write else { return }
    let fit = ModelFit(sets)
    try MatchModelFiles.write(fit, to: write)
  }

  private func showErrors(_ names: LabelledNames, _ found: [String]) {
    guard errors > 0 else { return }
    let clusters = Dictionary(grouping: found.indices, by: { found[$0] })
      .filter { PayeeClass.withID($0.key) == nil && Set($0.value.map { names.bodies[$0] }).count > 1 }
      .values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    for cluster in clusters.prefix(errors) {
      print("  --", cluster.count)
      for (body, members) in Dictionary(grouping: cluster, by: { names.bodies[$0] }).sorted(by: { $0.key < $1.key }) {
        print("    ", body, members.prefix(4).map { names.mentions[$0].supplier.name })
      }
    }
  }
}

/// How well clusters agree with the truth.
struct PairScore {
  let precision: Double
  let recall: Double
  let bCubed: Double
  let largest: Int
  let largestTrue: Int
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  /// Compares two clusterings of the same records; the class of individuals counts as one each.
  init(truth: [String], found: [String]) {
    var cells: [String: Int] = [:]
    var truths: [String: Int] = [:]
    var founds: [String: Int] = [:]
    for (place, (body, cluster)) in zip(truth, found).enumerated() {
      let own = PayeeClass.withID(cluster) == nil ? cluster : "\(cluster)-\(place)"
      cells["\(body)\u{1F}\(own)", default: 0] += 1
      truths[body, default: 0] += 1
      founds[own, default: 0] += 1
    }
    func pairs(_ counts: [String: Int]) -> Double {
      Double(counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    }
    let (both, all, merged) = (pairs(cells), pairs(truths), pairs(founds))
    precision = merged == 0 ? 1 : both / merged
    recall = all == 0 ? 1 : both / all
    largest = founds.values.max() ?? 0
    largestTrue = truths.values.max() ?? 0
    var (p, r) = (0.0, 0.0)
    for (key, count) in cells.sorted(by: { $0.key < $1.key }) {
      let parts = key.split(separator: "\u{1F}", maxSplits: 1).map(String.init)
      p += Double(count * count) / Double(founds[parts[1]] ?? 1)
      r += Double(count * count) / Double(truths[parts[0]] ?? 1)
    }
    let records = Double(max(truth.count, 1))
    bCubed = 2 * (p / records) * (r / records) / max(p / records + r / records, 1e-12)
  }
}

/// Writes the tables of a fitted model.
enum MatchModelFiles {
  static func write(_ fit: ModelFit, to folder: String) throws {
    var weights = CSVText.line(["aspect", "level", "hundredths"])
    for row in fit.weights { weights += CSVText.line([row.aspect, row.level, "\(row.hundredths)"]) }
    try OutputText.write(weights, to: "\(folder)/weights.csv")
    var bands = CSVText.line(["kind", "permille", "from"])
    for row in fit.bands { bands += CSVText.line([row.kind, "\(row.permille)", "\(row.from)"]) }
    try OutputText.write(bands, to: "\(folder)/bands.csv")
  }
}

enum OutputText {
  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
