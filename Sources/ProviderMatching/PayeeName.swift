package import PoolModel

/// A payee's name taken apart: what names the body, apart from its form and from what payment
/// systems add.
package struct PayeeName: Hashable, Sendable {
  /// What a second name within the name is to the payee.
  package enum AliasRole: String, CaseIterable, Sendable {
    /// The name it trades under.
    case trading
    /// Whose address it uses; no evidence of identity.
    case careOf = "care-of"
    /// It stands in brackets: a site, a former name, an owner.
    case bracket
  }

  /// A second name within the name.
  package struct Alias: Hashable, Sendable {
    /// What the second name is to the first.
    package let role: AliasRole
    /// Its core words, in the order of the name.
    package let core: [String]
    /// The form that it states; nil where it states none.
    package let form: LegalForm?
  }

  /// What was noticed about the name.
  package struct Flags: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    package let rawValue: UInt16

    /// Flags by their bits.
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// An account number or code was cut off.
    package static let accountCode = Flags(rawValue: 1)
    /// Payment text was cut off.
    package static let paymentText = Flags(rawValue: 2)
    /// The name begins with the end of another one.
    package static let wrapped = Flags(rawValue: 4)
    /// A word says that this is no natural person.
    package static let organisationWord = Flags(rawValue: 8)
    /// It consists of the brand of a federation alone, so that it may be any of its members.
    package static let bareBrand = Flags(rawValue: 16)
    /// It is too long to be a name.
    package static let overlong = Flags(rawValue: 32)
    /// The body is in administration or in liquidation.
    package static let insolvent = Flags(rawValue: 64)
    /// It is as long as a column may be wide, and ends within a word or a form: a hint only.
    package static let truncated = Flags(rawValue: 128)
  }

  /// The words that name the body, in their order, abbreviations written out; brackets that name
  /// something else are aliases.
  package var core: [String] = []
  /// The form that the name states; nil where it states none.
  package var form: LegalForm?
  /// What kind of body the name is of.
  package var kind: ProviderKind = .unknown
  /// The other names within the name, in its order.
  package var aliases: [Alias] = []
  /// The acronym that stands in brackets; empty where none does.
  package var acronym = ""
  /// The brand of a federation of bodies; empty where it is none.
  package var brand = ""
  /// The places in the core, in its order: `milton keynes`, `north yorkshire`, `north`; the words
  /// stand in ``core`` too.
  package var places: [String] = []
  /// The numbers in the core, in its order, in one spelling: `1` for `one`, `1st`, `first` and `01`;
  /// the words stand in ``core`` too.
  package var numbers: [String] = []
  /// What was noticed about the name.
  package var flags: Flags = []
  /// The numbers of the rules that made it, in the order of their use.
  package var rules: [String] = []

  /// A name about which nothing is known yet.
  package init() {}

  /// The core words, then those in brackets.
  package var coreAndBrackets: [String] {
    aliases.reduce(into: core) { words, alias in
      if alias.role == .bracket { words += alias.core }
    }
  }

  /// The words of ``coreAndBrackets`` sorted: names with equal keys are spelt alike.
  package var key: String { PayeeName.key(of: coreAndBrackets) }

  /// Whether ``key`` is empty.
  var hasNoWords: Bool {
    core.isEmpty && !aliases.contains { $0.role == .bracket && !$0.core.isEmpty }
  }

  /// The key of core words.
  static func key(of core: [String]) -> String {
    core.map(PayeeName.singular).sorted().joined(separator: " ")
  }

  /// The word without the `s` of a plural or of a possessive.
  static func singular(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
      !word.hasSuffix("is")
    else { return word }
    if bytes.count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    let isLongPlural = ["ches", "shes", "sses", "xes"].contains { word.hasSuffix($0) }
    return String(word.dropLast(isLongPlural ? 2 : 1))
  }
}
