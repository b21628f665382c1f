import MappingTables
import PoolModel
import Testing

@testable import Pipeline

/// Which exports are replaced: `replaced>by` of files a, b, c, whose source has these rows.
struct ReissuesTests {
  @Test(arguments: [
    (["b*>a*"], ["a.csv>b.csv"]),
    (["c*>b*", "b*>a*"], ["a.csv>b.csv", "b.csv>c.csv"]),
    (["b*>*"], ["a.csv>b.csv", "c.csv>b.csv"]),
    (["b*>a*", "a*>b*"], ["a.csv>b.csv"]),
    (["b*>a*", "c*>a*"], ["a.csv>b.csv"]),
    (["d*>a*"], []),
    (["*>a*"], []),
  ])
  func `a re-issue takes the place of the exports that its row names`(
    rows: [String], replaced: [String]
  ) {
    let places = ["a.csv", "b.csv", "c.csv"].map {
      Workspace.ExportPlace(publisher: "northbeck", path: "data/exports/northbeck/\($0)")
    }
    var source = PublisherSource(
      publisher: "northbeck", organisation: "", encodings: [], layouts: [], file: "")
    source.reissues = rows.compactMap { row in
      let parts = row.split(separator: ">").map { CellPattern(cell: String($0)) }
      return parts[0].flatMap { file in parts[1].map { Reissue(file: file, replaces: $0) } }
    }
    let reissues = Reissues(of: places, sources: ["northbeck": source])
    let names = reissues.replacedBy.map { "\($0.fileNameOfPath)>\($1.fileNameOfPath)" }
    #expect(names.sorted() == replaced)
  }
}
