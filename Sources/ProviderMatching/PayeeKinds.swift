package import MappingTables
package import PoolModel

/// Says what kind of payee a name stands for: what people decided, else what the name reads as.
package struct PayeeKinds: Sendable {
  private let reader: NameReader
  private let decisions: DecisionBook

  /// The kinds by these tables.
  package init(words: [ProviderWord], decisions: [ProviderDecision]) {
    self.init(reader: NameReader(words: words), decisions: DecisionBook(decisions))
  }

  init(reader: NameReader, decisions: DecisionBook) {
    self.reader = reader
    self.decisions = decisions
  }

  /// The kind of a payee; `individual` and `redacted` ones must not be shown by name.
  ///
  /// - Parameters:
  ///   - mention: the payee as published.
  ///   - publisher: the slug of the publisher whose export names it.
  /// - Returns: the decision's kind, else the reader's.
  package func kind(of mention: SupplierMention, publisher: String) -> ProviderKind {
    let read = reader.read(mention.name, creditorType: mention.creditorType)
    return settled(read, name: mention.name, publisher: publisher).kind
  }

  /// A reading, changed where a decision says otherwise.
  func settled(_ read: PayeeName, name: String, publisher: String) -> PayeeName {
    var settled = read
    switch decisions.verdict(publisher: publisher, name: name) {
    case .individual: settled.kind = .individual
    case .organisation where read.kind == .individual || read.kind == .redacted:
      settled = reader.readOrganisation(name)
    default: break
    }
    return settled
  }
}
