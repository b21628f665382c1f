package import PoolModel

/// The codes that a return or a chart of accounts had, with what each meant:
/// `mappings/migrations/frames/<frame>.csv`.
package struct CodeFrame: Sendable {
  /// The slug: the file's name.
  package var frame: String
  /// In the file's order.
  package var codes: [Code]
  /// The mapping file, relative to the workspace.
  package var file: String
  private let places: [String: Int]

  /// A frame of these codes.
  package init(frame: String, codes: [Code], file: String) {
    self.frame = frame
    self.codes = codes
    self.file = file
    places = Dictionary(
      codes.enumerated().map { (CellPattern.folded($0.element.code), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The row of a code as an export prints it; nil where the frame has no such code.
  package subscript(code: String) -> Code? { places[CellPattern.folded(code)].map { codes[$0] } }

  /// One code of a frame.
  package struct Code: Sendable {
    /// What the money under a code is.
    package enum Kind: String, CaseIterable, Sendable {
      /// Money of its own.
      case line
      /// A sum of other codes, which is a control and no money.
      case total
    }

    /// The code as printed.
    package var code: String
    /// For people.
    package var label: String
    /// Money or a sum.
    package var kind: Kind
    /// What it meant on the three axes; an axis that it does not state is unknown.
    package var category: Category
    /// Of a total, the codes that it sums up.
    package var adds: CellPattern
    /// The mapping file and the line of the row.
    package var position: SourcePosition

    /// A code with its meaning.
    package init(
      code: String, label: String, kind: Kind, category: Category, adds: CellPattern,
      position: SourcePosition
    ) {
      self.code = code
      self.label = label
      self.kind = kind
      self.category = category
      self.adds = adds
      self.position = position
    }
  }
}

/// The tables of ``CodeFrame``.
enum CodeFrameTable {
  static let folder = "mappings/migrations/frames"
  private static let columns = [
    "code", "label", "kind", "client-group", "care-setting", "age-band", "adds", "certainty",
    "note",
  ]

  /// The frame; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile, known: KnownNames) -> CodeFrame? {
    guard let table = CSVTable(file, known: columns, required: ["code", "label"]) else {
      return nil
    }
    var repeated = RepeatedKeys(of: "the code")
    var codes: [CodeFrame.Code] = []
    for row in table.rows {
      _ = row.choice("certainty", of: Certainty.self)
      let kind = row.choice("kind", of: CodeFrame.Code.Kind.self) ?? .line
      let adds = CellPattern(cell: row["adds"])
      if adds == nil || kind == .total && adds == .any {
        row.file.reportUnreadable(
          row.place("adds"), "adds", row["adds"],
          remedy: "name the codes of the sum, as C1>C10 or C11|C12")
      }
      guard let code = row.filled("code"), repeated.isNew(code, in: file, at: row.place("code"))
      else { continue }
      codes.append(
        CodeFrame.Code(
          code: code, label: row["label"], kind: kind, category: category(of: row, known),
          adds: adds ?? .any, position: SourcePosition(file: file.path, line: row.line)))
    }
    return CodeFrame(frame: file.name, codes: codes, file: file.path)
  }

  private static func category(of row: TableRow, _ known: KnownNames) -> Category {
    func code(_ column: String, _ kind: CategoryKind, else unknown: String) -> String {
      guard !row[column].isEmpty else { return unknown }
      known.checkCode(row[column], kind, column, in: row.file, at: row.place(column))
      return row[column]
    }
    return Category(
      clientGroup: code("client-group", .clientGroups, else: Category.unknownClientGroup),
      careSetting: code("care-setting", .careSettings, else: Category.unknownCareSetting),
      ageBand: code("age-band", .ageBands, else: Category.allAges))
  }
}
