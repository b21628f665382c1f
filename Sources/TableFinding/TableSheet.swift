/// The rows of an export on the way to their classes.
struct TableSheet {
  let rows: [TableRow]
  let shapes: [RowShape]
  /// What the columns of all rows hold.
  private let common: ColumnProfile
  /// Blocks of rows that are a table of another shape, with what their columns hold.
  private var blocks: [(rows: Range<Int>, profile: ColumnProfile)] = []
  /// Whether a row has the look of a table's body.
  var isBody: [Bool]
  var classes: [LineClass]
  var reasons: [String]

  init(_ rows: [TableRow]) {
    self.rows = rows
    shapes = rows.map { RowShape($0) }
    common = ColumnProfile(shapes)
    isBody = [Bool](repeating: false, count: rows.count)
    classes = [LineClass](repeating: .note, count: rows.count)
    reasons = [String](repeating: "", count: rows.count)
  }

  /// What the columns hold around a row.
  func profile(_ row: Int) -> ColumnProfile {
    blocks.first { $0.rows.contains(row) }?.profile ?? common
  }

  /// Whether a row is the first of a table of another shape.
  func beginsBlock(_ row: Int) -> Bool { blocks.contains { $0.rows.lowerBound == row } }

  /// Takes a block of rows for a table of its own.
  mutating func addBlock(_ rows: Range<Int>, _ profile: ColumnProfile) {
    blocks.append((rows, profile))
  }

  mutating func set(_ row: Int, _ lineClass: LineClass, _ reason: String) {
    classes[row] = lineClass
    reasons[row] = reason
  }

  /// The text of a row's first filled cell.
  func label(_ row: Int) -> String {
    shapes[row].filled.first.map { rows[row].cells[$0] } ?? ""
  }
}
