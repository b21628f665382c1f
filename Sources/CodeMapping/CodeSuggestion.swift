package import MappingTables
package import PoolModel

/// What codes without a rule may mean, with the grounds for it: nothing is mapped by it until
/// somebody accepts it.
package struct CodeSuggestion: Sendable {
  /// What speaks for a meaning.
  package struct Ground: Hashable, Sendable {
    /// Where it comes from.
    package enum Kind: String, CaseIterable, Sendable {
      /// Words of the label, by the vocabulary.
      case words
      /// Words of the label, by the accepted rules of other publishers.
      case rules
      /// Mapped codes of the same publisher that share a column; they only ever choose between
      /// meanings that the label states.
      case neighbours
    }

    /// Where it comes from.
    package var kind: Kind
    /// For people: the words and where they stand, the rules, or how many neighbours.
    package var text: String
  }

  /// What is suggested on one axis.
  package struct Meaning: Hashable, Sendable {
    /// The code of the axis.
    package var code: String
    /// What speaks for it, the surest first.
    package var grounds: [Ground]
  }

  /// The publisher's slug.
  package var publisher: String
  /// The codes as published, without descriptions and payees.
  package var codes: CodeFields
  /// By axis; never empty.
  package var meanings: [LabelWord.Axis: Meaning]
  /// The first day that it holds on; nil: any.
  package var from: CalendarDay?
  /// The last day that it holds on; nil: any.
  package var to: CalendarDay?
  /// The unmapped lines that it is about, and their sum.
  package var tally: RowTally

  /// A suggestion with all it says.
  package init(
    publisher: String, codes: CodeFields, meanings: [LabelWord.Axis: Meaning],
    from: CalendarDay?, to: CalendarDay?, tally: RowTally
  ) {
    self.publisher = publisher
    self.codes = codes
    self.meanings = meanings
    self.from = from
    self.to = to
    self.tally = tally
  }
}
