import CodeMapping
import PoolModel

/// Sums what the lines of one export move between two sets of rules.
struct MoveTally {
  private struct Pair: Hashable {
    var old: Int32
    var new: Int32
  }

  let publisher: String
  let side: PoolSide
  private(set) var moves: [MappingMove.Key: MappingMove] = [:]
  /// Whether two decisions say something else of the money, by their places.
  private var differing: [Pair: Bool] = [:]

  init(publisher: String, side: PoolSide) {
    self.publisher = publisher
    self.side = side
  }

  /// Counts a line that the old rules decide one way and the new ones maybe another, each decision
  /// with its place.
  mutating func count(
    _ line: SpendLine, _ old: (place: Int32, decision: CodeDecision),
    _ new: (place: Int32, decision: CodeDecision)
  ) {
    let pair = Pair(old: old.place, new: new.place)
    let differs = differing[pair] ?? old.decision.movesMoney(to: new.decision)
    differing[pair] = differs
    if differs { move(line, old.decision, new.decision) }
  }

  /// Pairs the parts of the two decisions, first those of one meaning, then the rest in their order, so
  /// that what one gives up the other takes, to the penny.
  private mutating func move(_ line: SpendLine, _ from: CodeDecision, _ to: CodeDecision) {
    var given = from.allocations(of: line.amount)
    var taken = to.allocations(of: line.amount)
    for place in given.indices where from.reversesSign == to.reversesSign {
      for other in taken.indices
      where meaning(from, place).saysTheSame(as: meaning(to, other)) {
        let both = min(given[place].magnitude, taken[other].magnitude)
        given[place] -= given[place] < .zero ? -both : both
        taken[other] -= taken[other] < .zero ? -both : both
      }
    }
    if line.amount != .zero, given.allSatisfy({ $0 == .zero }) { return }
    var (place, other, lines) = (0, 0, 1)
    // The parts of a line have its sign or, reversed, all the other: both sides add up to the same
    // magnitude.
    while place < given.count, other < taken.count {
      if line.amount != .zero, given[place] == .zero || taken[other] == .zero {
        if given[place] == .zero { place += 1 } else { other += 1 }
        continue
      }
      let both = min(given[place].magnitude, taken[other].magnitude)
      let before = given[place] < .zero ? -both : both
      let after = taken[other] < .zero ? -both : both
      // A part of the money may stay where it is.
      let ends = (meaning(from, place), meaning(to, other))
      if before != after || !ends.0.saysTheSame(as: ends.1), lines > 0 || both != .zero {
        add(line, ends, lines, before, after)
        lines = 0
      }
      given[place] -= before
      taken[other] -= after
      let isTaken = taken[other] == .zero
      if given[place] == .zero { place += 1 }
      if isTaken { other += 1 }
    }
  }

  private func meaning(_ decision: CodeDecision, _ part: Int) -> MappingMove.Meaning {
    MappingMove.Meaning(decision.parts[part], of: decision)
  }

  private mutating func add(
    _ line: SpendLine, _ ends: (MappingMove.Meaning, MappingMove.Meaning), _ lines: Int,
    _ before: Money, _ after: Money
  ) {
    let key = MappingMove.Key(
      publisher: publisher, side: side,
      year: line.year ?? line.day.map { FinancialYear(containing: $0) },
      from: ends.0, to: ends.1)
    moves[key, default: MappingMove(key: key, lines: 0, before: .zero, after: .zero)]
      .add(lines, before, after)
  }
}

extension MappingMove {
  /// Adds lines with their money.
  mutating func add(_ lines: Int, _ before: Money, _ after: Money) {
    self.lines += lines
    self.before += before
    self.after += after
  }
}

extension CodeDecision {
  /// Whether the money means something else under another decision, whatever the rules' names.
  fileprivate func movesMoney(to other: CodeDecision) -> Bool {
    parts != other.parts || coverage != other.coverage || reversesSign != other.reversesSign
      || ignoreReason != other.ignoreReason
  }
}
