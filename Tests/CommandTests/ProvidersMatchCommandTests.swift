import Foundation
import ImportTestSupport
import Testing

/// `weir providers match`: the matcher on any table of names.
struct ProvidersMatchCommandTests {
  private func match(
    _ table: String, into output: String? = nil
  ) async throws -> WeirProgram.Ending {
    let workspace = try Workspace.withoutExports()
    try Data(table.utf8).write(to: workspace.file("names.csv"))
    guard let output else {
      return try await workspace.weir("providers", "match", "--input", "names.csv")
    }
    var ending = try await workspace.weir(
      "providers", "match", "--input", "names.csv", "--output", output)
    ending.output += try String(contentsOf: workspace.file(output), encoding: .utf8)
    return ending
  }

  private static let table = """
    record_id,source,name,postcode
    7,a,Larkenby House Ltd.,B1 1AA
    3,b,LARKENBY HOUSE LIMITED,
    5,b,Peverhyth Independent Living Ltd,
    1,a,Mr Q Zephyrbottle,
    2,b,Mr Q Zephyrbottle,

    """

  @Test func `records come back in their order, equal providers under one cluster`()
    async throws
  {
    let clusters = try await match(Self.table)
    #expect(clusters.status == 0)
    #expect(clusters.table.header == ["record_id", "cluster_id"])
    let rows = clusters.table.records
    #expect(rows.map { $0[0] } == ["7", "3", "5", "1", "2"])
    #expect(rows[0][1] == rows[1][1])
    #expect(Set(rows.map { $0[1] }).count == 4)
  }

  @Test func `a file takes what standard output would`() async throws {
    let printed = try await match(Self.table)
    let written = try await match(Self.table, into: "clusters.csv")
    #expect(written.output == printed.output)
  }

  @Test func `what is known of the names changes nothing, whatever stands in its file`()
    async throws
  {
    let workspace = try Workspace.withoutExports()
    let file = workspace.file("names.known")
    func run(_ table: String, _ options: String...) async throws -> WeirProgram.Ending {
      try Data(table.utf8).write(to: workspace.file("names.csv"))
      return try await WeirProgram.run(
        ["providers", "match", "--input", "names.csv"] + options, in: workspace.url)
    }
    let more = Self.table + "9,c,Larkenby Hse Ltd,\n"
    let first = try await run(Self.table, "--known", "names.known")
    let kept = try Data(contentsOf: file)
    let second = try await run(more, "--known", "names.known")
    try kept.dropLast(9).write(to: file)
    let third = try await run(more, "--known", "names.known")
    #expect(first.output == (try await run(Self.table)).output)
    #expect(second.output == (try await run(more)).output && second.errors == third.errors)
    #expect(third.output == second.output)
    #expect(!String(decoding: kept, as: UTF8.self).lowercased().contains("zephyrbottle"))
  }

  @Test func `a shared company number joins like names, with the columns in any order`()
    async throws
  {
    let clusters = try await match(
      """
      name,source,record_id,vat_number,ods_code,cqc_id,charity_number,company_number,postcode
      Larkenby House Group,a,1,,,,,03745912,
      Larkenby Hse Holdings,b,2,,,,,03745912,

      """)
    #expect(clusters.status == 0)
    #expect(clusters.table.records.map { $0[0] } == ["1", "2"])
    #expect(clusters.table.rows.distinct("cluster_id").count == 1)
  }

  @Test(arguments: [
    ("record_id,source,name,colour\n", "names.csv:1: unknown column \"colour\""),
    ("record_id,source\n1,a\n", "names.csv:1: record_id, source and name must each stand once"),
    ("record_id,source,name\n1,a,X\n1,b,Y\n", "names.csv:3: record_id \"1\" stands twice"),
    ("", "names.csv: the table is empty"),
    (
      "record_id,source,name\n1,a,X\n#2,a,\"Y\n3,a,Z\n",
      "names.csv:3: a quote that opens here never ends"
    ),
    ("record_id,source,name\n1,a\n", "names.csv:2: the row has 2 cells and the header 3"),
    ("record_id,source,name\n1,a,X, Y\n", "names.csv:2: the row has 4 cells and the header 3"),
  ])
  func `a table that cannot be used is refused with its place`(table: String, message: String)
    async throws
  {
    let refused = try await match(table)
    #expect(refused.status == 3 && refused.output == "")
    #expect(refused.errors.contains(message))
  }

  @Test func `blank cells behind the last column and rows that begin with # are taken`()
    async throws
  {
    let clusters = try await match("record_id,source,name\n#1,a,\"X, Y\",,\n2,a,Z\n")
    #expect(clusters.status == 0)
    #expect(clusters.table.records.map { $0[0] } == ["#1", "2"])
  }

  @Test func `an explanation says how both names were read`() async throws {
    let explained = try await Workspace.withoutExports().weir(
      "providers", "explain", "Larkenby House Ltd.", "LARKENBY HOUSE LIMITED")
    #expect(explained.status == 0)
    #expect(explained.lines.count >= 3)
    #expect(explained.lines[0].contains("words: larkenby house"))
    #expect(explained.lines.last?.contains("one provider") == true)
  }
}
