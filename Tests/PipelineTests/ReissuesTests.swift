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
    #expect(Self.replaced(["a.csv", "b.csv", "c.csv"], rows) == replaced)
  }

  @Test(arguments: [
    (["jan.csv", "jan-new.csv", "feb.csv"], ["jan.csv>jan-new.csv"], []),
    (
      ["jan.csv", "jan-new.csv", "feb.csv", "feb-new.csv"],
      ["feb.csv>feb-new.csv", "jan.csv>jan-new.csv"], []
    ),
    (
      ["jan.csv", "jan-new.csv", "jan-new-2.csv", "jan-new-10.csv"],
      ["jan-new-2.csv>jan-new-10.csv", "jan-new.csv>jan-new-10.csv", "jan.csv>jan-new-10.csv"],
      ["several-reissues jan-new-10.csv: jan-new.csv, jan-new-2.csv"]
    ),
    (
      ["jan.csv", "feb.csv", "all-new.csv"], ["feb.csv>all-new.csv", "jan.csv>all-new.csv"],
      ["several-replaced all-new.csv: feb.csv, jan.csv"]
    ),
    (["jan.csv", "jan-new-broken.csv"], [], ["unusable jan-new-broken.csv: jan.csv"]),
    (
      ["jan.csv", "jan-new.csv", "jan-new-broken.csv"], ["jan.csv>jan-new.csv"],
      ["unusable jan-new-broken.csv: jan.csv"]
    ),
  ])
  func `a re-issue replaces the exports whose names it holds, the last of several counts`(
    files: [String], replaced: [String], doubts: [String]
  ) {
    let rows = ["*-new*>*"]
    #expect(Self.replaced(files, rows) == replaced)
    #expect(Self.reissues(files, rows).doubts.map(Self.words) == doubts)
  }

  private static func words(_ doubt: Reissues.Doubt) -> String {
    let reason =
      switch doubt.reason {
      case .severalReplaced: "several-replaced"
      case .severalReissues: "several-reissues"
      case .unusable: "unusable"
      }
    let others = doubt.others.map(\.fileNameOfPath).joined(separator: ", ")
    return "\(reason) \(doubt.reissue.fileNameOfPath): \(others)"
  }

  private static func replaced(_ files: [String], _ rows: [String]) -> [String] {
    reissues(files, rows).replacedBy
      .map { "\($0.fileNameOfPath)>\($1.fileNameOfPath)" }.sorted()
  }

  /// Files named "broken" hold no money.
  private static func reissues(_ files: [String], _ rows: [String]) -> Reissues {
    let places = files.map {
      Workspace.ExportPlace(publisher: "northbeck", path: "data/exports/northbeck/\($0)")
    }
    var source = PublisherSource(
      publisher: "northbeck", organisation: "", encodings: [], layouts: [], file: "")
    source.reissues = rows.compactMap { row in
      let parts = row.split(separator: ">").map { CellPattern(cell: String($0)) }
      return parts[0].flatMap { file in parts[1].map { Reissue(file: file, replaces: $0) } }
    }
    return Reissues(
      of: places, sources: ["northbeck": source], isUsable: { !$0.contains("broken") })
  }
}
