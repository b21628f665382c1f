import MappingTables
import PoolModel
import PoolStore
import ProviderMatching

/// Which providers followed which, by the bodies that they are.
struct ProviderSuccessions {
  private struct Number: Hashable {
    let publisher: String
    let localID: String
  }

  private let successions: [Succession]
  private let providers: [String: [String]]
  private let numbers: [String: Set<Number>]

  /// The successions among bodies that somebody pays; `bodies` are what the providers are.
  init(_ mappings: MappingSet, bodies: [ProviderBody], suppliers: [StoredSupplier]) {
    successions = mappings.successions
    providers = Dictionary(grouping: bodies, by: \.body).mapValues { found in
      Set(found.map(\.provider)).filter { PayeeClass.withID($0) == nil && !$0.isEmpty }.sorted()
    }
    let wanted = Set(bodies.map(\.provider))
    var numbers: [String: Set<Number>] = [:]
    for supplier in suppliers where !supplier.mention.localID.isEmpty {
      guard let provider = supplier.provider, wanted.contains(provider) else { continue }
      numbers[provider, default: []].insert(
        Number(publisher: supplier.publisher, localID: supplier.mention.localID))
    }
    self.numbers = numbers
  }

  /// In order of days and bodies; those of which neither body is paid are left out.
  func rows() -> [ProviderSuccession] {
    successions.sorted {
      ($0.effective, $0.predecessor, $0.successor) < ($1.effective, $1.predecessor, $1.successor)
    }.flatMap { succession -> [ProviderSuccession] in
      let (earlier, later) = (
        providers[succession.predecessor] ?? [], providers[succession.successor] ?? []
      )
      guard !earlier.isEmpty || !later.isEmpty else { return [] }
      return (earlier.isEmpty ? [""] : earlier).flatMap { one in
        (later.isEmpty ? [""] : later).map { row(succession, one, $0) }
      }
    }
  }

  private func row(
    _ succession: Succession, _ predecessor: String, _ successor: String
  ) -> ProviderSuccession {
    let shared = (numbers[predecessor] ?? []).intersection(numbers[successor] ?? [])
    return ProviderSuccession(
      predecessorBody: succession.predecessor, predecessor: predecessor,
      successorBody: succession.successor, successor: successor,
      effective: succession.effective, kind: succession.kind,
      sharedSupplierNumbers: predecessor == successor ? 0 : shared.count)
  }
}
