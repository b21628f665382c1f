import MappingTables
package import PoolModel

/// What the exports' identifiers say against decisions.
extension DecisionLedger {
  private struct Numbers {
    var companies: Set<String> = []
    var charities: Set<String> = []
  }

  /// One finding for each active decision that the stated company or charity numbers speak against;
  /// it names nobody.
  ///
  /// The decision counts all the same. Numbers that fail their check say nothing.
  package func disputedFindings(mentions: [PayeeMention]) -> [Finding] {
    let pairs = entries.filter {
      $0.state == .active && ($0.decision.verdict == .same || $0.decision.verdict == .different)
    }
    guard !pairs.isEmpty else { return [] }
    let numbers = numbers(of: mentions, named: Set(pairs.flatMap { names(of: $0) }))
    return pairs.compactMap { finding($0, numbers) }
  }

  private func names(of entry: Entry) -> [String] {
    let (one, other) = DecisionScopes.sides(of: entry.decision)
    return [one.name, other.name]
  }

  /// The numbers that stand with each name, by publisher and for all publishers together.
  private func numbers(
    of mentions: [PayeeMention], named wanted: Set<String>
  ) -> [DecisionBook.Key: Numbers] {
    var numbers: [DecisionBook.Key: Numbers] = [:]
    var faults: [StatedIdentifiers.Fault: RowTally] = [:]
    for mention in mentions {
      let key = DecisionBook.Key(mention.publisher, mention.supplier.name)
      guard wanted.contains(key.name) else { continue }
      let stated = StatedIdentifiers(mention, faults: &faults)
      for key in [key, DecisionBook.Key(publisher: "", of: key)] {
        if !stated.company.isEmpty {
          numbers[key, default: Numbers()].companies.insert(stated.company)
        }
        if !stated.charity.isEmpty {
          numbers[key, default: Numbers()].charities.insert(stated.charity)
        }
      }
    }
    return numbers
  }

  private func finding(_ entry: Entry, _ numbers: [DecisionBook.Key: Numbers]) -> Finding? {
    let (one, other) = DecisionScopes.sides(of: entry.decision)
    guard let left = numbers[one], let right = numbers[other] else { return nil }
    let kinds = [
      ("company", left.companies, right.companies), ("charity", left.charities, right.charities),
    ]
    let isSame = entry.decision.verdict == .same
    for (kind, left, right) in kinds where !left.isEmpty && !right.isEmpty {
      guard left.isDisjoint(with: right) == isSame else { continue }
      return Finding(
        .decisionDisputed, at: entry.decision.position, value: entry.id,
        message: isSame
          ? "the decision \(entry.id) joins names with different \(kind) numbers"
          : "the decision \(entry.id) parts names with one \(kind) number",
        remedy: "it counts all the same; check the numbers, and take it back if it was wrong")
    }
    return nil
  }
}
