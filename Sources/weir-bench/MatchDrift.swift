import Glibc
import ProviderMatching

/// How far what names say of each other has moved from what it says in labelled names.
///
/// One round of expectation and maximisation: the fitted weights tell which pairs are likely, of the
/// labelled ones and of those at hand, and these tell what each level says. Further rounds would run
/// away from any truth, as they do on one column of names; nothing is fitted by it.
struct MatchDrift {
  /// One level of an aspect.
  struct Row {
    let aspect: EvidenceAspect
    let level: Int
    /// In how many pairs of the names at hand it was found.
    let pairs: Int
    /// How far its weight moved, in bits; above zero speaks more for one provider than it did.
    let bits: Double
  }

  /// In the order of the aspects and their levels.
  private(set) var rows: [Row] = []
  /// The share of the pairs that are likely one: of the labelled ones, and of those at hand.
  private(set) var likely: (labelled: Double, here: Double) = (0, 0)

  init(labelled: [EvidenceLevels], here: [EvidenceLevels], model: MatchModel) {
    func bits(_ levels: EvidenceLevels) -> Double { Double(model.score(levels)) / 100 }
    let (known, found) = (Shares(labelled, bits: bits), Shares(here, bits: bits))
    likely = (known.likely, found.likely)
    for aspect in EvidenceAspect.allCases {
      for level in aspect.levels.indices {
        rows.append(
          Row(
            aspect: aspect, level: level, pairs: here.count { $0[aspect] == level },
            bits: found.bits(aspect, level) - known.bits(aspect, level)))
      }
    }
  }

  /// How often each level stands among likely pairs and among the others.
  private struct Shares {
    private var one = EvidenceAspect.allCases.map { $0.levels.map { _ in 0.0 } }
    private var two = EvidenceAspect.allCases.map { $0.levels.map { _ in 0.0 } }
    private(set) var likely = 0.0

    init(_ pairs: [EvidenceLevels], bits: (EvidenceLevels) -> Double) {
      for levels in pairs {
        let odds = exp2(min(40, max(-40, bits(levels))))
        let share = odds / (1 + odds)
        likely += share / Double(pairs.count)
        for aspect in EvidenceAspect.allCases {
          one[aspect.rawValue][levels[aspect]] += share
          two[aspect.rawValue][levels[aspect]] += 1 - share
        }
      }
    }

    /// What a level says by these shares, in bits; a pair more on each side keeps it finite.
    func bits(_ aspect: EvidenceAspect, _ level: Int) -> Double {
      let (one, two) = (one[aspect.rawValue], two[aspect.rawValue])
      let count = Double(one.count)
      return log2((one[level] + 1) / (one.reduce(0, +) + count))
        - log2((two[level] + 1) / (two.reduce(0, +) + count))
    }
  }
}
