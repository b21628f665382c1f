import PoolModel
import PoolStore

/// What lines are described as, by their codes: from the codes themselves where rules look at
/// descriptions, otherwise from what was counted while the exports were read.
struct DescriptionSamples {
  private struct Key: Hashable {
    var publisher: String
    var codes: CodeFields
  }

  private struct Use {
    var payees: Set<Int64> = []
    var rows = 0
  }

  /// How many are shown.
  private static let most = 3

  private var shared: [Key: [String: Int]] = [:]
  private var uses: [Key: [String: Use]] = [:]

  /// Samples of what the store holds.
  init(_ descriptions: [StoredDescription]) {
    for one in descriptions {
      let key = Key(publisher: one.publisher, codes: one.codes.withoutPeople)
      shared[key, default: [:]][one.text, default: 0] += one.rows
    }
  }

  /// Counts a fact whose codes hold a description.
  mutating func note(_ fact: StoredFact) {
    guard !fact.codes.description.isEmpty else { return }
    let key = Key(publisher: fact.publisher, codes: fact.codes.withoutPeople)
    var use = uses[key]?[fact.codes.description] ?? Use()
    use.payees.insert(fact.supplier)
    use.rows += fact.tally.rows
    uses[key, default: [:]][fact.codes.description] = use
  }

  /// The descriptions of codes that several payees share and that name nobody, those on the most
  /// lines first.
  func samples(
    of codes: CodeFields, at publisher: String, where namesNobody: (String) -> Bool
  ) -> [String] {
    let key = Key(publisher: publisher, codes: codes)
    let counted = (uses[key] ?? [:]).filter {
      $0.value.payees.count >= SharedDescription.fewestPayees
    }
    let rows = (shared[key] ?? [:]).merging(counted.mapValues(\.rows), uniquingKeysWith: +)
    return rows.filter { namesNobody($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(DescriptionSamples.most).map(\.key)
  }
}

extension CodeFields {
  /// Without payee and description, which can name people; the codes alone are what a rule is needed
  /// for.
  var withoutPeople: CodeFields {
    var codes = self
    codes.supplier = ""
    codes.description = ""
    return codes
  }
}
