/// The rows of an export on the way to their classes.
struct TableSheet {
  let rows: [TableRow]
  let shapes: [RowShape]
  let profile: ColumnProfile
  /// Whether a row has the look of a table's body.
  var isBody: [Bool]
  var classes: [LineClass]
  var reasons: [String]

  init(_ rows: [TableRow]) {
    self.rows = rows
    shapes = rows.map { RowShape($0) }
    profile = ColumnProfile(shapes)
    isBody = [Bool](repeating: false, count: rows.count)
    classes = [LineClass](repeating: .note, count: rows.count)
    reasons = [String](repeating: "", count: rows.count)
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
