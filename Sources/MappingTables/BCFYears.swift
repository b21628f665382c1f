package import PoolModel

/// Whether areas made plans in a year: a row of `mappings/bcf/template-years.csv`.
package struct BCFTemplateYear: Hashable, Sendable {
  /// The year.
  package var year: FinancialYear
  /// False: no area made a plan, as in 2020-21.
  package var hasPlans: Bool
  /// Why, for people.
  package var note: String
}

/// What became of an area's plan: a row of `mappings/bcf/plans.csv`.
package struct BCFPlanState: Hashable, Sendable {
  /// What is stated of a plan.
  package enum State: String, CaseIterable, Sendable {
    case approved
    case notApproved = "not-approved"
    case absent = "none"
  }

  /// The area's id.
  package var area: String
  /// The year.
  package var year: FinancialYear
  /// What is stated.
  package var state: State
}

/// A national condition: a row of `mappings/bcf/national-conditions.csv`.
package struct BCFCondition: Hashable, Sendable {
  /// Its number in its years.
  package var number: Int
  /// In our words.
  package var text: String
  /// The first year.
  package var from: FinancialYear
  /// The last year; nil: it stands.
  package var to: FinancialYear?
  /// `verified`, `recalled` or `judged`; empty: not stated.
  package var certainty: String
}

/// A version of the performance element: a row of `mappings/bcf/performance.csv`.
package struct BCFPerformance: Hashable, Sendable {
  /// Its name, such as `v3`.
  package var version: String
  /// When it was announced; a later version of the same year takes its place.
  package var announced: CalendarDay
  /// The year whose money it ties.
  package var year: FinancialYear
  /// In our words.
  package var text: String
  /// `verified`, `recalled` or `judged`; empty: not stated.
  package var certainty: String
}

/// `mappings/bcf/template-years.csv`.
enum BCFTemplateYearTable {
  static let path = "mappings/bcf/template-years.csv"
  private enum Answer: String, CaseIterable { case yes, no }

  /// The years in the file's order.
  static func read(_ file: MappingFile) -> [BCFTemplateYear] {
    let columns = ["year", "plans", "certainty", "note"]
    guard let table = CSVTable(file, known: columns, required: ["year", "plans"]) else {
      return []
    }
    var keys = RepeatedKeys(of: "the year")
    return table.rows.compactMap { row in
      _ = row.choice("certainty", of: Certainty.self)
      let answer = row.filledChoice("plans", of: Answer.self)
      guard row.filled("year") != nil, let year = row.year("year"), let answer,
        keys.isNew("\(year)", in: file, at: row.place("year"))
      else { return nil }
      return BCFTemplateYear(year: year, hasPlans: answer == .yes, note: row["note"])
    }
  }
}

/// `mappings/bcf/plans.csv`.
enum BCFPlanStateTable {
  static let path = "mappings/bcf/plans.csv"

  /// The states in the file's order.
  static func read(_ file: MappingFile, areas: [BCFArea]?) -> [BCFPlanState] {
    let columns = ["area", "year", "state", "source", "certainty", "note"]
    guard let table = CSVTable(file, known: columns, required: ["area", "year", "state"]) else {
      return []
    }
    var keys = RepeatedKeys(of: "the plan")
    return table.rows.compactMap { row in
      _ = row.choice("certainty", of: Certainty.self)
      let state = row.filledChoice("state", of: BCFPlanState.State.self)
      guard let area = row.filled("area"), row.filled("year") != nil, let year = row.year("year"),
        let state
      else { return nil }
      row.check(area: area, among: areas)
      guard keys.isNew("\(area) \(year)", in: file, at: row.place("area")) else { return nil }
      return BCFPlanState(area: area, year: year, state: state)
    }
  }
}

/// `mappings/bcf/national-conditions.csv`.
enum BCFConditionTable {
  static let path = "mappings/bcf/national-conditions.csv"

  /// The conditions in the file's order.
  static func read(_ file: MappingFile) -> [BCFCondition] {
    let columns = ["from", "to", "number", "text", "certainty", "note"]
    let required = ["from", "number", "text"]
    guard let table = CSVTable(file, known: columns, required: required) else { return [] }
    var keys = RepeatedKeys(of: "the condition")
    return table.rows.compactMap { row in
      let certainty = row.choice("certainty", of: Certainty.self)
      let years = row.years("from", "to")
      guard row.filled("from") != nil, let from = years.first,
        let number = row.wholeNumber("number"), let text = row.filled("text"),
        keys.isNew("\(number) of \(from)", in: file, at: row.place("number"))
      else { return nil }
      return BCFCondition(
        number: number, text: text, from: from, to: years.last,
        certainty: certainty?.rawValue ?? "")
    }
  }
}

/// `mappings/bcf/performance.csv`.
enum BCFPerformanceTable {
  static let path = "mappings/bcf/performance.csv"

  /// The versions in the file's order.
  static func read(_ file: MappingFile) -> [BCFPerformance] {
    let columns = ["version", "announced", "year", "text", "certainty", "note"]
    let required = ["version", "announced", "year", "text"]
    guard let table = CSVTable(file, known: columns, required: required) else { return [] }
    var keys = RepeatedKeys(of: "the version")
    return table.rows.compactMap { row in
      let certainty = row.choice("certainty", of: Certainty.self)
      guard let version = row.filled("version"), row.filled("announced") != nil,
        let announced = row.day("announced"), row.filled("year") != nil,
        let year = row.year("year"), let text = row.filled("text"),
        keys.isNew("\(version) of \(year)", in: file, at: row.place("version"))
      else { return nil }
      return BCFPerformance(
        version: version, announced: announced, year: year, text: text,
        certainty: certainty?.rawValue ?? "")
    }
  }
}

extension BetterCareFund {
  /// National conditions, then versions of the performance element, that are of a year.
  ///
  /// Of the versions that tie a year's money the last announced by its first day is in force.
  package func terms(of year: FinancialYear) -> [BCFYearTerm] {
    let conditions = nationalConditions.filter { $0.from <= year && year <= ($0.to ?? year) }
    let versions = performance.filter { $0.year == year }
    let last = versions.map(\.announced).filter { $0 <= year.days.first }.max()
    return conditions.map {
      BCFYearTerm(
        kind: .condition, name: "\($0.number)", text: $0.text, certainty: $0.certainty)
    }
      + versions.map {
        BCFYearTerm(
          kind: .performance, name: $0.version, text: $0.text, announced: $0.announced,
          isInForce: $0.announced == last, certainty: $0.certainty)
      }
  }
}
