/// What a pool's agreement states beside its figures, as far as its file does (SI 2000/617,
/// regulation 7).
package struct PoolAgreement: Hashable, Sendable {
  /// One thing that is stated, or is not.
  package struct Term: Hashable, Sendable {
    /// What it is, such as `(a) aims and outcomes` or `pool manager`.
    package var name: String
    /// Nil: not stated.
    package var text: String?

    /// A term.
    package init(name: String, text: String?) {
      self.name = name
      self.text = text
    }
  }

  /// A scheme with what governs its money.
  package struct Scheme: Hashable, Sendable {
    /// The slug within the agreement.
    package var scheme: String
    /// For people.
    package var title: String
    /// The code of the arrangement, such as `FA-POOL`.
    package var arrangement: String
    /// The arrangement in words.
    package var arrangementLabel: String
    /// The organisation id of the lead; empty: not stated.
    package var lead = ""
    /// How the partners account for it, as the agreement says; nil: not stated.
    package var accountingTreatment: String?
    /// Who bears overspending, in words; nil: not stated.
    package var overspend: String?
    /// Who keeps underspending, in words; nil: not stated.
    package var underspend: String?
    /// The partners' stated shares in hundredths of a per cent, in the agreement's order.
    package var shares: [Share] = []

    /// A scheme of which only the arrangement is stated.
    package init(scheme: String, title: String, arrangement: String, arrangementLabel: String) {
      self.scheme = scheme
      self.title = title
      self.arrangement = arrangement
      self.arrangementLabel = arrangementLabel
    }
  }

  /// A partner's part of what is over or under.
  package struct Share: Hashable, Sendable {
    /// The partner's organisation id.
    package var partner: String
    /// In hundredths of a per cent.
    package var hundredths: Int

    /// `62.50%`.
    package var percent: String { Money(pence: Int64(hundredths)).decimal + "%" }

    /// A share.
    package init(partner: String, hundredths: Int) {
      self.partner = partner
      self.hundredths = hundredths
    }
  }

  /// The powers with their days, who manages and leads, then the paragraphs of the regulation.
  package var terms: [Term] = []
  /// In the agreement's order.
  package var schemes: [Scheme] = []

  /// Nothing stated.
  package init() {}
}
