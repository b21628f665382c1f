import ExportReading
import MappingTables

/// Tells the column that says in words which figures are credits, where no figure has a sign.
struct CreditMarks: Sendable {
  private let meanings: [String: CreditWord.Meaning]
  /// More different cells than these are no marks.
  private static let mostMarks = 8

  init(_ mappings: MappingSet) {
    meanings = Dictionary(
      mappings.creditWords.map { (FoldedText.of($0.text), $0.meaning) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of the column that tells the credits of an amount column, and its cells that do; nil
  /// where there is none, or more than one, or where figures are negative already.
  func marks(
    of amount: ColumnSurvey, among columns: [ColumnSurvey]
  ) -> (column: Int, cells: [String])? {
    guard amount.negative == 0, amount.amounts > 0 else { return nil }
    let found = columns.indices.compactMap { column in
      credits(in: columns[column], beside: amount).map { (column, $0) }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// A column's cells that say credit; nil where one says something else, or all say the same.
  private func credits(in column: ColumnSurvey, beside amount: ColumnSurvey) -> [String]? {
    guard !column.distinct.isEmpty, column.distinct.count <= CreditMarks.mostMarks else {
      return nil
    }
    var credits: Set<String> = []
    for cell in column.distinct {
      let text = FoldedText.of(cell)
      guard let meaning = meanings[text] else { return nil }
      if meaning == .credit { credits.insert(text) }
    }
    // Where all that is marked is a credit, the cells without a mark are the payments.
    let hasDebits = column.distinct.contains { !credits.contains(FoldedText.of($0)) }
    guard !credits.isEmpty, hasDebits || column.filled < amount.filled else { return nil }
    return credits.sorted()
  }
}
