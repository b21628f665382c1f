internal import PoolModel

/// One column of a published table: how it is described and how a row fills it.
///
/// The description and the cells come from the same declaration, so that no column can stand in a
/// file and not in the schema.
struct PublishedColumn<Row> {
  let name: String
  let type: String
  let description: String
  var constraints: [String: JSONText]
  /// What an amount counts, such as `GBP`; nil for what is no money.
  var unit: String?
  let cell: (Row) -> String

  /// A text; optional texts are empty where nothing is stated.
  static func text(
    _ name: String, _ description: String, _ presence: Presence = .optional,
    oneOf values: [String] = [], pattern: String? = nil, _ cell: @escaping (Row) -> String
  ) -> PublishedColumn {
    var column = PublishedColumn(
      name: name, type: "string", description: description, constraints: presence.constraints,
      cell: cell)
    if !values.isEmpty { column.constraints["enum"] = .list(values.map(JSONText.text)) }
    if let pattern { column.constraints["pattern"] = .text(pattern) }
    return column
  }

  /// A count that is never below zero; empty where it is not stated.
  static func count(
    _ name: String, _ description: String, _ presence: Presence = .required,
    _ cell: @escaping (Row) -> Int64?
  ) -> PublishedColumn {
    var constraints = presence.constraints
    constraints["minimum"] = .whole(0)
    return PublishedColumn(
      name: name, type: "integer", description: description, constraints: constraints,
      cell: { row in cell(row).map { String($0) } ?? "" })
  }

  /// An amount that every row states, in pounds.
  static func pounds(
    _ name: String, _ description: String, _ cell: @escaping (Row) -> Money
  ) -> PublishedColumn {
    inPounds(exactDecimal(name, description, .required) { cell($0).decimal })
  }

  /// An amount in pounds that is empty where it is not stated, which is not zero.
  static func poundsIfStated(
    _ name: String, _ description: String, _ cell: @escaping (Row) -> Money?
  ) -> PublishedColumn {
    inPounds(
      exactDecimal(name, description + " Empty: not stated, which is not zero.", .optional) {
        cell($0)?.decimal ?? ""
      })
  }

  /// Says of a column that its numbers are pounds with two places, so that databases hold them as
  /// whole pence.
  private static func inPounds(_ column: PublishedColumn) -> PublishedColumn {
    var column = column
    column.unit = PackageColumn.pounds
    return column
  }

  /// A decimal number that the row gives as its exact digits.
  static func exactDecimal(
    _ name: String, _ description: String, _ presence: Presence,
    _ cell: @escaping (Row) -> String
  ) -> PublishedColumn {
    PublishedColumn(
      name: name, type: "number", description: description, constraints: presence.constraints,
      cell: cell)
  }

  /// A day, as `2009-04-01`; empty where it is not known.
  static func day(
    _ name: String, _ description: String, _ cell: @escaping (Row) -> CalendarDay?
  ) -> PublishedColumn {
    PublishedColumn(
      name: name, type: "date", description: description, constraints: [:],
      cell: { row in cell(row)?.description ?? "" })
  }

  /// A financial year, as `2009-10`.
  static func year(_ cell: @escaping (Row) -> FinancialYear) -> PublishedColumn {
    text(
      "year", "The financial year, 1 April to 31 March.", .required,
      pattern: "[0-9]{4}-[0-9]{2}"
    ) { cell($0).description }
  }

  /// The column as the schema describes it.
  var field: JSONText {
    var members: [String: JSONText] = [
      "name": .text(name), "type": .text(type), "description": .text(description),
    ]
    if !constraints.isEmpty { members["constraints"] = .object(constraints) }
    if let unit { members["unit"] = .text(unit) }
    return .object(members)
  }
}

/// Whether each row fills a column.
enum Presence {
  case required
  case optional

  var constraints: [String: JSONText] {
    switch self {
    case .required: ["required": .truth(true)]
    case .optional: [:]
    }
  }
}
