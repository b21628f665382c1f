package import PoolModel

/// What a person decided about payees' names: a row of `mappings/providers/decisions.csv`.
package struct ProviderDecision: Hashable, Sendable {
  /// What was decided.
  package enum Verdict: String, CaseIterable, Sendable {
    /// The two names are one provider.
    case same
    /// The two names are two providers.
    case different
    /// The name is one of a body of `organisations.csv`.
    case nameOf = "name-of"
    /// The name is a person's, and is never shown.
    case individual
    /// The name is no person's, whatever it looks like.
    case organisation
    /// Somebody looked at the two names and could not tell.
    case unsure
    /// The text names no payee; what is paid under it is set aside as a class.
    case ignore
    /// An earlier decision is taken back.
    case revoked

    /// Whether a decision is about two names.
    package var isPair: Bool { self == .same || self == .different || self == .unsure }
  }

  /// What was decided.
  package var verdict: Verdict
  /// As the row states it; empty where it states none.
  package var id: String
  /// Empty: all publishers.
  package var publisher: String
  /// The name as published; empty for `revoked`.
  package var name: String
  /// Empty: all publishers.
  package var otherPublisher: String
  /// Empty but for pairs.
  package var otherName: String
  /// The id of a body of `organisations.csv`; empty but for `name-of`.
  package var body: String
  /// The id of the decision that is taken back; empty but for `revoked`.
  package var revokes: String
  /// The day of the decision; nil where the row states none.
  package var day: CalendarDay?
  /// Who decided; empty where the row does not say.
  package var decidedBy: String
  /// Why; empty where the row does not say.
  package var reason: String
  /// The row of the file.
  package var position: SourcePosition

  /// A decision; what is not given is empty.
  package init(
    verdict: Verdict, id: String = "", publisher: String = "", name: String = "",
    otherPublisher: String = "", otherName: String = "", body: String = "", revokes: String = "",
    day: CalendarDay? = nil, decidedBy: String = "", reason: String = "",
    position: SourcePosition
  ) {
    self.verdict = verdict
    self.id = id
    self.publisher = publisher
    self.name = name
    self.otherPublisher = otherPublisher
    self.otherName = otherName
    self.body = body
    self.revokes = revokes
    self.day = day
    self.decidedBy = decidedBy
    self.reason = reason
    self.position = position
  }
}
