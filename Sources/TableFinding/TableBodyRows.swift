/// A table's data rows with what is asked of them when totals are looked for.
struct TableBodyRows {
  private let sheet: TableSheet
  private let profile: ColumnProfile
  /// The places of the rows in the sheet, top to bottom.
  let rows: [Int]
  /// How many texts, codes and dates a row usually has.
  let usualTexts: Int
  /// By column of the sheet: the largest figure of any row, without its sign.
  private let largest: [Int64]

  init(_ sheet: TableSheet, rows: [Int]) {
    self.sheet = sheet
    self.rows = rows
    usualTexts = rows.map { TableBodyRows.texts(sheet.shapes[$0]) }.sorted()[rows.count / 2]
    profile = sheet.profile(rows.first ?? 0)
    largest = (0..<profile.width).map { column in
      rows.map { abs(sheet.shapes[$0].figure(column)?.millionths ?? 0) }.max() ?? 0
    }
  }

  func label(_ place: Int) -> String { sheet.label(rows[place]) }

  /// Whether the first filled cell is words and no figure.
  func hasLabel(_ place: Int) -> Bool {
    let shape = sheet.shapes[rows[place]]
    return shape.filled.first.map { shape.kind($0) == .text || shape.kind($0) == .code } ?? false
  }

  func texts(_ place: Int) -> Int { TableBodyRows.texts(sheet.shapes[rows[place]]) }

  private static func texts(_ shape: RowShape) -> Int {
    shape.count { $0 == .text || $0 == .code || $0 == .date }
  }

  func isAfterBlank(_ place: Int) -> Bool {
    rows[place] > 0 && sheet.shapes[rows[place] - 1].isBlank
  }

  /// Whether the next row's label at the left is indented more.
  func isNextDeeper(_ place: Int) -> Bool {
    guard place + 1 < rows.count else { return false }
    let (shape, next) = (sheet.shapes[rows[place]], sheet.shapes[rows[place + 1]])
    return shape.filled.first == 0 && next.filled.first == 0
      && next.cells[0].indent > shape.cells[0].indent
  }

  func areAllHundreds(_ place: Int) -> Bool {
    let figures = figures(place)
    return !figures.isEmpty && figures.allSatisfy { $0.millionths == 100_000_000 }
  }

  private func figures(_ place: Int) -> [Figure] {
    sheet.shapes[rows[place]].cells.compactMap(\.figure)
  }

  /// Whether no row has larger figures in seven columns of ten.
  func isLargest(_ place: Int) -> Bool {
    let columns = figureColumns(place)
    let wins = columns.count { magnitude(place, $0) == largest[$0] }
    return rows.count >= 4 && !columns.isEmpty && wins * 10 >= columns.count * 7
  }

  /// Whether no figure of the next row is larger.
  func isLargerThanNext(_ place: Int) -> Bool {
    let columns = figureColumns(place)
    return place + 1 < rows.count && !columns.isEmpty
      && columns.allSatisfy { magnitude(place + 1, $0) <= magnitude(place, $0) }
  }

  private func figureColumns(_ place: Int) -> [Int] {
    let shape = sheet.shapes[rows[place]]
    return shape.filled.filter {
      profile.content($0) == .figures && shape.figure($0) != nil
    }
  }

  private func magnitude(_ place: Int, _ column: Int) -> Int64 {
    abs(sheet.shapes[rows[place]].figure(column)?.millionths ?? 0)
  }
}
