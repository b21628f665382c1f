import ImportTestSupport
import Testing

/// The made-up providers, against the ones that a run finds.
struct ProvidersFoundTests {
  @Test func `at least thirty providers are one under different spellings of two partners`()
    async throws
  {
    let providers = try ExpectedProviders.found(in: await WorkedExamples.workspace)
    let shared = providers.filter { $0.publishers.count > 1 && $0.names.count > 1 }
    #expect(shared.count >= 30)
    for provider in shared {
      #expect(provider.ids.count == 1 && provider.ids != ["not published"], "\(provider.name)")
    }
  }

  @Test func `no provider is two of the made-up ones`() async throws {
    let providers = try ExpectedProviders.found(in: await WorkedExamples.workspace)
    let byID = Dictionary(
      grouping: providers.flatMap { provider in provider.ids.map { (id: $0, provider.name) } },
      by: \.id)
    for (id, holders) in byID { #expect(holders.count == 1, "\(id): \(holders.map(\.1))") }
  }

  @Test func `a decision parts two names that are spelt alike`() async throws {
    let names = try await WorkedExamples.workspace.table("provider-names").rows
    let nursery = names.filter { $0["name"] == "LARKENBY HOUSE DAY NURSERY" }.distinct("provider")
    let home = names.filter { $0["name"] == "Larkenby House Ltd." }.distinct("provider")
    #expect(nursery.count == 1 && home.count == 1 && nursery.isDisjoint(with: home))
  }
}
