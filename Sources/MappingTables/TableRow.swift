import PoolModel

/// One row of a mapping table, read by the names of its columns.
struct TableRow {
  let file: MappingFile
  /// The physical line, from 1.
  let line: Int
  let headers: [String]
  let cells: [String]

  /// The cell of a column; empty where it is blank or the table has no such column.
  subscript(column: String) -> String {
    headers.firstIndex(of: column).map { cells[$0] } ?? ""
  }

  /// Where the cell of a column is.
  func place(_ column: String) -> FilePlace {
    FilePlace(line: line, column: headers.firstIndex(of: column).map { $0 + 1 })
  }

  /// The cell of a column that must be filled; nil, with a finding, where it is blank.
  func filled(_ column: String) -> String? {
    let text = self[column]
    guard text.isEmpty else { return text }
    file.report(
      .mappingValueUnreadable, place(column), message: "\(column) is blank", remedy: "fill it in")
    return nil
  }

  /// The day in a column; nil where it is blank or, with a finding, unreadable.
  func day(_ column: String) -> CalendarDay? {
    let text = self[column]
    guard !text.isEmpty else { return nil }
    let day = CalendarDay(iso: text)
    if day == nil {
      file.reportUnreadable(
        place(column), "\(column)", text, remedy: "write a day as 2009-04-01")
    }
    return day
  }

  /// The first and the last day in two columns, each nil where open.
  func days(_ first: String, _ last: String) -> (first: CalendarDay?, last: CalendarDay?) {
    let days = (first: day(first), last: day(last))
    if let from = days.first, let to = days.last, to < from {
      file.reportUnreadable(
        place(last), last, "\(to)", remedy: "write a day that is not before \(first), \(from)")
    }
    return days
  }

  /// The whole number in a column that must be filled; nil, with a finding, where it is none.
  func wholeNumber(_ column: String, atLeast least: Int = .min) -> Int? {
    guard let text = filled(column) else { return nil }
    if let number = Int(text), number >= least { return number }
    let bound = least == .min ? "" : ", \(least) or more"
    file.reportUnreadable(place(column), column, text, remedy: "write a whole number\(bound)")
    return nil
  }

  /// The word in a column, one of a few; nil where it is blank or, with a finding, another.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, of type: Choice.Type = Choice.self
  ) -> Choice? {
    let text = self[column]
    guard !text.isEmpty else { return nil }
    let choice = Choice(rawValue: text)
    if choice == nil {
      file.reportUnreadable(
        place(column), column, text,
        remedy: NearestName.remedy(for: text, amongFew: Choice.allCases.map(\.rawValue)))
    }
    return choice
  }

  /// The word in a column that must be filled with one of a few.
  func filledChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, of type: Choice.Type = Choice.self
  ) -> Choice? {
    filled(column) == nil ? nil : choice(column)
  }
}

/// How sure a table is of a row.
enum Certainty: String, CaseIterable {
  case verified
  case recalled
  case judged
}
