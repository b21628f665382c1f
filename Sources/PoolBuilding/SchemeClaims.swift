import MappingTables
import PoolModel

/// Which pool, and which of its schemes, a line of spending belongs to.
///
/// The scheme that the line's rule names wins; without one, each open pool's first scheme whose
/// claims match. A scheme that claims nothing is filled by name only.
struct SchemeClaims {
  /// Who claims a line.
  enum Answer: Hashable {
    case nobody
    case scheme(pool: Int, scheme: String)
    /// Several agreements do, which is a fault of theirs.
    case several(pools: [Int])
    /// The line's rule names a scheme that is not open to its body, year or basis.
    case closedScheme
  }

  private struct Door: Hashable {
    var body: String
    var year: FinancialYear
    var basis: FigureBasis
  }

  /// All that an answer depends on: facts differ mostly in their provider, which it does not.
  private struct Question: Hashable {
    var door: Door
    var publisher: String
    var category: Category
    var flow: String
    var scheme: String
  }

  private let mappings: MappingSet
  private let pools: [OpenPool]
  private var doors: [Door: [Int]] = [:]
  private var answers: [Question: Answer] = [:]

  /// The claims of these pools' schemes.
  init(pools: [OpenPool], mappings: MappingSet) {
    self.mappings = mappings
    self.pools = pools
    for (place, pool) in pools.enumerated() {
      for body in Set(pool.agreement.partners) {
        let door = Door(body: body, year: pool.year, basis: pool.agreement.basis)
        doors[door, default: []].append(place)
      }
    }
  }

  /// The places of the pools of which the line's body is a partner, in its year and on its basis.
  func openPools(to fact: PoolFact) -> [Int] {
    guard let year = fact.year else { return [] }
    return doors[Door(body: fact.organisation, year: year, basis: fact.basis)] ?? []
  }

  /// Who claims the line as spending.
  mutating func answer(for fact: PoolFact) -> Answer {
    guard let year = fact.year else { return .nobody }
    let question = Question(
      door: Door(body: fact.organisation, year: year, basis: fact.basis),
      publisher: fact.publisher, category: fact.category, flow: fact.flow, scheme: fact.scheme)
    if let known = answers[question] { return known }
    let answer = namedScheme(of: fact) ?? claim(among: openPools(to: fact), for: fact)
    answers[question] = answer
    return answer
  }

  /// The scheme that the line's rule names; nil where it names none.
  func namedScheme(of fact: PoolFact) -> Answer? {
    guard !fact.scheme.isEmpty else { return nil }
    for place in openPools(to: fact) {
      let agreement = pools[place].agreement
      for scheme in agreement.schemes where fact.scheme == "\(agreement.agreement)/\(scheme.scheme)"
      {
        return .scheme(pool: place, scheme: scheme.scheme)
      }
    }
    return .closedScheme
  }

  /// Which of some pools claim the line by their schemes' claims.
  func claim(among places: [Int], for fact: PoolFact) -> Answer {
    let claiming = places.compactMap { place in
      pools[place].agreement.schemes
        .first { !$0.claims.isEmpty && mappings.isFact(fact, meantBy: $0.claims) }
        .map { (pool: place, scheme: $0.scheme) }
    }
    guard let only = claiming.first else { return .nobody }
    guard claiming.count == 1 else { return .several(pools: claiming.map(\.pool)) }
    return .scheme(pool: only.pool, scheme: only.scheme)
  }
}

extension Agreement.Claim {
  /// Whether it asks nothing.
  var isEmpty: Bool {
    clientGroups.isEmpty && careSettings.isEmpty && ageBands.isEmpty && publishers.isEmpty
      && flows.isEmpty
  }
}

extension MappingSet {
  /// Whether every filled list of a claim holds the fact's value.
  func isFact(_ fact: PoolFact, meantBy claim: Agreement.Claim) -> Bool {
    (claim.publishers.isEmpty || claim.publishers.contains(fact.publisher))
      && (claim.flows.isEmpty || claim.flows.contains(fact.flow))
      && isCategory(fact.category, meantBy: claim)
  }

  /// The name under which a body is printed; its id where the table does not know it.
  func printedName(ofBody id: String) -> String {
    if id.isEmpty { return "a body that is not known" }
    return organisations[id]?.name ?? id
  }
}
