/// How many cells the rows of a table have.
struct TableWidth {
  /// The columns that are handed on: up to the last that is named, or filled in half of the rows.
  let columns: Int
  /// How many cells most rows have as they stand, blank ones at the end included.
  let cells: Int

  /// The width of a table by its header, where it has one, and its rows.
  init(names: [String]?, rows: ArraySlice<TableRow>) {
    var counts: [Int: Int] = [:]
    var filled: [Int: Int] = [:]
    for row in rows {
      counts[row.cells.count, default: 0] += 1
      for (place, cell) in row.cells.enumerated() where !cell.isBlank {
        filled[place, default: 0] += 1
      }
    }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    cells = usual ?? names?.count ?? 0
    guard let names else {
      columns = cells
      return
    }
    let named = (names.lastIndex { !$0.isBlank } ?? -1) + 1
    let used = (filled.filter { $0.value * 2 >= rows.count }.keys.max() ?? -1) + 1
    columns = max(named, used)
  }

  /// The row with as many cells as there are columns, blank ones added or dropped at the end; nil
  /// where that would drop a filled cell.
  func fitIfLossless(_ row: [String]) -> [String]? {
    row.dropFirst(columns).allSatisfy(\.isBlank) ? fit(row) : nil
  }

  /// The row cut or filled up to as many cells as there are columns.
  func fit(_ row: [String]) -> [String] {
    row.prefix(columns) + Array(repeating: "", count: max(0, columns - row.count))
  }
}

extension String {
  /// Whether the text is nothing but blanks.
  fileprivate var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
}
