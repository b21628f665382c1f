import ImportTestSupport
import PoolModel
import Testing

@testable import ProviderMatching

/// Ids over many made-up months, against what is promised of them.
struct RegistryPropertyTests {
  private typealias Member = ProviderRegistry.Member

  /// Names with the provider that each truly is, and their rows in a month.
  private struct World {
    var truth: [String: Int]
    var numbers: SeededNumbers

    init(seed: UInt64) {
      numbers = SeededNumbers(seed: seed)
      truth = [:]
      for place in 0..<40 { truth["name \(place)"] = Int.random(in: 0..<15, using: &numbers) }
    }

    /// The clusters of a month that holds a part of the names, in random order.
    mutating func month(holding share: Int) -> [[Member]] {
      var clusters: [Int: [Member]] = [:]
      for (name, provider) in truth.sorted(by: { $0.key < $1.key })
      where Int.random(in: 0..<100, using: &numbers) < share {
        clusters[provider, default: []].append(
          Member(
            publisher: "northbeck", name: name, rows: Int.random(in: 1..<50, using: &numbers)))
      }
      return clusters.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  private func ids(
    _ clusters: [[Member]], _ outcome: ProviderRegistry.Outcome
  ) -> [String: String] {
    var ids: [String: String] = [:]
    for (cluster, id) in zip(clusters, outcome.ids) {
      for member in cluster { ids[member.name] = id }
    }
    return ids
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `months without a merge or split change no id`(seed: UInt64) {
    var world = World(seed: seed)
    let all = world.month(holding: 100)
    var registry: [RegistryEntry] = []
    var known: [String: String] = [:]
    for month in [all] + (0..<6).map({ _ in world.month(holding: 40) }) + [all] {
      let outcome = ProviderRegistry(earlier: registry.shuffled(using: &world.numbers))
        .ids(for: month)
      #expect(outcome.retired.isEmpty && outcome.splits.isEmpty)
      #expect(Set(outcome.ids).count == month.count)
      for (name, id) in ids(month, outcome) {
        #expect(known[name] == nil || known[name] == id)
        known[name] = id
      }
      registry = outcome.entries
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `neither the order of the clusters' members nor that of the registry matters`(
    seed: UInt64
  ) {
    var world = World(seed: seed)
    let first = ProviderRegistry(earlier: []).ids(for: world.month(holding: 100)).entries
    for name in world.truth.keys.sorted() where Bool.random(using: &world.numbers) {
      world.truth[name] = Int.random(in: 0..<15, using: &world.numbers)
    }
    let month = world.month(holding: 80)
    let outcome = ProviderRegistry(earlier: first).ids(for: month)
    let shuffled = month.map { $0.shuffled(using: &world.numbers) }
    let again = ProviderRegistry(earlier: first.shuffled(using: &world.numbers)).ids(for: shuffled)
    #expect(again.ids == outcome.ids && again.entries == outcome.entries)
    #expect(again.retired == outcome.retired && again.splits == outcome.splits)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `through random merges and splits every id is told of and leads on`(seed: UInt64) {
    var world = World(seed: seed)
    var registry: [RegistryEntry] = []
    var changes: [ProviderIDChange] = []
    var before: [String: String] = [:]
    for number in 1...12 {
      let month = world.month(holding: 100)
      let outcome = ProviderRegistry(earlier: registry).ids(for: month)
      let now = ids(month, outcome)
      #expect(Set(outcome.ids).count == month.count)
      for (id, from) in outcome.splits.map({ ($0.id, $0.splitFrom) }) {
        changes.append(
          .init(provider: id, kind: .splitFrom, other: from, runNumber: number, run: ""))
      }
      for (id, into) in outcome.retired.map({ ($0.id, $0.mergedInto) }) {
        changes.append(
          .init(provider: id, kind: .mergedInto, other: into, runNumber: number, run: ""))
      }
      check(now, before, outcome)
      // Every id that was ever given leads to one that is given now.
      let history = ProviderIDHistory(changes)
      let given = Set(outcome.ids)
      for entry in outcome.entries { #expect(given.contains(history.current(entry.providerID))) }
      let still = ProviderRegistry(earlier: outcome.entries).ids(for: month)
      #expect(still.ids == outcome.ids && still.entries == outcome.entries)
      #expect(still.retired.isEmpty && still.splits.isEmpty)
      (registry, before) = (outcome.entries, now)
      for name in world.truth.keys.sorted() where Int.random(in: 0..<8, using: &world.numbers) == 0
      {
        world.truth[name] = Int.random(in: 0..<15, using: &world.numbers)
      }
    }
  }

  /// A cluster whose names all had one id, which no other cluster's had, keeps it; an id that
  /// vanishes is told as retired; a cluster of known names without one of their ids is a split.
  private func check(
    _ now: [String: String], _ before: [String: String], _ outcome: ProviderRegistry.Outcome
  ) {
    let retired = Set(outcome.retired.map(\.id))
    let split = Set(outcome.splits.map(\.id))
    for (id, names) in Dictionary(grouping: before.keys, by: { before[$0] ?? "" }) {
      let after = Set(names.compactMap { now[$0] })
      guard let only = after.first, after.count == 1 else {
        #expect(retired.contains(id) != after.contains(id))
        continue
      }
      let partners = Set(now.filter { $0.value == only }.compactMap { before[$0.key] })
      if partners == [id] { #expect(only == id) }
      #expect(retired.contains(id) == (only != id))
    }
    for (id, names) in Dictionary(grouping: now.keys, by: { now[$0] ?? "" }) {
      let had = Set(names.compactMap { before[$0] })
      #expect(split.contains(id) == (!had.isEmpty && !had.contains(id)))
    }
  }
}
