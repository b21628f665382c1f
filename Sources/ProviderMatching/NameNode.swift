import PoolModel

/// One distinct name with one set of identifiers: what is clustered.
struct NameNode: Sendable {
  /// What makes a node one of its own.
  struct Identity: Hashable, Comparable, Sendable {
    let name: String
    let company: String
    let charity: String
    /// The ODS code and the CQC provider id, joined.
    let register: String
    /// The publisher, where a decision or a bare brand makes it count; empty otherwise.
    let scope: String

    static func < (left: Identity, right: Identity) -> Bool {
      if left.name != right.name { return left.name < right.name }
      return (left.company, left.charity, left.register, left.scope)
        < (right.company, right.charity, right.register, right.scope)
    }
  }

  let identity: Identity
  let ods: String
  let cqc: String
  let form: LegalForm?
  let kind: ProviderKind
  /// The place of its reading among the entries.
  var entry: Int32
  /// The body of `organisations.csv` that it names; nil where it names none.
  var organisation: Organisation? { body?.organisation }
  private let body: NamedBody?
  /// Places of the mentions in the input.
  var mentions: [Int32] = []
  var tally = RowTally()

  init(
    identity: Identity, ods: String, cqc: String, form: LegalForm?, kind: ProviderKind,
    entry: Int32, organisation: Organisation?
  ) {
    self.identity = identity
    self.ods = ods
    self.cqc = cqc
    self.form = form
    self.kind = kind
    self.entry = entry
    body = organisation.map(NamedBody.init)
  }

  /// Few nodes name a body: a place for all its texts in each of the others would be for nothing.
  private final class NamedBody: Sendable {
    let organisation: Organisation

    init(_ organisation: Organisation) { self.organisation = organisation }
  }
}

/// An edge between two nodes, with what speaks for it.
struct MatchEdge: Comparable, Sendable {
  /// How likely both are one, in thousandths.
  let permille: Int32
  let left: Int32
  let right: Int32
  let reason: MatchReason

  init(_ left: Int32, _ right: Int32, permille: Int, reason: MatchReason) {
    self.permille = Int32(clamping: permille)
    self.left = min(left, right)
    self.right = max(left, right)
    self.reason = reason
  }

  /// The best first.
  static func < (left: MatchEdge, right: MatchEdge) -> Bool {
    (right.permille, left.left, left.right, left.reason.rawValue)
      < (left.permille, right.left, right.right, right.reason.rawValue)
  }
}
