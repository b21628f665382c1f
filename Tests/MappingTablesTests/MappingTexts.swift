import MappingTables
import PoolModel

@testable import MappingTables

extension MappingFile {
  /// Its findings as they are printed.
  var complaints: [String] { findings.map(\.description) }

  /// A table under `mappings/` with these lines.
  static func table(_ path: String, _ lines: String...) -> MappingFile {
    MappingFile(path: "mappings/\(path)", text: lines.map { $0 + "\n" }.joined())
  }
}

extension KnownNames {
  /// Names that the structured files of these tests may refer to.
  static var ofTests: KnownNames {
    var names = KnownNames()
    names.bodies = ["LA-NORTHBECK", "PCT-9AA", "PCT-9AB"]
    names.clientGroups = ["CG-ALL", "CG-LD", "CG-MH"]
    names.careSettings = ["ST-ALL", "ST-CH", "ST-RES"]
    names.ageBands = ["AG-ALL", "AG-18"]
    names.flows = ["FL-EXP", "FL-CON"]
    names.contributionKinds = ["CK-REC"]
    names.arrangements = ["FA-POOL"]
    names.publishers = ["northbeck-council", "northbeck-plans"]
    return names
  }
}
