package import PoolModel

/// The form of a body as its name states it: kept as evidence, apart from the name's core words.
package enum LegalForm: String, CaseIterable, Hashable, Sendable {
  case limited
  case plc
  case llp
  /// A community interest company.
  case cic
  /// A charitable incorporated organisation.
  case cio
  case unlimited
  /// A registered or co-operative society.
  case society
  /// A form of another country.
  case foreign
  /// An NHS trust; foundation trusts are the same lineage.
  case nhsTrust = "nhs-trust"
  case ccg
  case pct
  case icb
  /// A commissioning support unit.
  case csu
  /// A strategic health authority.
  case sha
  /// An NHS body of a sort that the name does not state.
  case nhs
  /// A council of a tier that the name does not state.
  case council
  case county = "county-council"
  /// A district, borough, city, metropolitan or unitary council.
  case district = "district-council"
  case town = "town-council"
  case parish = "parish-council"

  /// The kind of provider that has this form.
  package var kind: ProviderKind {
    switch self {
    case .limited, .plc, .llp, .cic, .unlimited, .society, .foreign: .company
    case .cio: .charity
    case .nhsTrust, .ccg, .pct, .icb, .csu, .sha, .nhs: .nhsBody
    case .council, .county, .district, .town, .parish: .council
    }
  }

  /// Whether the form is one of public bodies.
  var isPublicBody: Bool { kind == .nhsBody || kind == .council }

  /// Whether bodies of this form divide the country among them, so that the place is all that tells
  /// one from another.
  var isOfOneArea: Bool { [.ccg, .pct, .icb, .sha].contains(self) || kind == .council }

  /// Whether the form leaves open which of its kind it is.
  var isOpen: Bool { self == .nhs || self == .council }

  /// Whether one body can be named under both forms.
  func canBe(_ other: LegalForm) -> Bool {
    if self == other { return true }
    guard kind == other.kind else { return false }
    switch (self, other) {
    case (.nhs, _), (_, .nhs): return true
    case (.council, .town), (.town, .council), (.council, .parish), (.parish, .council):
      return false
    case (.council, _), (_, .council): return true
    default: return false
    }
  }

  /// The place of the form in a set of forms kept as bits.
  var bit: UInt32 { 1 << UInt32(LegalForm.places[self] ?? 0) }

  /// The bits of all forms that a body with this form cannot have.
  var conflictingBits: UInt32 { LegalForm.conflicts[self] ?? 0 }

  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  private static let conflicts = Dictionary(
    uniqueKeysWithValues: allCases.map { form in
      (form, allCases.filter { !form.canBe($0) }.reduce(UInt32(0)) { $0 | $1.bit })
    })
}

extension LegalForm? {
  /// Whether a name states the form of a company.
  var isCompany: Bool { self?.kind == .company }

  /// Whether a name states the form of bodies that divide the country among them.
  var isOfOneArea: Bool { self?.isOfOneArea ?? false }
}
