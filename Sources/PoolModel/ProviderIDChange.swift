/// A change of a provider's id from one run to the next, kept for ever.
package struct ProviderIDChange: Hashable, Sendable {
  /// What happened.
  package enum Kind: String, CaseIterable, Sendable {
    /// The id is no longer given: its payees are counted under another.
    case mergedInto = "merged-into"
    /// The id is new, or given again: its payees were counted under another.
    case splitFrom = "split-from"
  }

  /// The id that is no longer given, or that is given now.
  package var provider: String
  /// What happened.
  package var kind: Kind
  /// The id that it was merged into or split from.
  package var other: String
  /// The run that brought it, counted from 1 over the life of the store.
  package var runNumber: Int
  /// The id of that run.
  package var run: String

  /// A change that a run brought.
  package init(provider: String, kind: Kind, other: String, runNumber: Int, run: String) {
    self.provider = provider
    self.kind = kind
    self.other = other
    self.runNumber = runNumber
    self.run = run
  }
}

/// All changes of providers' ids, by which an old id finds the provider that it stands for now.
package struct ProviderIDHistory: Sendable {
  private var latest: [String: ProviderIDChange] = [:]

  /// The history; the order of the changes does not matter.
  package init(_ changes: [ProviderIDChange]) {
    for change in changes {
      if let known = latest[change.provider], known.runNumber > change.runNumber { continue }
      latest[change.provider] = change
    }
  }

  /// The id that is given now in place of another: through all merges, or the id itself.
  package func current(_ id: String) -> String {
    var id = id
    var seen: Set<String> = []
    while let change = latest[id], change.kind == .mergedInto, seen.insert(id).inserted {
      id = change.other
    }
    return id
  }
}
