import ExportReading
import MappingTables

/// Tells the column that says in words which figures are credits, where no figure has a sign.
struct CreditMarks: Sendable {
  private let meanings: [String: CreditWord.Meaning]
  /// The headers of columns that tell credits, blanks and signs taken out.
  private let headings: Set<String>
  /// More different cells than these are no marks.
  private static let mostMarks = 8

  init(_ mappings: MappingSet) {
    headings = Set(
      mappings.creditWords.filter { $0.meaning == .heading || $0.meaning == .credit }
        .map { CreditMarks.heading($0.text) })
    meanings = Dictionary(
      mappings.creditWords.filter { $0.meaning != .heading }.map {
        (FoldedText.of($0.text), $0.meaning)
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of the column that tells the credits of an amount column, and its cells that do; nil
  /// where there is none, or more than one, or where figures are negative already.
  func marks(
    of amount: ColumnSurvey, among columns: [ColumnSurvey], below headers: [String]
  ) -> (column: Int, cells: [String])? {
    guard amount.negative == 0, amount.amounts > 0 else { return nil }
    let found = columns.indices.compactMap { column in
      credits(in: columns[column], headers[column], beside: amount).map { (column, $0) }
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func heading(_ header: String) -> String {
    let folded = FoldedText.of(header).filter { !$0.isWhitespace }
    let letters = folded.filter(\.isLetter)
    return letters.isEmpty ? folded : letters
  }

  /// A column's cells that say credit; nil where its header is none of such a column, where a cell says
  /// something else, or all say the same.
  private func credits(
    in column: ColumnSurvey, _ header: String, beside amount: ColumnSurvey
  ) -> [String]? {
    guard !column.distinct.isEmpty, column.distinct.count <= CreditMarks.mostMarks,
      headings.contains(CreditMarks.heading(header))
    else { return nil }
    var credits: Set<String> = []
    for cell in column.distinct {
      guard let meaning = meaning(of: cell, below: header) else { return nil }
      if meaning == .credit { credits.insert(FoldedText.of(cell)) }
    }
    // Where all that is marked is a credit, the cells without a mark are the payments.
    let hasDebits = column.distinct.contains { !credits.contains(FoldedText.of($0)) }
    guard !credits.isEmpty, hasDebits || column.filled < amount.filled else { return nil }
    return credits.sorted()
  }

  /// What a cell says; yes says what the header says, and no the contrary.
  private func meaning(of cell: String, below header: String) -> CreditWord.Meaning? {
    switch (meanings[FoldedText.of(cell)], meanings[FoldedText.of(header)]) {
    case (.yes, .credit): .credit
    case (.no, .credit): .debit
    case (.yes, _), (.no, _), (.heading, _), (nil, _): nil
    case (let said, _): said
    }
  }

  /// The place of a column whose cells are no marks, with one of them that says credit by a word of
  /// its own or in full, where no figure has a sign; nil where there is none.
  func unusedMark(
    of amount: ColumnSurvey, among columns: [ColumnSurvey]
  ) -> (column: Int, cell: String)? {
    guard amount.negative == 0, amount.amounts > 0 else { return nil }
    return columns.indices.lazy.compactMap { column -> (column: Int, cell: String)? in
      let cells = columns[column].distinct
      guard cells.count > 1, cells.count <= CreditMarks.mostMarks else { return nil }
      let areMarks = cells.allSatisfy { meanings[FoldedText.of($0)] != nil }
      return cells.sorted().first { saysCredit($0, areMarks ? 2 : 3) }.map { (column, $0) }
    }.first
  }

  /// Whether a cell, or a word of it, says credit; a few letters may say many other things.
  private func saysCredit(_ cell: String, _ fewestLetters: Int) -> Bool {
    ([FoldedText.of(cell)] + HeaderWording(cell).words).contains {
      $0.count >= fewestLetters && meanings[$0] == .credit
    }
  }
}
