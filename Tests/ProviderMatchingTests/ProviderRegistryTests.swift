import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

struct ProviderRegistryTests {
  private typealias Member = ProviderRegistry.Member

  private func member(_ name: String, rows: Int = 1) -> Member {
    Member(publisher: "northbeck", name: name, rows: rows)
  }

  private func entry(_ id: String, _ name: String) -> RegistryEntry {
    RegistryEntry(providerID: id, publisher: "northbeck", name: name)
  }

  @Test
  func `a new cluster gets an id of eight characters from its smallest member`() {
    let outcome = ProviderRegistry(earlier: []).ids(for: [[member("B"), member("A")]])
    let again = ProviderRegistry(earlier: []).ids(for: [[member("A"), member("B"), member("C")]])
    #expect(outcome.ids == again.ids)
    #expect(outcome.ids[0].count == 10)
    #expect(outcome.ids[0].hasPrefix("P-"))
  }

  @Test
  func `a new id follows from what names the body, not from publisher or spelling`() {
    func member(_ publisher: String, _ name: String) -> Member {
      Member(publisher: publisher, name: name, rows: 1, core: "larkenbyhouse")
    }
    let one = ProviderRegistry(earlier: []).ids(for: [[member("south", "LARKENBY HOUSE LIMITED")]])
    let other = ProviderRegistry(earlier: []).ids(
      for: [[member("north", "Larkenby House Ltd"), member("west", "Larkenby House")]])
    #expect(one.ids == other.ids)
  }

  @Test
  func `an id that is taken is passed over`() {
    let first = ProviderRegistry.newID(for: "a", taken: [])
    #expect(ProviderRegistry.newID(for: "a", taken: [first]) != first)
  }

  @Test
  func `a new month keeps ids and the spellings that did not occur`() {
    let earlier = [entry("P-1", "A"), entry("P-1", "B"), entry("P-2", "C")]
    let outcome = ProviderRegistry(earlier: earlier).ids(for: [[member("B"), member("D")]])
    #expect(outcome.ids == ["P-1"])
    #expect(outcome.entries == (earlier + [entry("P-1", "D")]).sorted())
  }

  @Test
  func `of merged clusters the one with more rows keeps its id`() {
    let earlier = [entry("P-1", "A"), entry("P-2", "B"), entry("P-2", "Z")]
    let outcome = ProviderRegistry(earlier: earlier).ids(
      for: [[member("A", rows: 2), member("B", rows: 5)]])
    #expect(outcome.ids == ["P-2"])
    #expect(outcome.retired == [RetiredProviderID(id: "P-1", mergedInto: "P-2")])
    #expect(
      outcome.entries == [
        entry("P-1", "A").former, entry("P-2", "A"), entry("P-2", "B"), entry("P-2", "Z"),
      ])
  }

  @Test
  func `the larger part of a split keeps the id`() {
    let earlier = [entry("P-1", "A"), entry("P-1", "B")]
    let outcome = ProviderRegistry(earlier: earlier).ids(
      for: [[member("A", rows: 2)], [member("B", rows: 5)]])
    #expect(outcome.ids[1] == "P-1")
    #expect(outcome.ids[0] != "P-1")
    #expect(outcome.retired.isEmpty)
    #expect(outcome.splits == [SplitProviderID(id: outcome.ids[0], splitFrom: "P-1")])
  }

  @Test
  func `a merge that is undone gives both parts the ids that they had, whichever is larger now`() {
    let apart = [entry("P-1", "A"), entry("P-2", "B")]
    let (one, other) = (member("A", rows: 5), member("B", rows: 5))
    let merged = ProviderRegistry(earlier: apart).ids(for: [[one, other]])
    #expect(merged.retired == [RetiredProviderID(id: "P-2", mergedInto: "P-1")])
    let undone = ProviderRegistry(earlier: merged.entries).ids(for: [[one], [other]])
    #expect(undone.ids == ["P-1", "P-2"])
    #expect(undone.splits == [SplitProviderID(id: "P-2", splitFrom: "P-1")])
    #expect(undone.entries == apart)
    // A month without the first part, while the merge holds, undoes nothing.
    let absent = ProviderRegistry(earlier: merged.entries).ids(for: [[other]])
    #expect(absent.ids == ["P-1"] && absent.splits.isEmpty && absent.retired.isEmpty)
  }

  @Test
  func `an id that was merged away goes to nobody else`() {
    let merged = [entry("P-1", "A"), entry("P-1", "B"), entry("P-2", "B").former]
    let outcome = ProviderRegistry(earlier: merged).ids(for: [[member("C")]])
    #expect(outcome.ids[0] != "P-2")
    #expect(ProviderRegistry.newID(for: "x", taken: []) != "P-2")
    #expect(outcome.entries.contains(entry("P-2", "B").former))
  }

  @Test
  func `a name that gains an identifier keeps its id, and another body of that name gets none`() {
    let known = Member(publisher: "northbeck", name: "A", identity: "01234567", rows: 1)
    let other = Member(publisher: "northbeck", name: "A", identity: "07654321", rows: 900)
    let first = [entry("P-1", "A")]
    #expect(ProviderRegistry(earlier: first).ids(for: [[known]]).ids == ["P-1"])
    let second = [entry("P-1", "A").with(identity: "01234567")]
    let both = ProviderRegistry(earlier: second).ids(for: [[other], [known]])
    #expect(both.ids[1] == "P-1" && both.ids[0] != "P-1" && both.splits.isEmpty)
    // A month without the first body's payments takes nothing from it.
    let absent = ProviderRegistry(earlier: both.entries).ids(for: [[other]])
    #expect(absent.ids == [both.ids[0]] && absent.entries == both.entries)
  }

  @Test
  func `a decision splits and taking it back merges again under the old id`() {
    let all = [PayeeMention("Quillfern Ltd", rows: 9), PayeeMention("Quillfern Limited")]
    let first = ShippedWords.matcher().match(all, registry: [])
    let split = ShippedWords.matcher(decisions: [
      .init(.different, "Quillfern Ltd", "Quillfern Limited")
    ]).match(all, registry: first.registry)
    let merged = ShippedWords.matcher().match(all, registry: split.registry)
    #expect(split.providerIDs[0] == first.providerIDs[0])
    #expect(split.providerIDs[1] != first.providerIDs[0])
    #expect(merged.providerIDs == first.providerIDs)
    #expect(merged.retired.map(\.id) == [split.providerIDs[1]])
  }
}

extension RegistryEntry {
  fileprivate func with(identity: String) -> RegistryEntry {
    RegistryEntry(
      providerID: providerID, publisher: publisher, name: name, identity: identity)
  }
}
