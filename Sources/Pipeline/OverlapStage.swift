import MappingTables
import PoolModel
import PoolStore

/// Sees to it that a payment which two exports of a publisher tell counts once.
///
/// Done again for a publisher exactly when its exports, their layouts or the limits have changed.
struct OverlapStage {
  let store: PoolStore
  let mappings: MappingSet

  /// Sets lines aside and tells of them; `sum` makes the facts of an export anew.
  func run(_ sum: (StoredExport) throws -> Void) throws {
    let months = try store.months()
    let byPublisher = Dictionary(grouping: try store.exports(), by: \.summary.publisher)
    for (publisher, exports) in byPublisher.sorted(by: { $0.key < $1.key }) {
      let stage = "overlaps \(publisher)"
      let key = key(of: exports)
      guard try store.inputs(ofStage: stage) != key else { continue }
      let asides = try PublisherOverlaps(
        store: store, exports: exports, months: months,
        rules: mappings.sources[publisher]?.overlaps ?? [], limits: mappings.exportLimits
      ).found()
      for export in exports {
        try apply(asides[export.summary.path] ?? ExportAsides(), to: export, sum)
      }
      try store.note(stage: stage, inputs: key)
    }
  }

  private func key(of exports: [StoredExport]) -> String {
    let limits = mappings.exportLimits.map { "\($0.key.rawValue) \($0.value)" }.sorted()
    return Fingerprint.ofTexts(
      limits
        + exports.flatMap {
          ["\($0.id)", $0.summary.path, $0.summary.sha256, MappingKey.readingText(of: $0.mappings)]
        })
  }

  private func apply(
    _ asides: ExportAsides, to export: StoredExport, _ sum: (StoredExport) throws -> Void
  ) throws {
    if try store.setAside(asides.lines, of: export) { try sum(export) }
    for code in [FindingCode.exportToldAgain, .exportsOverlap] {
      try store.setFindings(asides.findings.filter { $0.code == code }, code, of: export)
    }
  }
}

/// The lines of an export that another tells again, and what is to be said of them.
struct ExportAsides {
  /// By id, with the export that counts instead.
  var lines: [Int64: StoredExport] = [:]
  var findings: [Finding] = []
}
