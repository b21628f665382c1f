/// One spelling that a provider was known under in an earlier run.
package struct RegistryEntry: Hashable, Comparable, Sendable {
  /// The id that it was given.
  package let providerID: String
  /// The publisher's slug.
  package let publisher: String
  /// As published.
  package let name: String
  /// The identifiers that stood with the name, as ``PayeeMention/identity`` gives them: one
  /// publisher can pay two bodies under one name.
  package let identity: String
  /// Whether the id was merged into another since: it is given to nobody but these spellings, should
  /// the merge be undone.
  package let isFormer: Bool

  /// An entry of the registry.
  package init(
    providerID: String, publisher: String, name: String, identity: String = "",
    isFormer: Bool = false
  ) {
    self.providerID = providerID
    self.publisher = publisher
    self.name = name
    self.identity = identity
    self.isFormer = isFormer
  }

  /// In order of provider, publisher, name and identifiers, those of ids still given first.
  package static func < (left: RegistryEntry, right: RegistryEntry) -> Bool {
    (left.providerID, left.publisher, left.name, left.identity, left.isFormer ? 1 : 0)
      < (right.providerID, right.publisher, right.name, right.identity, right.isFormer ? 1 : 0)
  }

  /// The same spelling with an id that is no longer given.
  var former: RegistryEntry {
    RegistryEntry(
      providerID: providerID, publisher: publisher, name: name, identity: identity, isFormer: true)
  }

  /// The same spelling with another id.
  func under(_ id: String) -> RegistryEntry {
    RegistryEntry(providerID: id, publisher: publisher, name: name, identity: identity)
  }
}

/// An id that is no longer given, with the one that took its place.
package struct RetiredProviderID: Hashable, Sendable {
  /// The id that was given before.
  package let id: String
  /// The id that took its place.
  package let mergedInto: String
}

/// An id that is new or given again, with the one that its payees had in the run before.
package struct SplitProviderID: Hashable, Sendable {
  /// The id that is given now.
  package let id: String
  /// The id of the provider that they were part of.
  package let splitFrom: String
}
