import ExportReading
import Testing

@testable import TableFinding

/// Rows that one sign has broken, against the columns of a made-up table.
struct RowRepairTests {
  /// Between the words of payees, so that their names have many forms.
  private static let signs = [" ", " & ", "-", ". ", ", ", "'"]

  /// A repair that has learnt from sixty rows: day, payee, code, amount and a note that most lack.
  private static func repair() -> RowRepair {
    var forms = ColumnForms(width: 5)
    for place in 0..<60 {
      let cells = [
        "\(10 + place % 20)/04/2024", "Oak\(signs[place % 6])Ash\(signs[place / 6 % 6])Elm",
        "R\(5800 + place)",
        "\(100 + place).\(10 + place % 9)", place % 7 == 0 ? "approved" : "",
      ]
      forms.learn(cells.map { Array($0.utf8) })
    }
    return RowRepair(dialect: .standard, forms: forms, width: 5)
  }

  private static func reading(_ row: String) -> [String]? {
    repair().reading(of: Array(row.utf8))?.cells.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (
      "12/04/2024Oakfold Homes,R5801,101.50,",
      ["12/04/2024", "Oakfold Homes", "R5801", "101.50", ""]
    ),
    (
      "12/04/2024,\"Oakfold Homes\"R5801,101.50,",
      ["12/04/2024", "Oakfold Homes", "R5801", "101.50", ""]
    ),
    (
      "12/04/2024,\"Oakfold Homes\"\"R5801\",101.50,",
      ["12/04/2024", "Oakfold Homes", "R5801", "101.50", ""]
    ),
    (
      "12/04/2024,,Oakfold Homes,R5801,101.50,approved",
      ["12/04/2024", "Oakfold Homes", "R5801", "101.50", "approved"]
    ),
    (
      "12/04/2024,Oakfold, Ash and Elm,R5801,101.50,",
      ["12/04/2024", "Oakfold, Ash and Elm", "R5801", "101.50", ""]
    ),
    (
      "12/04/2024;Oakfold Homes;R5801;101.50;",
      ["12/04/2024", "Oakfold Homes", "R5801", "101.50", ""]
    ),
    (
      "12/04/2024,\"Oakfold Homes,R5801,101.50,",
      ["12/04/2024", "\"Oakfold Homes", "R5801", "101.50", ""]
    ),
  ])
  func `a row is put right where one reading fits the columns`(row: String, cells: [String]) {
    #expect(Self.reading(row) == cells)
  }

  @Test func `the last of many rows is put right as the first is`() {
    let repair = Self.repair()
    let homes = String(repeating: "Homes ", count: 100)
    let row = Array("12/04/2024Oakfold \(homes),R5801,101.50,".utf8)
    for _ in 0..<2000 { #expect(repair.reading(of: row) != nil) }
  }

  @Test(arguments: [
    // The code is of a form that the column has not.
    "12/04/2024,Oakfold HomesR58 01,101.50,",
    // The amount is of a form that the column has not.
    "12/04/2024Oakfold Homes,R5801,12 Apr,",
    // Two signs are missing.
    "12/04/2024Oakfold HomesR5801,101.50,",
    "Total",
    "",
  ])
  func `a row stays as it is where no reading fits, or several do`(row: String) {
    #expect(Self.reading(row) == nil)
  }

  @Test func `columns that too few rows have shown decide nothing`() {
    var forms = ColumnForms(width: 2)
    for _ in 0..<3 { forms.learn([Array("1".utf8), Array("a".utf8)]) }
    #expect(!forms.fit([Array("1".utf8), Array("a".utf8)], .loose))
  }
}
