/// What most cells of each column are, over all rows of an export.
struct ColumnProfile {
  /// What a column holds.
  enum Content {
    case figures
    case dates
    case text
  }

  private let contents: [Content]
  var width: Int { contents.count }

  /// Looks at the rows with at least two filled cells.
  init(_ shapes: [RowShape]) {
    let width = shapes.map(\.cells.count).max() ?? 0
    var counts = [(figures: Int, dates: Int, others: Int)](repeating: (0, 0, 0), count: width)
    for shape in shapes where shape.filled.count > 1 && !shape.isRowOfYears && !shape.isRowOfUnits {
      for column in shape.filled {
        switch shape.cells[column].kind {
        case .number, .amount, .missing: counts[column].figures += 1
        case .date: counts[column].dates += 1
        default: counts[column].others += 1
        }
      }
    }
    contents = counts.map { count in
      if count.figures >= count.dates + count.others, count.figures > 0 { return .figures }
      return count.dates > 0 && count.dates >= count.others ? .dates : .text
    }
  }

  func content(_ column: Int) -> Content { column < width ? contents[column] : .text }

  /// The columns that hold figures or dates.
  var valueColumns: [Int] { contents.indices.filter { contents[$0] != .text } }
}
