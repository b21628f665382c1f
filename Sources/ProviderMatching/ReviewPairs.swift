package import PoolModel

/// The pairs of a run to decide, those with the most money first.
///
/// A pair is put together when it is looked at: the names and identifiers of all of them take more
/// memory than what else a run gives, and most are only counted.
package struct ReviewPairs: RandomAccessCollection, Equatable, Sendable {
  /// A pair by the places of its mentions.
  struct Question: Equatable, Sendable {
    let left: Int32
    let right: Int32
    /// In thousandths.
    let score: Int16
    let reason: MatchReason
    /// Why the two were not merged all the same.
    let refusal: RefusedMerge.Reason?
    let atStake: Money
  }

  private var questions: [Question] = []
  private var mentions: [PayeeMention] = []
  private var ids: [String] = []

  /// No pairs.
  package init() {}

  /// The pairs of these questions; `ids` are those of the mentions' providers.
  init(_ questions: [Question], _ mentions: [PayeeMention], ids: [String]) {
    self.questions = questions
    self.mentions = mentions
    self.ids = ids
  }

  /// Always 0.
  package var startIndex: Int { 0 }
  /// How many pairs there are.
  package var endIndex: Int { questions.count }

  /// The smaller sides' money of all pairs.
  package var atStake: Money { questions.reduce(Money.zero) { $0 + $1.atStake } }

  /// The pair at a place, with its names.
  package subscript(place: Int) -> ReviewPair {
    let question = questions[place]
    let (left, right) = (Int(question.left), Int(question.right))
    return ReviewPair(
      left: mentions[left], right: mentions[right], leftID: ids[left], rightID: ids[right],
      score: Int(question.score),
      reasons: [question.reason.rawValue] + (question.refusal.map { [$0.line] } ?? []),
      atStake: question.atStake)
  }

  /// Whether both hold the same pairs, wherever their mentions stood in the input.
  package static func == (left: ReviewPairs, right: ReviewPairs) -> Bool {
    left.elementsEqual(right)
  }
}

extension ReviewPairs: CustomStringConvertible {
  /// The pairs in words, for comparing runs.
  package var description: String { "\(Array(self))" }
}
