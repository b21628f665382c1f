import ImportTestSupport
import MappingTables
import PoolModel
import Testing
@testable import ProviderMatching

struct MatchPropertyTests {
  private func mentions(seed: UInt64) -> [PayeeMention] {
    var numbers = SeededNumbers(seed: seed)
    let words = ["Quillfern", "Marrow", "Thistle", "Dunnock", "Pipewort", "Quilfern", "Sedgely"]
    let sorts = ["Care", "Homes", "Trust", "Services", "Hospice", "Surgery", "Mencap"]
    let ends = ["Ltd", "Limited", "", "PLC", "CIC", "NHS Trust", "Council", "****5215"]
    return (0..<120).map { place in
      let name = [
        words.randomElement(using: &numbers), sorts.randomElement(using: &numbers),
        ends.randomElement(using: &numbers),
      ].compactMap { $0 }.filter { !$0.isEmpty }
      let company =
        Int.random(in: 0..<6, using: &numbers) == 0
        ? "0123456\(Int.random(in: 0..<3, using: &numbers))" : ""
      return PayeeMention(
        name.joined(separator: " "), at: "publisher-\(place % 3)", company: company,
        localID: "\(place % 40)", rows: Int.random(in: 1..<9, using: &numbers))
    }
  }

  private func idsByMention(_ mentions: [PayeeMention], _ result: MatchResult) -> [PayeeMention:
    String]
  {
    Dictionary(zip(mentions, result.providerIDs), uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `the order of the input does not matter`(seed: UInt64) {
    let matcher = ShippedWords.matcher()
    let all = mentions(seed: seed)
    var numbers = SeededNumbers(seed: seed &+ 99)
    let shuffled = all.shuffled(using: &numbers)
    let (one, other) = (matcher.match(all, registry: []), matcher.match(shuffled, registry: []))
    #expect(idsByMention(all, one) == idsByMention(shuffled, other))
    #expect(one.providers == other.providers)
    #expect(one.registry == other.registry)
    #expect(one.reviews == other.reviews)
    #expect(one.findings == other.findings)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `a second run with the registry of the first changes nothing`(seed: UInt64) {
    let matcher = ShippedWords.matcher()
    let all = mentions(seed: seed)
    let first = matcher.match(all, registry: [])
    let second = matcher.match(all, registry: first.registry.reversed())
    #expect(first.providerIDs == second.providerIDs)
    #expect(first.registry == second.registry)
    #expect(second.retired.isEmpty)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `a merge by decision, taken back, leaves every id as it was`(seed: UInt64) throws {
    let all = mentions(seed: seed)
    let first = ShippedWords.matcher().match(all, registry: [])
    var numbers = SeededNumbers(seed: seed &+ 7)
    let (one, other) = (
      try #require(all.randomElement(using: &numbers)),
      try #require(all.randomElement(using: &numbers))
    )
    var decision = ProviderDecision(.same, one.supplier.name, other.supplier.name)
    (decision.publisher, decision.otherPublisher) = (one.publisher, other.publisher)
    let decided = ShippedWords.matcher(decisions: [decision])
    let merged = decided.match(all, registry: first.registry)
    let ids = idsByMention(all, merged)
    #expect(ids[one] == ids[other])
    let again = decided.match(all, registry: merged.registry)
    #expect(again.providerIDs == merged.providerIDs && again.registry == merged.registry)
    #expect(again.retired.isEmpty && again.splits.isEmpty)
    let undone = ShippedWords.matcher().match(all, registry: merged.registry)
    #expect(undone.providerIDs == first.providerIDs)
    #expect(undone.splits.map(\.id) == merged.retired.map(\.id))
    #expect(undone.retired.map(\.id) == merged.splits.map(\.id))
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `no cluster holds two company numbers or forms that exclude each other`(seed: UInt64) {
    let all = mentions(seed: seed)
    let result = ShippedWords.matcher().match(all, registry: [])
    var companies: [String: Set<String>] = [:]
    var forms: [String: Set<LegalForm>] = [:]
    for (mention, id) in zip(all, result.providerIDs) {
      if !mention.supplier.companyNumber.isEmpty {
        companies[id, default: []].insert(mention.supplier.companyNumber)
      } else if let form = ShippedWords.reader.read(mention.supplier.name).form {
        forms[id, default: []].insert(form)
      }
    }
    #expect(companies.values.allSatisfy { $0.count == 1 })
    // Equal company numbers may join forms; without numbers forms must agree.
    for (id, found) in forms where companies[id] == nil {
      #expect(found.allSatisfy { form in found.allSatisfy(form.canBe) })
    }
  }

  @Test
  func `many equal and nearly equal names end in bounded time`() {
    let all = (0..<5_000).map { PayeeMention("Quillfern Care", at: "publisher-\($0)") }
    #expect(Set(ShippedWords.matcher().match(all, registry: []).providerIDs).count == 1)
    let near = (0..<1_000).map { PayeeMention("Quillfern Block \($0)") }
    let result = ShippedWords.matcher().match(near, registry: [])
    #expect(Set(result.providerIDs).count == 1_000)
    #expect(result.droppedPairs > 0)
  }
}
