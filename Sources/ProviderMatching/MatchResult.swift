package import PoolModel

/// Two names that may be one body, for a person to decide.
package struct ReviewPair: Hashable, Sendable {
  /// A mention of each side: the one with the most money.
  package let left: PayeeMention
  /// The mention of the other side that has the most money.
  package let right: PayeeMention
  /// The ids of the providers that they belong to now.
  package let leftID: String
  /// The id of the provider that the right mention belongs to now.
  package let rightID: String
  /// How likely the two are one, in thousandths; an estimate.
  package let score: Int
  /// What speaks for and against, in plain words.
  package let reasons: [String]
  /// The smaller of the two sides' money, without sign: what a wrong answer would misplace.
  package let atStake: Money
}

/// What matching the payees of a run gives.
package struct MatchResult: Sendable {
  /// In order of id; individuals and redacted payees are one class each.
  package var providers: [Provider] = []
  /// The provider's id of each mention, in the order of the input.
  package var providerIDs: [String] = []
  /// The body of `organisations.csv` that each mention names, whatever the day; nil where it names
  /// none or where the day has to decide.
  package var organisationIDs: [String?] = []
  /// The state to hand to the next run; it holds no individual's name.
  package var registry: [RegistryEntry] = []
  /// Ids of the earlier registry that were merged away, in order of id.
  package var retired: [RetiredProviderID] = []
  /// Ids of payees that were part of another provider in the earlier registry, in order of id.
  package var splits: [SplitProviderID] = []
  /// The pairs to decide, those with the most money first.
  package var reviews = ReviewPairs()
  /// The providers that would have been one, had nothing stood against it, those with the most
  /// money first.
  package var refusals: [RefusedMerge] = []
  /// What was noticed, in reading order.
  package var findings: [Finding] = []
  /// How many pairs of names were never compared, because too many names share what they share.
  package var droppedPairs = 0
  /// How many pairs of readings were compared, apart from those that an earlier run had compared.
  package var comparedPairs = 0
  /// What the next run may take for granted; nil where nothing was to be kept.
  package var known: KnownNames?

  /// No payees.
  package init() {}
}

/// The classes of payees that are never told apart (law 8).
package enum PayeeClass {
  /// People, such as recipients of direct payments.
  package static let individuals = Provider(
    id: "P-INDIVIDUAL", name: "Individuals (names withheld)", kind: .individual)
  /// Payees whose names the publisher withheld.
  package static let redacted = Provider(
    id: "P-REDACTED", name: "Redacted payees (names withheld)", kind: .redacted)
  /// Payments whose payee the export does not name.
  package static let unnamed = Provider(id: "P-UNNAMED", name: "Payee not stated", kind: .unknown)
  /// Texts that a person decided to be no payee.
  package static let ignored = Provider(
    id: "P-IGNORED", name: "No payee (set aside by a decision)", kind: .unknown)

  private static let all = [individuals, redacted, unnamed, ignored]

  /// The class with an id; nil for the id of a provider of its own.
  package static func withID(_ id: String) -> Provider? {
    all.first { $0.id == id }
  }
}
