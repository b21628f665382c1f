import MappingTables
import PoolModel

/// Where the money of a legacy budget goes while it is restated.
struct RestatementLedger {
  /// Why a line is not restated although no row of the crosswalk says so.
  enum Hindrance {
    /// No row has its code.
    case unmapped
    /// Two rows of equal rank have it.
    case tie(Int, Int)
    /// It states neither a year nor a day, which reading it has told.
    case yearUnknown
    /// Its body existed for a part of the year, and the plan does not say what the figure is for.
    case partYearNotStated
    /// Its body did not exist on any day of its year.
    case outsideBodyLife
  }

  private struct Place: Hashable {
    var key: BudgetKey
    var entry: Int?
    var reason: String
  }

  private let migration: Migration
  private let crosswalk: Crosswalk
  private var tallies: [Place: RowTally] = [:]
  /// What is told, by code and by what it is told of, with its first position.
  private var told: [FindingCode: [String: Told]] = [:]

  private struct Told {
    var position: SourcePosition
    var tally = RowTally()
    var message: String
    var remedy: String
  }

  init(_ migration: Migration, _ crosswalk: Crosswalk) {
    self.migration = migration
    self.crosswalk = crosswalk
  }

  /// Counts a line that an entry of the crosswalk decides.
  mutating func count(_ line: LegacyLine, _ key: BudgetKey, entry: Int, isInForce: Bool) {
    tallies[Place(key: key, entry: entry, reason: ""), default: RowTally()].count(line.amount)
    let row = crosswalk.entries[entry].rows[0]
    if crosswalk.entries[entry].kind == .noBridge {
      tell(
        .migrationBridgeMissing, of: row.position.description, line,
        message:
          "code \(line.code.quotedForMessage) has no bridge (\(row.rule)): it is not restated",
        remedy: "leave it, or add rows with the rule and the evidence of one")
    }
    if !isInForce {
      tell(
        .cutoverCrossed, of: "\(row.position)", line,
        message: "code \(line.code.quotedForMessage) is used outside the days of its row "
          + "(line \(row.position.line) of the crosswalk): it is restated by it all the same",
        remedy: "correct from or to of the row, or ask the publisher")
    }
  }

  /// Leaves a line as it is.
  mutating func leave(_ line: LegacyLine, _ key: BudgetKey, because hindrance: Hindrance) {
    tallies[Place(key: key, entry: nil, reason: hindrance.reason), default: RowTally()]
      .count(line.amount)
    let quoted = line.code.quotedForMessage
    switch hindrance {
    case .unmapped:
      tell(
        .migrationCodeUnmapped, of: line.code, line,
        message: "code \(quoted) is in no row of the crosswalk: it is not restated",
        remedy: "add a row to \(migration.crosswalkPath), or correct the budget")
    case .tie(let one, let other):
      let lines = [one, other].map { crosswalk.entries[$0].rows[0].position.line }.sorted()
      tell(
        .rulesTie, of: line.code, line,
        message: "lines \(lines[0]) and \(lines[1]) of \(migration.crosswalkPath) are of equal "
          + "rank and both have code \(quoted): it is not restated",
        remedy: "end one before the other begins, or take one out")
    case .yearUnknown: break
    case .partYearNotStated:
      tell(
        .partYearNotStated, of: line.body, line,
        message: "\(line.body) existed for a part of \(key.year.printed), "
          + "and whether its figures are for that part or for twelve months is not stated",
        remedy: "write covers: body-life or whole-year in \(migration.file)")
    case .outsideBodyLife:
      tell(
        .outsideBodyLife, of: "\(line.body) \(key.year.printed)", line,
        message: "\(line.body) existed on no day of \(key.year.printed): its figure for that year "
          + "is not restated",
        remedy: "correct the year, or opened and closed in mappings/organisations.csv")
    }
  }

  private mutating func tell(
    _ code: FindingCode, of what: String, _ line: LegacyLine, message: String, remedy: String
  ) {
    var entry =
      told[code]?[what] ?? Told(position: line.position, message: message, remedy: remedy)
    entry.tally.count(line.amount)
    let (first, here) = (entry.position, line.position)
    if (here.file, here.line, here.byte) < (first.file, first.line, first.byte) {
      entry.position = here
      entry.message = message
    }
    told[code, default: [:]][what] = entry
  }
}

extension RestatementLedger {
  /// One finding a code or row that something is told of.
  var findings: [Finding] {
    told.flatMap { code, entries in
      entries.map { what, entry in
        Finding(
          code, at: entry.position, value: what, atStake: entry.tally.amount,
          rows: entry.tally.rows, message: entry.message, remedy: entry.remedy)
      }
    }
  }

  /// The restated lines in order of the old keys, then of the crosswalk.
  var restatedLines: [RestatedLine] {
    let places = tallies.keys.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      return (left.entry ?? .max, left.reason) < (right.entry ?? .max, right.reason)
    }
    return places.flatMap { lines(of: $0, tallies[$0] ?? RowTally()) }
  }

  private func lines(of place: Place, _ tally: RowTally) -> [RestatedLine] {
    let key = place.key
    guard let entry = place.entry else {
      return [
        RestatedLine(
          old: key, outcome: .notRestated, newBody: key.body, newCode: "", category: nil,
          share: HundredthsOfPerCent.whole, rule: place.reason, crosswalk: nil, tally: tally)
      ]
    }
    let rows = crosswalk.entries[entry].rows
    switch crosswalk.entries[entry].kind {
    case .closed, .noBridge:
      return [
        RestatedLine(
          old: key, outcome: rows[0].kind == .closed ? .closed : .notRestated, newBody: key.body,
          newCode: "", category: nil, share: HundredthsOfPerCent.whole, rule: rows[0].rule,
          crosswalk: rows[0].position, tally: tally)
      ]
    case .same, .merge, .split:
      let amounts = tally.amount.split(inProportionTo: rows.map(\.share))
      return zip(rows.indices, rows).map { index, row in
        let code = row.newCode.isEmpty ? key.code : row.newCode
        return RestatedLine(
          old: key, outcome: .carried, newBody: row.newBody.isEmpty ? key.body : row.newBody,
          newCode: code, category: migration.newFrame?[code]?.category, share: row.share,
          rule: row.rule.isEmpty ? row.loses : row.rule, crosswalk: row.position,
          tally: RowTally(
            rows: index == 0 ? tally.rows : 0,
            amount: amounts.isEmpty ? (index == 0 ? tally.amount : .zero) : amounts[index]))
      }
    }
  }
}

extension RestatementLedger.Hindrance {
  /// As the restated lines print it.
  var reason: String {
    switch self {
    case .unmapped: "no row of the crosswalk has the code"
    case .tie: "two rows of the crosswalk have the code"
    case .yearUnknown: "its year is not known"
    case .partYearNotStated: "what part of the year the figure is for is not stated"
    case .outsideBodyLife: "its body did not exist in the year"
    }
  }
}

extension FinancialYear? {
  /// As messages print it.
  var printed: String { map(\.description) ?? "a year that is not known" }
}

extension Migration {
  /// The crosswalk, relative to the workspace.
  package var crosswalkPath: String { "mappings/migrations/\(migration).csv" }
}
