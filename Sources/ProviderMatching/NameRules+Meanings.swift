/// What the rules of each kind can become.
extension NameRules {
  /// Which part of the name a form may stand in.
  struct FormRule: Sendable {
    let form: LegalForm
    let position: FormPosition
  }

  /// Where a form counts.
  enum FormPosition: String, Sendable {
    case anywhere = ""
    /// At the end of a name: a form cut off.
    case end
    /// At the end of a name, or before a place.
    case edge
  }

  /// What a word or phrase that joins two names says.
  enum Joint: String, Sendable {
    case tradingAs = "trading-as"
    /// Counts after a legal form or a word for organisations: `ta` alone is also part of names.
    case tradingAsAfterForm = "trading-as@after-form"
    case careOf = "care-of"
  }

  /// What is cut where payment text stands.
  enum Cut: String, Sendable {
    case word, tail, head
    /// It alone; the body is insolvent.
    case insolvency
    /// The words at the start of a name only.
    case lead
    /// The tail, where what stands before ends in a form.
    case tailAfterForm = "tail@after-form"
    /// The tail, where what stands before names a public body: a department of it.
    case tailAfterBody = "tail@after-body"
  }

  /// What a word or phrase says of places.
  enum Place: String, Sendable {
    /// A county, a city, a town or a region.
    case place
    /// Goes with a place, or stands for one: "north".
    case direction
  }

  /// Words that a lost blank glued to the one before.
  struct GluedEnding: Sendable {
    let ending: [UInt8]
    let words: [String]
    let rule: String
  }

  /// A number as a word.
  struct NumberWord: Sendable {
    /// In digits.
    let digits: String
    /// Counts at the end of a name only: `i` elsewhere is no number.
    let isAtEndOnly: Bool
  }

  /// A federation whose local members are bodies of their own.
  enum Brand: String, Sendable {
    /// The bare brand may be any of the members.
    case federated
    /// The bare brand is the national body.
    case federatedNational = "federated-national"
  }

  /// What a word or phrase that only people's names have says.
  enum Title: String, Sendable {
    /// The name is a person's, unless a word for organisations stands in it.
    case title = ""
    /// The same, but not at the end of a name.
    case beforeName = "before-name"
    /// The same; with a word for organisations the name is a practice's.
    case doctor
    /// It comes off a person's name but makes none.
    case comesOff = "comes-off"
    /// The same, between other words only: "van der".
    case particle
  }

  /// What a single word says.
  struct WordSense: OptionSet, Sendable {
    let rawValue: UInt16
    static let organisation = WordSense(rawValue: 1)
    static let generic = WordSense(rawValue: 2)
    static let dropped = WordSense(rawValue: 4)
    static let firstName = WordSense(rawValue: 16)
    /// Says little in the name of an NHS body.
    static let genericInNHS = WordSense(rawValue: 32)
    /// Says only of what sort a body is.
    static let bodySort = WordSense(rawValue: 64)
    /// Tells one part of the country, or one of several, from another.
    static let place = WordSense(rawValue: 128)
    /// Says that a company is the trading arm of the body whose name it has otherwise.
    static let tradingArm = WordSense(rawValue: 1024)
    /// The same, where that body is a charity.
    static let charityArm = WordSense(rawValue: 2048)
    /// Is also a surname.
    static let surname = WordSense(rawValue: 256)
    /// Is also a surname where a first name follows.
    static let surnameFirst = WordSense(rawValue: 512)
  }
}
