import MappingTables
import PoolModel

/// The distinct texts of one export, and the tables that find a text's place in them.
struct LineTexts {
  private(set) var texts = ExportTexts()
  private let columns: LayoutColumns
  private var codes: FieldTupleTable
  private var suppliers: FieldTupleTable
  private var planEntries: FieldTupleTable
  /// The fields that a code tuple, a payee and an entry of a plan are told apart by.
  private let codeFields: [Int]
  private let supplierFields: [Int]
  private let planFields: [Int]
  /// The place in ``codeFields`` of the transaction, of which only the prefix counts; -1: none.
  private let transactionPlace: Int
  /// The places of the payees that amount columns stand for, by amount column; they come before
  /// those of rows.
  private let partners: [Int32?]
  private let partnerCount: Int32
  /// The labels of the amount columns, one more field of a wide table's code tuples: only its rows
  /// have tuples that their column tells apart.
  private let labels: [[UInt8]]

  init(columns: LayoutColumns) {
    self.columns = columns
    let codeFields = columns.codes.compactMap { $0 }
    self.codeFields = codeFields
    supplierFields = columns.suppliers.compactMap { $0 }
    planFields = columns.plan.compactMap { $0 }
    planEntries = FieldTupleTable(width: planFields.count)
    let transaction = columns.codes[LineTexts.transaction]
    transactionPlace = transaction.flatMap { codeFields.firstIndex(of: $0) } ?? -1
    labels =
      columns.amounts.count > 1 ? columns.amounts.map { Array(($0.column.label ?? "").utf8) } : []
    codes = FieldTupleTable(width: codeFields.count + (labels.isEmpty ? 0 : 1))
    suppliers = FieldTupleTable(width: supplierFields.count)
    var names: [String] = []
    partners = columns.amounts.map { amount in
      guard let name = amount.column.partner else { return nil }
      if !names.contains(name) { names.append(name) }
      return names.firstIndex(of: name).map { Int32($0) }
    }
    partnerCount = Int32(names.count)
    texts.suppliers = names.map { SupplierMention(name: $0) }
  }

  /// The place of a record's code tuple; `amount` is the amount column's place in the layout, whose
  /// label stands for the expense type.
  @inline(__always)
  mutating func codePlace(of cells: RecordCells, amount: Int) -> Int32 {
    let (place, isNew) =
      labels.isEmpty
      ? plainCodePlace(of: cells)
      : unsafe labels[amount].withUnsafeBufferPointer { unsafe codePlace(of: cells, label: $0) }
    if isNew { texts.codes.append(codeTexts(of: cells, amount: amount)) }
    return place
  }

  @inline(__always)
  private mutating func plainCodePlace(of cells: RecordCells) -> (place: Int32, isNew: Bool) {
    let (fields, transaction) = (codeFields, transactionPlace)
    return unsafe codes.place { place in
      let cell = unsafe cells.trimmed(fields[place])
      return unsafe place == transaction ? LineTexts.prefix(of: cell) : cell
    }
  }

  private mutating func codePlace(
    of cells: RecordCells, label: UnsafeBufferPointer<UInt8>
  ) -> (place: Int32, isNew: Bool) {
    let (fields, transaction) = (codeFields, transactionPlace)
    return unsafe codes.place { place in
      guard place < fields.count else { return unsafe label }
      let cell = unsafe cells.trimmed(fields[place])
      return unsafe place == transaction ? LineTexts.prefix(of: cell) : cell
    }
  }

  private func codeTexts(of cells: RecordCells, amount: Int) -> CodeFields {
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
  @inline(__always)
  mutating func supplierPlace(of cells: RecordCells) -> Int32 {
    let fields = supplierFields
    let (place, isNew) = unsafe suppliers.place { unsafe cells.trimmed(fields[$0]) }
    if isNew { texts.suppliers.append(supplier(of: cells)) }
    return place + partnerCount
  }

  /// The place of the payee that an amount column stands for; nil where it stands for none.
  func partnerPlace(ofAmount amount: Int) -> Int32? { partners[amount] }

  private func supplier(of cells: RecordCells) -> SupplierMention {
    let fields = columns.suppliers.map { cells.text($0) }
    return SupplierMention(
      name: fields[0], localID: fields[1], companyNumber: fields[2], charityNumber: fields[3],
      vatNumber: fields[4], postcode: fields[5], creditorType: fields[6])
  }

  /// The place of a record's area and of what else a plan says; -1 where the layout has no such
  /// column.
  mutating func planPlace(of cells: RecordCells) -> Int32 {
    let fields = planFields
    guard !fields.isEmpty else { return -1 }
    let (place, isNew) = unsafe planEntries.place { unsafe cells.trimmed(fields[$0]) }
    if isNew { texts.planEntries.append(PlanEntry(texts: columns.plan.map { cells.text($0) })) }
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
