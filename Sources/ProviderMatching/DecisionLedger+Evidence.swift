import MappingTables
package import PoolModel

/// What the exports' identifiers say against decisions.
extension DecisionLedger {
  private struct Numbers {
    var companies: Set<String> = []
    var charities: Set<String> = []
    var bodies: Set<String> = []
  }

  /// One finding for each active decision that numbers or bodies speak against; it names nobody.
  ///
  /// The decision counts all the same. Numbers that fail their check say nothing.
  ///
  /// - Parameters:
  ///   - mentions: the payees of all exports.
  ///   - bodies: the body of `organisations.csv` that each names, in the same order.
  /// - Returns: the findings in the order of the ledger.
  package func disputedFindings(mentions: [PayeeMention], bodies: [String?]) -> [Finding] {
    let pairs = entries.filter {
      $0.state == .active && ($0.decision.verdict == .same || $0.decision.verdict == .different)
    }
    guard !pairs.isEmpty else { return [] }
    let numbers = numbers(of: mentions, bodies, named: Set(pairs.flatMap { names(of: $0) }))
    return pairs.compactMap { finding($0, numbers) }
  }

  private func names(of entry: Entry) -> [String] {
    let (one, other) = DecisionScopes.sides(of: entry.decision)
    return [one.name, other.name]
  }

  /// The numbers that stand with each name, by publisher and for all publishers together.
  private func numbers(
    of mentions: [PayeeMention], _ bodies: [String?], named wanted: Set<String>
  ) -> [DecisionBook.Key: Numbers] {
    var numbers: [DecisionBook.Key: Numbers] = [:]
    var faults: [StatedIdentifiers.Fault: RowTally] = [:]
    for (mention, body) in zip(mentions, bodies) {
      let key = DecisionBook.Key(mention.publisher, mention.supplier.name)
      guard wanted.contains(key.name) else { continue }
      let stated = StatedIdentifiers(mention, faults: &faults)
      for key in [key, DecisionBook.Key(publisher: "", of: key)] {
        if let body { numbers[key, default: Numbers()].bodies.insert(body) }
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
      ("company number", left.companies, right.companies),
      ("charity number", left.charities, right.charities),
      ("body of organisations.csv", left.bodies, right.bodies),
    ]
    let isSame = entry.decision.verdict == .same
    for (kind, left, right) in kinds where !left.isEmpty && !right.isEmpty {
      guard left.isDisjoint(with: right) == isSame else { continue }
      return Finding(
        .decisionDisputed, at: entry.decision.position, value: entry.id,
        message: isSame
          ? "the decision \(entry.id) joins names of which each has another \(kind)"
          : "the decision \(entry.id) parts names with the same \(kind)",
        remedy: "it counts all the same; check both, and take it back if it was wrong")
    }
    return nil
  }
}
