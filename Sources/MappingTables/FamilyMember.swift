package import PoolModel

/// That a provider belongs to a family: a row of `mappings/providers/families.csv`.
package struct FamilyMember: Hashable, Sendable {
  /// What names the provider.
  package enum Member: Hashable, Sendable {
    /// Its id, or one that was merged into it.
    case provider(String)
    /// A spelling as published; an empty publisher stands for all.
    case spelling(publisher: String, name: String)
    /// A company number that exports state for it.
    case companyNumber(String)
  }

  /// The family's id as the row states it; empty where it states none.
  package var id: String
  /// The family's name.
  package var family: String
  /// Which provider it is.
  package var member: Member
  /// The row of the file.
  package var position: SourcePosition

  /// A member of a family.
  package init(id: String = "", family: String, member: Member, position: SourcePosition) {
    self.id = id
    self.family = family
    self.member = member
    self.position = position
  }
}
