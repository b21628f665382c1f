import MappingTables
import PoolModel

/// The distinct texts of one export, and the tables that find a text's place in them.
struct LineTexts {
  private(set) var texts = ExportTexts()
  private let columns: LayoutColumns
  private var codes = FieldTupleTable()
  private var suppliers = FieldTupleTable()
  private var areas = FieldTupleTable()
  private var key = TupleKey()

  init(columns: LayoutColumns) { self.columns = columns }

  /// The place of a record's code tuple; `amount` is the amount column's place in the layout, whose
  /// label stands for the expense type.
  mutating func codePlace(of cells: RecordCells, amount: Int) -> Int32 {
    key.removeAll()
    let transaction = columns.codes[LineTexts.transaction]
    for case let field? in columns.codes {
      let cell = unsafe cells.trimmed(field)
      unsafe key.append(field == transaction ? LineTexts.prefix(of: cell) : cell)
    }
    // Only a wide table's rows have tuples that their column tells apart.
    if columns.amounts.count > 1 { key.append(columns.amounts[amount].column.label ?? "") }
    let (place, isNew) = codes.place(of: key)
    if isNew { texts.codes.append(codeFields(of: cells, amount: amount)) }
    return place
  }

  private func codeFields(of cells: RecordCells, amount: Int) -> CodeFields {
    let fields = columns.codes.map { cells.text($0) }
    return CodeFields(
      costCentre: fields[0], subjectiveCode: fields[1],
      expenseType: columns.amounts[amount].column.label ?? fields[2], service: fields[3],
      description: fields[4],
      transactionPrefix: String(
        fields[LineTexts.transaction].prefix { !("0"..."9").contains($0) }),
      supplier: fields[6])
  }

  /// The place of a record's payee.
  mutating func supplierPlace(of cells: RecordCells) -> Int32 {
    key.removeAll()
    for case let field? in columns.suppliers { unsafe key.append(cells.trimmed(field)) }
    let (place, isNew) = suppliers.place(of: key)
    if isNew {
      let fields = columns.suppliers.map { cells.text($0) }
      texts.suppliers.append(
        SupplierMention(
          name: fields[0], localID: fields[1], companyNumber: fields[2],
          charityNumber: fields[3], vatNumber: fields[4], postcode: fields[5],
          creditorType: fields[6]))
    }
    return place
  }

  /// The place of a record's area; -1 where the layout has none.
  mutating func areaPlace(of cells: RecordCells) -> Int32 {
    guard let area = columns.area else { return -1 }
    key.removeAll()
    unsafe key.append(cells.trimmed(area))
    let (place, isNew) = areas.place(of: key)
    if isNew { texts.areas.append(cells.text(area)) }
    return place
  }

  /// Where the transaction number stands in ``LayoutColumns/codeRoles``.
  private static let transaction = 5

  /// A transaction number up to its first digit.
  private static func prefix(of cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let end = unsafe cell.firstIndex { $0 >= 0x30 && $0 <= 0x39 } ?? cell.count
    return unsafe UnsafeBufferPointer(rebasing: cell[..<end])
  }
}
