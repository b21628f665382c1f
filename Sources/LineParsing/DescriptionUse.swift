import ExportReading
import PoolModel

/// Counts the payees that lines of the same codes have the same description for.
///
/// Code tuples leave out descriptions that no rule looks at, because nearly every line has its own;
/// what many lines share still tells a person what codes without a rule are for.
struct DescriptionUse {
  private struct Key: Hashable {
    var codes: Int32
    var description: Int32
  }

  private struct Use {
    /// The first payees, as many as it takes; -1 where there are fewer.
    var payees: SIMD4<Int32>
    var rows: Int

    var isShared: Bool { payees[SharedDescription.fewestPayees - 1] >= 0 }

    mutating func count(_ payee: Int32) {
      rows += 1
      for place in 0..<SharedDescription.fewestPayees {
        if payees[place] == payee { return }
        if payees[place] < 0 {
          payees[place] = payee
          return
        }
      }
    }
  }

  /// How many are kept of one code tuple: those on the most lines.
  private static let mostOfCodes = 5
  /// Longer cells are sentences about one case.
  private static let longest = 60
  /// So many different ones are looked at; a ledger that writes a new text on every line has no labels.
  private static let mostTexts = 1 << 16

  private let field: Int
  private var places = FieldTupleTable(width: 1)
  private var texts: [String] = []
  private var uses: [Key: Use] = [:]

  /// For descriptions in the field of that number.
  init(field: Int) { self.field = field }

  /// Counts the lines of a batch.
  mutating func count(_ lines: [SpendLine], of batch: RecordBatch) {
    for line in lines where texts.count < DescriptionUse.mostTexts {
      let cells = RecordCells(batch, place: batch.records[Int(line.record)])
      let cell = unsafe cells.trimmed(field)
      guard unsafe DescriptionUse.canBeLabel(cell) else { continue }
      let (place, isNew) = unsafe places.place { _ in unsafe cell }
      if isNew { texts.append(cells.text(field)) }
      uses[
        Key(codes: line.codes, description: place),
        default: Use(payees: SIMD4(repeating: -1), rows: 0)
      ].count(line.supplier)
    }
  }

  /// Those that several payees share, by code tuple, those on the most lines first.
  var shared: [SharedDescription] {
    let found = uses.filter(\.value.isShared).map { key, use in
      SharedDescription(
        codes: key.codes, text: texts[Int(key.description)], rows: use.rows)
    }
    return Dictionary(grouping: found, by: \.codes).sorted { $0.key < $1.key }.flatMap { _, own in
      own.sorted { ($1.rows, $0.text) < ($0.rows, $1.text) }.prefix(DescriptionUse.mostOfCodes)
    }
  }

  /// Numbers in a text are those of cases, invoices and days.
  private static func canBeLabel(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe !cell.isEmpty && cell.count <= longest
      && !cell.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }
}
