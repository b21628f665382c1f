/// Two providers that their names would have made one, had nothing stood against it.
package struct RefusedMerge: Hashable, Sendable {
  /// What stood against it; frozen names.
  package enum Reason: String, CaseIterable, Sendable {
    /// A person decided that they are two.
    case decision = "decided-different"
    case companyNumbers = "company-numbers-differ"
    case charityNumbers = "charity-numbers-differ"
    /// They are two bodies of `organisations.csv`.
    case bodies = "bodies-differ"
    /// They are members of one federation, such as its branches in two towns.
    case federation = "federation-members-differ"
    case legalForms = "legal-forms-differ"
    /// Each names a company in full, and no two of those names are near enough.
    case companies = "companies-not-alike"
    /// Too few of their names are like one another.
    case weakBridge = "weak-bridge"

    /// For `weir providers explain`: `not joined: <why> (<code>)`.
    package var line: String { "not joined: \(explanation) (\(rawValue))" }

    /// For people, after "not joined: ".
    package var explanation: String {
      switch self {
      case .decision: "a decision says that they are two"
      case .companyNumbers: "their names bring different company numbers together"
      case .charityNumbers: "their names bring different charity numbers together"
      case .bodies: "their names bring two bodies of organisations.csv together"
      case .federation: "their names are those of two members of a federation"
      case .legalForms: "their names bring legal forms together that no one body has"
      case .companies: "both name a company in full, and those names are not near enough"
      case .weakBridge: "most of their other names are unlike: one name only is near both"
      }
    }
  }

  /// The provider's id.
  package var provider: String
  /// The spelling of it that is nearest to the other.
  package var name: String
  /// The id of the other provider.
  package var other: String
  /// The spelling of the other that is nearest.
  package var otherName: String
  /// What stood against making them one.
  package var reason: Reason
  /// How likely the two names by themselves are one provider, in thousandths.
  package var score: Int
  /// The smaller of the two names' money, without sign.
  package var atStake: Money

  /// A refused merge of two providers.
  package init(
    provider: String, name: String, other: String, otherName: String, reason: Reason, score: Int,
    atStake: Money
  ) {
    self.provider = provider
    self.name = name
    self.other = other
    self.otherName = otherName
    self.reason = reason
    self.score = score
    self.atStake = atStake
  }
}
