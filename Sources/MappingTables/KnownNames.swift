import PoolModel

/// The names that other mapping files may refer to; a nil set is that of a file that cannot be
/// used, against which nothing is held, so that one fault is not told as many.
struct KnownNames {
  var bodies: Set<String>? = []
  var clientGroups: Set<String>? = []
  var careSettings: Set<String>? = []
  var ageBands: Set<String>? = []
  var flows: Set<String>? = []
  var contributionKinds: Set<String>? = []
  var arrangements: Set<String>? = []
  var riskShares: Set<String>? = []
  var bcfAreas: Set<String>? = []
  /// The names of the files under `mappings/sources`.
  var publishers: Set<String> = []

  /// Notes a finding where there is no such body.
  func checkBody(_ body: String, _ what: String, in file: MappingFile, at place: FilePlace) {
    guard let bodies, !bodies.contains(body) else { return }
    file.reportUnknown(
      .bodyUnknown, place, what, body, known: bodies, where: OrganisationTable.path)
  }

  /// Notes a finding where there is no such area of the Better Care Fund.
  func checkArea(_ area: String, in file: MappingFile, at place: FilePlace) {
    guard let bcfAreas, !bcfAreas.contains(area) else { return }
    file.reportUnknown(
      .mappingValueUnreadable, place, "the area", area, known: bcfAreas, where: BCFAreaTable.path)
  }

  /// Notes a finding where a table of categories has no such code.
  func checkCode(
    _ code: String, _ kind: CategoryKind, _ what: String, in file: MappingFile,
    at place: FilePlace
  ) {
    guard let codes = codes(of: kind), !codes.contains(code) else { return }
    file.reportUnknown(.categoryUnknown, place, what, code, known: codes, where: kind.path)
  }

  /// Notes a finding where no source file is named for such a publisher.
  func checkPublisher(
    _ publisher: String, _ what: String, in file: MappingFile, at place: FilePlace
  ) {
    guard !publishers.contains(publisher) else { return }
    file.reportUnknown(
      .mappingValueUnreadable, place, what, publisher, known: publishers,
      where: "mappings/sources")
  }

  private func codes(of kind: CategoryKind) -> Set<String>? {
    switch kind {
    case .clientGroups: clientGroups
    case .careSettings: careSettings
    case .ageBands: ageBands
    case .flows: flows
    case .contributionKinds: contributionKinds
    case .arrangements: arrangements
    case .riskShares: riskShares
    }
  }
}
