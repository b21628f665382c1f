import MappingTables
import PoolModel

/// What became of each old code: none may be left without an answer.
struct MigratedCodes {
  private struct Use {
    var code: String
    var label: String
    var tally = RowTally()
    /// The places of the crosswalk's rows that decided its lines.
    var rows: Set<Int> = []
    var isUnmapped = false
  }

  private let migration: Migration
  private var uses: [String: Use] = [:]

  /// Every code of the frame in its order, then those that only the budget has, sorted.
  static func of(
    _ lines: [LegacyLine], _ restated: [RestatedLine], _ migration: Migration
  ) -> [MigratedCode] {
    var codes = MigratedCodes(migration: migration)
    for line in lines { codes.count(line) }
    codes.note(restated)
    let framed = migration.oldFrame?.codes ?? []
    let known = Set(framed.map { CellPattern.folded($0.code) })
    return framed.map(codes.framed)
      + codes.uses.keys.filter { !known.contains($0) }.sorted().compactMap(codes.unframed)
  }

  private init(migration: Migration) { self.migration = migration }

  private mutating func count(_ line: LegacyLine) {
    let folded = CellPattern.folded(line.code)
    var use = uses[folded] ?? Use(code: line.code, label: line.label)
    use.tally.count(line.amount)
    // The least spelling and label, so that the order of the lines does not matter.
    use.code = min(use.code, line.code)
    use.label = min(use.label, line.label)
    uses[folded] = use
  }

  private mutating func note(_ restated: [RestatedLine]) {
    let places = Dictionary(
      migration.rows.enumerated().map { ($0.element.position, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for line in restated {
      let folded = CellPattern.folded(line.old.code)
      if let place = line.crosswalk.flatMap({ places[$0] }) {
        uses[folded]?.rows.insert(place)
      } else {
        uses[folded]?.isUnmapped = true
      }
    }
  }

  private func framed(_ code: CodeFrame.Code) -> MigratedCode {
    let use = uses[CellPattern.folded(code.code)]
    guard code.kind == .line else {
      return MigratedCode(
        code: code.code, label: code.label, fate: "total", newCodes: [], rule: "",
        tally: use?.tally ?? RowTally())
    }
    // Of a code that the budget does not use, what the crosswalk would say.
    let unused = migration.rows.indices.filter { migration.rows[$0].oldCode.matches(code.code) }
    return migrated(
      use ?? Use(code: code.code, label: "", rows: Set(unused), isUnmapped: unused.isEmpty),
      code: code.code, label: code.label)
  }

  private func unframed(_ folded: String) -> MigratedCode? {
    uses[folded].map { migrated($0, code: $0.code, label: $0.label) }
  }

  private func migrated(_ use: Use, code: String, label: String) -> MigratedCode {
    let rows = use.rows.sorted().map { migration.rows[$0] }
    var fates = Set(rows.map(\.kind.rawValue))
    if use.isUnmapped { fates.insert("unmapped") }
    let targets = rows.filter { [.same, .merge, .split].contains($0.kind) }
      .map { $0.newCode.isEmpty ? code : $0.newCode }
    return MigratedCode(
      code: code, label: label, fate: fates.sorted().joined(separator: ", "),
      newCodes: targets.firstOfEach,
      rule: rows.map { $0.rule.isEmpty ? $0.loses : $0.rule }.filter { !$0.isEmpty }.firstOfEach
        .joined(separator: "; "),
      tally: use.tally)
  }
}

extension [String] {
  /// Each text once, where it stands first.
  fileprivate var firstOfEach: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
