/// What kind of body or person a payee is.
package enum ProviderKind: String, CaseIterable, Sendable {
  case company
  case charity
  case nhsBody = "nhs-body"
  case council
  case practice
  case school
  /// A natural person: never merged, never printed by name (law 8).
  case individual
  /// A payee whose name the publisher withheld: each is a distinct unknown.
  case redacted
  case unknown
}

/// One legal body behind the names that partners pay it under.
package struct Provider: Hashable, Sendable {
  /// An opaque id from the registry, such as `P-7K2Q9M4X`; it survives later runs.
  package let id: String
  /// The spelling that most of its money goes under; a class such as "Individual (name withheld)"
  /// for individuals and redacted payees.
  package let name: String
  /// What kind of body it is.
  package let kind: ProviderKind

  /// The id of the body of `organisations.csv` that it is; nil where it is none, or where the day of
  /// payment decides.
  package var organisation: String?

  /// The family that it belongs to; nil where it belongs to none.
  package var family: ProviderFamily?

  /// A provider of the registry.
  package init(id: String, name: String, kind: ProviderKind, organisation: String? = nil) {
    self.id = id
    self.name = name
    self.kind = kind
    self.organisation = organisation
  }
}
