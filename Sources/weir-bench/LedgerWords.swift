/// The texts of the made-up ledger, as they stand in the file: quoted where they hold a comma.
enum LedgerWords {
  static let header =
    "Body Name,Date,Transaction Number,Supplier Name,Department,Category,Description,Amount,"
    + "Irrecoverable VAT\r\n"

  static let bodies = cells([
    "Northbeck City Council", "Alderwick Metropolitan District Council", "NHS Alderdale ICB",
    "City of Port Ennis MDC",
  ])

  /// What the names of made-up payees are put together from.
  static let syllables = [
    "bra", "cken", "dor", "fel", "gil", "hol", "ker", "lan", "mor", "nes", "per", "ros", "sal",
    "thor", "wex", "yar",
  ].map { Array($0.utf8) }

  static let departments = cells([
    "Adults and Health", "Children and Families", "City Development", "Resources",
    "Communities, Housing and Environment", "Strategy & Performance",
  ])

  /// The categories with what the ledger's cost-code rules make of them.
  static let categories: [(name: String, clientGroup: String, careSetting: String)] = [
    ("Residential Care", "CG-LD", "ST-RES"),
    ("Continuing Healthcare", "CG-LD", "ST-NHS"),
    ("Prescribing", "CG-MH", "ST-NPRI"),
    ("Foster Care Allowances", "CG-CYP", ""),
    ("Agency Staff", "CG-MIX", "ST-CSD"),
    ("Consultancy", "CG-MIX", "ST-CSD"),
    ("Grants", "", "ST-IEI"),
    ("Software Licences", "", ""),
    ("Legal Fees", "", ""),
    ("Fuel", "", ""),
    ("Repairs & Maintenance", "", ""),
    ("Stationery", "", ""),
    ("Utilities - Gas", "", ""),
    ("Utilities - Electricity", "", ""),
    ("Waste Disposal", "", ""),
    ("Printing, Postage & Stationery", "", ""),
  ]

  static let categoryCells = cells(categories.map(\.name))

  static let suppliers = cells([
    "Brackenfell Building Supplies Ltd", "Tarnholm, Wexby & Co LLP",
    "The \"Larch\" Care Home", "O'Dunmarrow Plant Hire", "REDACTED PERSONAL DATA",
    "Quillstane Business Services Ltd", "Alderdale Water Services Ltd",
    "St Osmunda's (Northbeck) Trust", "Veridane ES (UK) Ltd", "Café Linnéa Wexby Ltd",
    "Lattisworth SCM Ltd, Trading As Lattisworth", "Northbeck Gas Trading Limited",
  ])

  private static func cells(_ texts: [String]) -> [[UInt8]] {
    texts.map { Array(cell($0).utf8) }
  }

  /// A text as a cell of a CSV file.
  static func cell(_ text: String) -> String {
    guard text.contains(",") || text.contains("\"") else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
