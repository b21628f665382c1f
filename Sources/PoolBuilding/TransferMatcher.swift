import MappingTables
import PoolModel

/// Finds the payments and receipts that belong together, the surest ground first: what a person said,
/// then the number on both sides, then a number among words, then amount and date, then sums.
///
/// Both lists are in file order, so that the order of the input changes nothing. No step compares
/// every payment with every receipt.
struct TransferMatcher {
  let paid: [Movement]
  let received: [Movement]
  /// The tolerances of each pool's agreement.
  let rules: [Agreement.Matching]
  private(set) var matches: [TransferMatch] = []
  private(set) var isPaidOpen: [Bool]
  private(set) var isReceivedOpen: [Bool]
  /// Ends that only a person may match.
  private var isReserved: Set<SourcePosition> = []

  /// A matcher of these ends.
  init(paid: [Movement], received: [Movement], rules: [Agreement.Matching]) {
    self.paid = paid
    self.received = received
    self.rules = rules
    isPaidOpen = Array(repeating: true, count: paid.count)
    isReceivedOpen = Array(repeating: true, count: received.count)
  }

  /// Takes every step in turn.
  mutating func match(decisions: [EliminationDecision]) {
    matchByHand(decisions)
    for scope in MatchingScope.allCases {
      matchIdentifiers(scope)
      matchWords(scope)
      for printsDebits in [false, true] { matchAmounts(scope, printsDebits: printsDebits) }
    }
    matchWithinTolerance()
    for period in MatchingPeriod.allCases { matchSums(of: period) }
  }

  mutating func note(_ match: TransferMatch) {
    for place in match.paid { isPaidOpen[place] = false }
    for place in match.received { isReceivedOpen[place] = false }
    matches.append(match)
  }

  /// The ends of both lists that still take part, by a key.
  func openEnds<Key: Hashable>(
    _ key: (Movement) -> Key?
  ) -> [Key: (paid: [Int], received: [Int])] {
    var ends: [Key: (paid: [Int], received: [Int])] = [:]
    for place in paid.indices where isPaidOpen[place] && !isReserved(paid[place]) {
      if let key = key(paid[place]) { ends[key, default: ([], [])].paid.append(place) }
    }
    for place in received.indices where isReceivedOpen[place] && !isReserved(received[place]) {
      if let key = key(received[place]) { ends[key, default: ([], [])].received.append(place) }
    }
    return ends
  }

  private func isReserved(_ movement: Movement) -> Bool {
    isReserved.contains(movement.line.position.withoutByte)
  }

  /// Notes pairs of one code that were found in any order.
  mutating func note(
    _ pairs: [(first: Int, second: Int)], _ code: Transfer.Match, printsDebits: Bool = false
  ) {
    for pair in pairs.sorted(by: <) {
      note(
        TransferMatch(
          paid: [pair.first], received: [pair.second], code: code, printsDebits: printsDebits))
    }
  }
}

extension TransferMatcher {
  /// What people said of single lines.
  private mutating func matchByHand(_ decisions: [EliminationDecision]) {
    guard !decisions.isEmpty else { return }
    func places(_ ends: [Movement]) -> [SourcePosition: [Int]] {
      Dictionary(grouping: ends.indices) { ends[$0].line.position.withoutByte }
    }
    let (payments, receipts) = (places(paid), places(received))
    var groups: [String: TransferMatch] = [:]
    for decision in decisions {
      let position = SourcePosition(file: decision.file, line: decision.line)
      guard decision.verdict == .matched else {
        isReserved.insert(position)
        continue
      }
      var match = groups[decision.match] ?? TransferMatch(paid: [], received: [], code: .manual)
      match.paid += (payments[position] ?? []).filter { isPaidOpen[$0] }
      match.received += (receipts[position] ?? []).filter { isReceivedOpen[$0] }
      for place in match.paid { isPaidOpen[place] = false }
      for place in match.received { isReceivedOpen[place] = false }
      groups[decision.match] = match
    }
    for (_, match) in groups.sorted(by: { $0.key < $1.key }) {
      if match.paid.count + match.received.count > 1 {
        note(signed(match))
      } else {
        // The line it was matched with is not there: it waits for another, like any other line.
        for place in match.paid { isPaidOpen[place] = true }
        for place in match.received { isReceivedOpen[place] = true }
      }
    }
  }

  /// Lines that print the same number on both sides, however many.
  private mutating func matchIdentifiers(_ scope: MatchingScope) {
    struct Key: Hashable {
      var ends: TransferKey
      var reference: String
    }
    let ends = openEnds { movement -> Key? in
      let reference = FoldedReference.whole(movement.line.reference)
      guard !reference.isEmpty, let key = scope.key(movement) else { return nil }
      return Key(ends: key, reference: reference)
    }
    for (paid, received) in inOrder(ends) {
      note(signed(TransferMatch(paid: paid, received: received, code: .identifier)))
    }
  }

  /// Lines of one amount, where one side's number stands among the words of the other's.
  private mutating func matchWords(_ scope: MatchingScope) {
    struct Key: Hashable {
      var ends: TransferKey
      var amount: Money
    }
    let ends = openEnds { movement in
      movement.line.reference.isEmpty
        ? nil : scope.key(movement).map { Key(ends: $0, amount: movement.amount) }
    }
    for (payments, receipts) in inOrder(ends) {
      var shared: [String: (paid: [Int], received: [Int])] = [:]
      for place in payments {
        for word in words(paid[place]) { shared[word, default: ([], [])].paid.append(place) }
      }
      for place in receipts {
        for word in words(received[place]) {
          shared[word, default: ([], [])].received.append(place)
        }
      }
      for (_, ends) in shared.sorted(by: { $0.key < $1.key }) {
        let (ones, others) = (
          ends.paid.filter { isPaidOpen[$0] }, ends.received.filter { isReceivedOpen[$0] }
        )
        note(nearest(ones, others), .reference)
      }
    }
  }

  private func words(_ movement: Movement) -> Set<String> {
    FoldedReference.words(movement.line.reference)
  }

  /// Lines of one amount, on the nearest days.
  private mutating func matchAmounts(_ scope: MatchingScope, printsDebits: Bool) {
    struct Key: Hashable {
      var ends: TransferKey
      var amount: Money
    }
    let ends = openEnds { movement -> Key? in
      guard let key = scope.key(movement) else { return nil }
      guard printsDebits, movement.end == .received else {
        return Key(ends: key, amount: movement.amount)
      }
      return movement.amount < .zero ? Key(ends: key, amount: -movement.amount) : nil
    }
    for (paid, received) in inOrder(ends) {
      note(nearest(paid, received), .amountAndDate, printsDebits: printsDebits)
    }
  }

  /// Lines whose amounts differ by no more than their agreement allows, the nearest amounts first.
  private mutating func matchWithinTolerance() {
    for (payments, receipts) in inOrder(openEnds(MatchingScope.withinPool.key)) {
      guard let rule = payments.first.flatMap({ paid[$0].pool }).map({ rules[$0] }),
        rule.amount > .zero
      else { continue }
      let pairs = NearestPairs.pairs(
        payments.map { NearestPairs.Point(at: paid[$0].amount.pence, place: $0) },
        receipts.map { NearestPairs.Point(at: received[$0].amount.pence, place: $0) },
        farthest: rule.amount.pence)
      note(pairs.filter { isNear($0, rule) }, .amountAndDate)
    }
  }

  private func isNear(_ pair: (first: Int, second: Int), _ rule: Agreement.Matching) -> Bool {
    guard let days = rule.days else { return true }
    guard let one = paid[pair.first].line.day, let other = received[pair.second].line.day else {
      return false
    }
    return abs(Int(one.daysSince1970) - Int(other.daysSince1970)) <= days
  }

  /// The pairs of nearest days, no farther apart than the payments' agreement allows.
  private func nearest(
    _ payments: [Int], _ receipts: [Int]
  ) -> [(first: Int, second: Int)] {
    let days = payments.first.flatMap { paid[$0].pool }.flatMap { rules[$0].days }
    func points(_ places: [Int], _ ends: [Movement]) -> [NearestPairs.Point] {
      places.map { place in
        NearestPairs.Point(
          at: ends[place].line.day.map { Int64($0.daysSince1970) }, place: place)
      }
    }
    return NearestPairs.pairs(
      points(payments, paid), points(receipts, received), farthest: days.map(Int64.init))
  }
}

extension TransferMatcher {
  /// The ends that have both sides, in order of the first payment, so that notes are.
  func inOrder<Key: Hashable>(
    _ ends: [Key: (paid: [Int], received: [Int])]
  ) -> [(paid: [Int], received: [Int])] {
    ends.values.filter { !$0.paid.isEmpty && !$0.received.isEmpty }
      .sorted { ($0.paid[0], $0.received[0]) < ($1.paid[0], $1.received[0]) }
  }

  /// What the payments of a match come to, and its receipts as they are printed.
  func sums(_ match: TransferMatch) -> (paid: Money, received: Money) {
    (
      match.paid.reduce(.zero) { $0 + paid[$1].amount },
      match.received.reduce(.zero) { $0 + received[$1].amount }
    )
  }

  /// Takes receipts for debits where only so they can be those payments.
  func signed(_ match: TransferMatch) -> TransferMatch {
    let sums = sums(match)
    var match = match
    match.printsDebits = sums.paid > .zero && sums.received < .zero
    return match
  }
}

extension SourcePosition {
  /// File and line alone, as people name a line.
  var withoutByte: SourcePosition { SourcePosition(file: file, line: line) }
}
