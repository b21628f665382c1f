import PoolModel
import Testing
@testable import ProviderMatching

/// Inputs whose number or length is out of all measure end in bounded work.
struct ManyNamesTests {
  private let matcher = ShippedWords.matcher()

  @Test
  func `a million equal names are one provider, and nothing is compared`() {
    let name = PayeeMention("Quillfern Domiciliary Care Limited")
    let result = matcher.match([PayeeMention](repeating: name, count: 1_000_000), registry: [])
    #expect(result.comparedPairs == 0 && result.droppedPairs == 0)
    #expect(result.providers.count == 1 && result.registry.count == 1)
  }

  @Test
  func `names of 10,000 letters are never compared by their words`() {
    let long = (0..<200).map { place in
      PayeeMention(String(repeating: "quillfern marrow thistle ", count: 400) + "\(place)")
    }
    let result = matcher.match(long, registry: [], known: matcher.nothingKnown)
    #expect(result.comparedPairs == 0)
    #expect(Set(result.providerIDs).count == 200)
    #expect(matcher.match(long, registry: [], known: result.known).providers == result.providers)
  }

  // Pairs would be 2 million; no block of more than 60 is compared, and a name is in few blocks.
  @Test
  func `names that all share their words are compared with few others each`() {
    let near = (0..<2_000).map { PayeeMention("Quillfern \($0) Marrow Care Limited") }
    let result = matcher.match(near, registry: [])
    #expect(result.comparedPairs < near.count * 200)
    #expect(result.droppedPairs > 0)
  }
}
