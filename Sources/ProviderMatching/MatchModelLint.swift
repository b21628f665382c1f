package import MappingTables
package import PoolModel

/// Checks the tables of the fitted model: a weight that is misnamed or missing would count as nothing.
package enum MatchModelLint {
  private static let remedy =
    "fit the tables anew, or restore the three of one version: weights, bands and word-counts"

  /// One finding for each row that names nothing, each level without a weight, and each band that
  /// takes less evidence for a likelier pair; none where the tables have no rows.
  package static func findings(
    weights: [EvidenceWeight], bands: [EvidenceBand]
  ) -> [Finding] {
    guard !weights.isEmpty || !bands.isEmpty else { return [] }
    return weightFindings(weights) + bandFindings(bands)
  }

  private static func weightFindings(_ rows: [EvidenceWeight]) -> [Finding] {
    var missing = Set(
      EvidenceAspect.allCases.flatMap { aspect in
        aspect.levels.map { "\(aspect.name) \($0)" }
      })
    missing.insert("\(MatchModel.start) \(MatchModel.anyKind)")
    let known = missing
    var findings: [Finding] = []
    for row in rows {
      let name = "\(row.aspect) \(row.level)"
      missing.remove(name)
      if !known.contains(name) {
        findings.append(finding("weights", name, "names nothing that is compared"))
      }
    }
    return findings + missing.sorted().map { finding("weights", $0, "has no weight") }
  }

  private static func bandFindings(_ rows: [EvidenceBand]) -> [Finding] {
    var findings: [Finding] = []
    var last: [String: EvidenceBand] = [:]
    for row in rows.sorted(by: { ($0.kind, $0.permille) < ($1.kind, $1.permille) }) {
      if row.kind != MatchModel.anyKind, ProviderKind(rawValue: row.kind) == nil {
        findings.append(finding("bands", row.kind, "is no kind of provider"))
      } else if !(1...999).contains(row.permille) {
        findings.append(finding("bands", "\(row.kind) \(row.permille)", "is no share of 1000"))
      } else if let less = last[row.kind], less.from > row.from {
        findings.append(
          finding("bands", "\(row.kind) \(row.permille)", "begins below \(less.permille)"))
      }
      last[row.kind] = row
    }
    if last[MatchModel.anyKind] == nil {
      findings.append(finding("bands", MatchModel.anyKind, "has no bands"))
    }
    return findings
  }

  private static func finding(_ table: String, _ value: String, _ fault: String) -> Finding {
    Finding(
      .mappingValueUnreadable,
      at: SourcePosition(file: "mappings/providers/\(table).csv"), value: value,
      message: "\(value.quotedForMessage) \(fault)", remedy: remedy)
  }
}
