import ExportReading
import MappingTables

/// A layout's columns as places in the records of one export.
struct LayoutColumns {
  /// One money column.
  struct Amount {
    var field: Int
    var column: AmountColumn
    /// The place of the column that tells its credits, with the cells that say so.
    var credits: (field: Int, cells: [CellPattern])?
  }

  var amounts: [Amount]
  var date: Int?
  /// The column of the numbers of transactions.
  var reference: Int?
  /// The column of the numbers that both sides of a transfer print.
  var sharedReference: Int?
  /// The column of descriptions, where they are no part of the code tuples.
  var description: Int?
  /// The fields of a code tuple, in the order of ``codeRoles``; nil where the layout has none.
  var codes: [Int?]
  /// The fields of a payee, in the order of ``supplierRoles``.
  var suppliers: [Int?]
  /// The fields of what a plan says of a line, in the order of ``planRoles``.
  var plan: [Int?]
  var status: Int?
  var notes: [(field: Int, rule: NoteRule)]
  /// One past the last column with a header: a filled cell from there on belongs to no column.
  var width: Int
  /// One past the last column that no row can do without: one that ends before lacks a cell.
  var neededWidth: Int
  /// The places of all amounts, for quick tests.
  var amountFields: Set<Int>
  /// The place of the sum of a row's amounts.
  var rowTotal: Int?
  /// Whether an amount column stands for a month or a body.
  var namesMonthOrPartner: Bool

  static let codeRoles: [ColumnRole] = [
    .costCentre, .subjectiveCode, .expenseType, .service, .description, .transaction, .supplier,
  ]
  static let supplierRoles: [ColumnRole] = [
    .supplier, .supplierID, .companyNumber, .charityNumber, .vatNumber, .postcode, .creditorType,
  ]
  /// In the order of ``PlanEntry/texts``.
  static let planRoles: [ColumnRole] = [
    .area, .fundingSource, .areaOfSpend, .commissioner, .nhsShare, .laShare, .providerType,
  ]

  /// The place of the area.
  var area: Int? { plan[0] }

  /// The places of a layout's columns among an export's folded headers.
  ///
  /// `ruleColumns` are the columns that the publisher's rules look at: descriptions, transactions
  /// and suppliers make a code tuple only where a rule asks for them, because nearly every line has
  /// its own. The table is at least `tableWidth` columns wide, named or not.
  init(
    _ layout: SourceLayout, headers: [String], ruleColumns: Set<CodeRule.Column>,
    tableWidth: Int = 0
  ) {
    func field(_ header: String?) -> Int? {
      header.flatMap { LayoutColumns.place(of: $0, among: headers) }
    }
    amounts = layout.amounts.compactMap { column in
      field(column.header).map { place in
        let credits = column.credits.flatMap { mark in field(mark.header).map { ($0, mark.cells) } }
        return Amount(field: place, column: column, credits: credits)
      }
    }
    date = field(layout.columns[.date])
    reference = field(layout.columns[.transaction])
    sharedReference = field(layout.columns[.reference])
    description = ruleColumns.contains(.description) ? nil : field(layout.columns[.description])
    codes = LayoutColumns.codeRoles.map { role in
      switch role {
      case .description where !ruleColumns.contains(.description): nil
      case .transaction where !ruleColumns.contains(.transactionPrefix): nil
      case .supplier where !ruleColumns.contains(.supplier): nil
      default: field(layout.columns[role])
      }
    }
    suppliers = LayoutColumns.supplierRoles.map { field(layout.columns[$0]) }
    plan = LayoutColumns.planRoles.map { field(layout.columns[$0]) }
    status = field(layout.columns[.status])
    notes = layout.notes.compactMap { rule in field(rule.header).map { ($0, rule) } }
    amountFields = Set(amounts.map(\.field))
    rowTotal = field(layout.rowTotal)
    if let rowTotal { amountFields.insert(rowTotal) }
    namesMonthOrPartner = amounts.contains { $0.column.month != nil || $0.column.partner != nil }
    // Programs drop blank cells at the end of a row; codes may be blank, these may not.
    let needed = [suppliers[0], date, plan[0], status] + amounts.map(\.field)
    neededWidth = (needed.compactMap { $0 }.max() ?? -1) + 1
    // A column that is named by its place may stand behind the last header.
    width = max((headers.lastIndex { !$0.isEmpty } ?? -1) + 1, neededWidth, tableWidth)
  }

  /// The place of a header; `Column 7` is the seventh where the header has no name of its own.
  private static func place(of header: String, among headers: [String]) -> Int? {
    let folded = FoldedText.of(header)
    if let place = headers.firstIndex(of: folded) { return place }
    guard let place = ColumnPlace.place(named: folded), headers.indices.contains(place),
      headers[place].isEmpty
    else { return nil }
    return place
  }
}
