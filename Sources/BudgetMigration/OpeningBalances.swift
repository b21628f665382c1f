import MappingTables
import PoolModel

/// Ties what old bodies closed with to what new ones opened with.
enum OpeningBalances {
  /// One tie a group of bodies that the crosswalk connects, in order of the new bodies.
  static func ties(of migration: Migration, _ crosswalk: Crosswalk) -> [BalanceTie] {
    let closing = migration.balances.filter { $0.moment == .closing }
    let opening = migration.balances.filter { $0.moment == .opening }
    guard !migration.balances.isEmpty else { return [] }
    var groups: [(old: Set<String>, new: Set<String>)] = []
    for balance in opening { join(&groups, old: [], new: [balance.body]) }
    for balance in closing {
      join(&groups, old: [balance.body], new: successors(of: balance.body, crosswalk))
    }
    return groups.map { group in
      BalanceTie(
        bodies: group.new.sorted(), predecessors: group.old.sorted(),
        closing: sum(closing.filter { group.old.contains($0.body) }),
        opening: sum(opening.filter { group.new.contains($0.body) }))
    }.sorted {
      ($0.bodies.first ?? "", $0.predecessors.first ?? "")
        < ($1.bodies.first ?? "", $1.predecessors.first ?? "")
    }
  }

  /// One finding a group that does not tie.
  static func findings(_ ties: [BalanceTie], _ migration: Migration) -> [Finding] {
    ties.compactMap { tie in
      guard tie.difference != .zero else { return nil }
      let (old, new) = (
        tie.predecessors.joined(separator: ", "), tie.bodies.joined(separator: ", ")
      )
      let message: String
      if let difference = tie.difference {
        message =
          "\(new) opened with \(difference.magnitude) "
          + (difference > .zero ? "more" : "less") + " than \(old) closed with"
      } else {
        message =
          "the balances of \(old.isEmpty ? "no old body" : old) and "
          + "\(new.isEmpty ? "no new body" : new) cannot be tied: one of them is not stated"
      }
      return Finding(
        .balanceDiffers, at: SourcePosition(file: migration.file), value: new.isEmpty ? old : new,
        atStake: tie.difference?.magnitude, message: message,
        remedy: "state both balances under balances, or find what lies between them")
    }
  }

  /// Nil where one of the balances is not stated, or there is none.
  private static func sum(_ balances: [Migration.StatedBalance]) -> Money? {
    guard !balances.isEmpty else { return nil }
    return balances.reduce(.zero as Money?) { sum, balance in
      guard let sum, let amount = balance.amount else { return nil }
      return sum + amount
    }
  }

  private static func successors(of body: String, _ crosswalk: Crosswalk) -> Set<String> {
    let rows = crosswalk.entries.flatMap(\.rows).filter {
      [.same, .merge, .split].contains($0.kind) && $0.oldBody.matches(body)
    }
    return Set(rows.map { $0.newBody.isEmpty ? body : $0.newBody })
  }

  /// Adds bodies to the group that has one of them, and makes one of groups that now meet.
  private static func join(
    _ groups: inout [(old: Set<String>, new: Set<String>)], old: Set<String>, new: Set<String>
  ) {
    var joined = (old: old, new: new)
    groups.removeAll { group in
      let meets = !group.new.isDisjoint(with: new) || !group.old.isDisjoint(with: old)
      if meets {
        joined.old.formUnion(group.old)
        joined.new.formUnion(group.new)
      }
      return meets
    }
    groups.append(joined)
  }
}
