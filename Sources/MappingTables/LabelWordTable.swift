package import PoolModel

/// Words in a label that state what money is for: a row of `mappings/categories/label-words.csv`.
package struct LabelWord: Sendable {
  /// What the words state.
  package enum Axis: String, CaseIterable, Sendable {
    case clientGroup = "client-group"
    case careSetting = "care-setting"
    case ageBand = "age-band"
  }

  /// Spellings of one meaning; a word that ends in `*` stands for all that begin so.
  package var spellings: [String]
  /// What they state.
  package var axis: Axis
  /// A code of that axis.
  package var code: String
  /// Words in the same label with which they do not state it.
  package var unless: [String]
  /// Words of which one must stand in any label of the line; empty: none need.
  package var needs: [String]
  /// Codes of the axis that give way to this one where both are stated, with all below them.
  package var outweighs: [String]
  /// The row of the table.
  package var position: SourcePosition

  /// A row of the table.
  package init(
    spellings: [String], axis: Axis, code: String, unless: [String] = [], needs: [String] = [],
    outweighs: [String] = [], position: SourcePosition = SourcePosition(file: "")
  ) {
    self.spellings = spellings
    self.axis = axis
    self.code = code
    self.unless = unless
    self.needs = needs
    self.outweighs = outweighs
    self.position = position
  }
}

extension MappingSet {
  /// The codes of an axis that label words can state.
  package func axis(_ axis: LabelWord.Axis) -> CategoryAxis {
    switch axis {
    case .clientGroup: clientGroups
    case .careSetting: careSettings
    case .ageBand: ageBands
    }
  }
}

/// `mappings/categories/label-words.csv`: which words in a label state which category.
enum LabelWordTable {
  static let path = "mappings/categories/label-words.csv"
  private static let required = ["words", "axis", "code"]
  private static let others = ["unless", "needs", "outweighs", "certainty", "note"]

  /// The rows in the file's order.
  static func read(_ file: MappingFile, known: KnownNames) -> [LabelWord] {
    guard let table = CSVTable(file, known: required + others, required: required) else {
      return []
    }
    var keys = RepeatedKeys(of: "the words and their code")
    return table.rows.compactMap { row in
      _ = row.choice("certainty", of: Certainty.self)
      let axis = row.filledChoice("axis", of: LabelWord.Axis.self)
      let code = row.filled("code")
      let spellings = row.filled("words").map(list) ?? []
      if !row["words"].isEmpty, spellings.isEmpty {
        file.reportUnreadable(
          row.place("words"), "words", row["words"],
          remedy: "write words, a list as day care|day centre")
      }
      guard let axis, let code, !spellings.isEmpty else { return nil }
      known.checkCode(code, axis.table, "the code", in: file, at: row.place("code"))
      let outweighs = list(row["outweighs"])
      for code in outweighs {
        known.checkCode(code, axis.table, "the code", in: file, at: row.place("outweighs"))
      }
      let isNew = spellings.map { spelling in
        keys.isNew("\(spelling.lowercased()) \(code)", in: file, at: row.place("words"))
      }
      guard isNew.allSatisfy({ $0 }) else { return nil }
      return LabelWord(
        spellings: spellings, axis: axis, code: code, unless: list(row["unless"]),
        needs: list(row["needs"]), outweighs: outweighs,
        position: SourcePosition(file: file.path, line: row.line))
    }
  }

  /// `a|b` as its parts, without blank ones.
  private static func list(_ cell: String) -> [String] {
    cell.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }
}

extension LabelWord.Axis {
  fileprivate var table: CategoryKind {
    switch self {
    case .clientGroup: .clientGroups
    case .careSetting: .careSettings
    case .ageBand: .ageBands
    }
  }
}
