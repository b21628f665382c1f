/// What several providers are to a reader: a charity with its trading company, a group with its
/// subsidiaries.
///
/// Each stays a provider of its own. A family is what a person stated, never what names suggest.
package struct ProviderFamily: Hashable, Comparable, Sendable {
  /// An id such as `F-7K2Q9M4X`, as `families.csv` states it or worked out from the name there.
  package let id: String
  /// As `families.csv` names it.
  package let name: String

  /// A family.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// In order of names and ids.
  package static func < (left: ProviderFamily, right: ProviderFamily) -> Bool {
    (left.name, left.id) < (right.name, right.id)
  }
}
