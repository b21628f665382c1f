import MappingTables
import PoolModel

/// Finds the rules of one file that tie, and those that a better rule always wins over.
///
/// No rule is compared with all others: a rule is turned into samples of what it matches, and the
/// compiled rules tell which others match them too.
struct RuleReach {
  private let compiled: CompiledRules
  private var rules: [NamedRule] { compiled.rules }

  /// A rule with many lists is sampled by this many combinations of their values.
  private static let mostSamples = 4_096

  init(_ compiled: CompiledRules) { self.compiled = compiled }

  /// At most one tie and one shadow a rule.
  func findings() -> [Finding] {
    rules.indices.flatMap { place -> [Finding] in
      let samples = samples(of: rules[place])
      var met: Set<Int> = []
      for sample in samples { met.formUnion(compiled.matches(folded: sample)) }
      let others = met.sorted()
      return [tie(of: place, among: others), shadow(on: place, among: others)].compactMap { $0 }
    }
  }

  private func tie(of place: Int, among others: [Int]) -> Finding? {
    let rival = others.first { other in
      other < place && compiled.areOfEqualRank(place, other)
        && rules[place].fillsSameColumns(as: rules[other])
        && rules[place].isInForceTogether(with: rules[other])
    }
    return rival.map {
      CodeRuleLint.tie(of: rules[place], with: rules[$0], meeting: "match the same codes")
    }
  }

  private func shadow(on place: Int, among others: [Int]) -> Finding? {
    let rule = rules[place]
    let better = others.first { other in
      other < place && !compiled.areOfEqualRank(place, other) && rules[other].covers(rule)
    }
    return better.map { better in
      Finding(
        .ruleShadowed, at: rule.position, value: rule.name,
        message: "rule \(rule.name.quotedForMessage) never decides: rule "
          + "\(rules[better].name.quotedForMessage) (line \(rules[better].position.line)) is "
          + "better and matches all that it matches, in all its days",
        remedy: "take it out, or narrow the cells or dates of the better rule")
    }
  }

  /// Tuples of folded values that the rule matches: each value of its lists, the ends of ranges.
  private func samples(of rule: NamedRule) -> [[String]] {
    var samples = [Array(repeating: "", count: CodeRule.Column.allCases.count)]
    for cell in rule.cells {
      let values = cell.pattern.samples
      let room = samples.count == 1 ? values.count : max(1, Self.mostSamples / samples.count)
      samples = samples.flatMap { sample in
        values.prefix(room).map { value in
          var filled = sample
          filled[cell.column] = value
          return filled
        }
      }
    }
    return samples
  }
}

extension NamedRule {
  fileprivate func fillsSameColumns(as other: NamedRule) -> Bool {
    cells.map(\.column) == other.cells.map(\.column)
  }

  fileprivate func isInForceTogether(with other: NamedRule) -> Bool {
    let signsMeet =
      amountSign == nil || other.amountSign == nil || amountSign == other.amountSign
    return signsMeet && max(from, other.from) <= min(to, other.to)
  }

  /// Whether it matches every line that another rule matches.
  fileprivate func covers(_ other: NamedRule) -> Bool {
    guard amountSign == nil || amountSign == other.amountSign, from <= other.from, other.to <= to,
      other.graceTo <= graceTo
    else { return false }
    return cells.allSatisfy { cell in
      let facing = other.cells.first { $0.column == cell.column }?.pattern ?? .any
      return cell.pattern.covers(facing)
    }
  }
}
