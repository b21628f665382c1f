package import PoolModel

/// What counts towards a minimum: a row of `mappings/bcf/minimum-rules.csv`.
package struct BCFMinimumRule: Hashable, Sendable {
  /// Its slug, such as `adult-social-care`.
  package var minimum: String
  /// For people.
  package var label: String
  /// Whether income or spending counts.
  package var side: PoolSide
  /// The years in which it counts like this; nil: open.
  package var from: FinancialYear?
  /// The last of them.
  package var to: FinancialYear?
  /// The sources that count; empty: all.
  package var sources: [String]
  /// The areas of spend that count; empty: all.
  package var areasOfSpend: [String]
  /// The areas of spend that do not count.
  package var exceptAreasOfSpend: [String]
  /// Whose commissioning counts, a joint one by its share; nil: anybody's.
  package var commissioner: BCFTerm.Meaning?
  /// How sure the table is of it: `verified`, `recalled` or `judged`; empty: not stated.
  package var certainty: String

  /// Whether it is for a year.
  package func isFor(_ year: FinancialYear) -> Bool {
    (from ?? year) <= year && year <= (to ?? year)
  }
}

/// What an area must reach in a year: a row of `mappings/bcf/minima.csv`.
package struct BCFMinimumFigure: Hashable, Sendable {
  /// The area's id.
  package var area: String
  /// The year.
  package var year: FinancialYear
  /// The slug of the minimum.
  package var minimum: String
  /// Nil: not stated, which is not zero.
  package var amount: Money?
  /// Where it is said.
  package var source: String
  /// `verified`, `recalled` or `judged`; empty: not stated.
  package var certainty: String
}

/// `mappings/bcf/minimum-rules.csv`.
enum BCFMinimumRuleTable {
  static let path = "mappings/bcf/minimum-rules.csv"
  private static let columns = [
    "minimum", "label", "side", "from", "to", "funding-source", "area-of-spend",
    "except-area-of-spend", "commissioner", "certainty", "note",
  ]

  /// The rules in the file's order.
  static func read(_ file: MappingFile) -> [BCFMinimumRule] {
    guard let table = CSVTable(file, known: columns, required: ["minimum", "label", "side"]) else {
      return []
    }
    var keys = RepeatedKeys(of: "the minimum")
    return table.rows.compactMap { row in
      let certainty = row.choice("certainty", of: Certainty.self)
      let (from, to) = row.years("from", "to")
      let side = row.filledChoice("side", of: PoolSide.self)
      let commissioner = row.choice("commissioner", of: BCFTerm.Meaning.self)
      let label = row.filled("label")
      guard let minimum = row.filled("minimum"), let side,
        keys.isNew(
          "\(minimum) \(from.map { "\($0)" } ?? "")", in: file, at: row.place("minimum"))
      else { return nil }
      return BCFMinimumRule(
        minimum: minimum, label: label ?? minimum, side: side, from: from, to: to,
        sources: row.list("funding-source"), areasOfSpend: row.list("area-of-spend"),
        exceptAreasOfSpend: row.list("except-area-of-spend"), commissioner: commissioner,
        certainty: certainty?.rawValue ?? "")
    }
  }
}

/// `mappings/bcf/minima.csv`.
enum BCFMinimumTable {
  static let path = "mappings/bcf/minima.csv"
  private static let columns = [
    "area", "year", "minimum", "amount", "source", "certainty", "note",
  ]

  /// The figures in the file's order; `rules` are the minima that there are.
  static func read(
    _ file: MappingFile, areas: [BCFArea]?, rules: [BCFMinimumRule]
  ) -> [BCFMinimumFigure] {
    let required = ["area", "year", "minimum", "amount"]
    guard let table = CSVTable(file, known: columns, required: required) else { return [] }
    var keys = RepeatedKeys(of: "the minimum")
    return table.rows.compactMap { row in
      let certainty = row.choice("certainty", of: Certainty.self)
      guard let area = row.filled("area"), row.filled("year") != nil, let year = row.year("year"),
        let minimum = row.filled("minimum"), let text = row.filled("amount")
      else { return nil }
      row.check(area: area, among: areas)
      if !rules.contains(where: { $0.minimum == minimum }) {
        file.reportUnknown(
          .mappingValueUnreadable, row.place("minimum"), "the minimum", minimum,
          known: rules.map(\.minimum), where: BCFMinimumRuleTable.path)
      }
      guard let amount = StatedAmount(text) else {
        file.reportUnreadable(
          row.place("amount"), "amount", text,
          remedy: "write an amount as £1,234,567 or not stated")
        return nil
      }
      guard keys.isNew("\(area) \(year) \(minimum)", in: file, at: row.place("minimum")) else {
        return nil
      }
      return BCFMinimumFigure(
        area: area, year: year, minimum: minimum, amount: amount.amount, source: row["source"],
        certainty: certainty?.rawValue ?? "")
    }
  }
}

extension TableRow {
  /// The values of a cell, between `|`.
  func list(_ column: String) -> [String] {
    self[column].split(separator: "|").map { CellPattern.folded(String($0)) }
      .filter { !$0.isEmpty }
  }
}
