/// What the cells of a table's columns look like in most of its rows.
struct ColumnForms {
  private struct Column {
    var strict: [CellForm: Int] = [:]
    var loose: [CellForm: Int] = [:]
    var firstSigns: [UInt8: Int] = [:]
    var blanks = 0
    var filled = 0

    /// Whether the column has few forms, so that another one is strange to it.
    var isRegular: Bool {
      let known = strict.values.filter { $0 >= ColumnForms.leastSupport }
      return known.count <= ColumnForms.mostForms && known.reduce(0, +) * 10 >= filled * 9
    }
  }

  private var columns: [Column]
  /// How many rows it was made from.
  private(set) var rowCount = 0

  /// Fewer rows say nothing of what a column holds.
  static let fewestRows = 8
  private static let mostForms = 24
  /// What stands in one row only, such as a header's words, is no form of the column.
  private static let leastSupport = 2

  /// Forms of so many columns, still without rows.
  init(width: Int) { columns = Array(repeating: Column(), count: width) }

  /// Learns from a row.
  mutating func learn(_ row: [[UInt8]]) {
    rowCount += 1
    for (place, cell) in row.prefix(columns.count).enumerated() {
      guard let first = cell.first else {
        columns[place].blanks += 1
        continue
      }
      columns[place].filled += 1
      columns[place].strict[CellForm(cell, digits: .counted), default: 0] += 1
      columns[place].loose[CellForm(cell, digits: .asOne), default: 0] += 1
      columns[place].firstSigns[CellForm.sign(of: first), default: 0] += 1
    }
  }

  /// How closely a row must look like those learnt.
  enum Fit {
    /// A row as it stands: digits may be more or fewer than before.
    case loose
    /// A row that was put right: nothing new in a column that has few forms.
    case strict
  }

  /// Whether every cell looks like those of its column.
  func fit(_ row: [[UInt8]], _ fit: Fit) -> Bool {
    guard row.count == columns.count, rowCount >= ColumnForms.fewestRows else { return false }
    return row.enumerated().allSatisfy { self.fit($1, column: $0, fit) }
  }

  /// Whether a cell looks like those of a column.
  func fit(_ cell: [UInt8], column place: Int, _ fit: Fit) -> Bool {
    let column = columns[place]
    guard let first = cell.first else { return column.blanks >= ColumnForms.leastSupport }
    let support =
      if !column.isRegular {
        column.firstSigns[CellForm.sign(of: first)]
      } else if fit == .strict {
        column.strict[CellForm(cell, digits: .counted)]
      } else {
        column.loose[CellForm(cell, digits: .asOne)]
      }
    return support ?? 0 >= ColumnForms.leastSupport
  }
}
