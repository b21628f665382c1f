import Foundation
import MappingTables
import PoolModel
import Testing

@Suite struct MappingReaderTests {
  /// What reading a workspace of these files under `mappings/` gives.
  private func read(
    _ files: [String: String]
  ) throws -> (mappings: MappingSet, findings: [Finding]) {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in files {
      let url = root.appending(path: "mappings/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return MappingReader.read(workspace: root.path)
  }

  private func complaints(_ files: [String: String]) throws -> [String] {
    try read(files).findings.map(\.description)
  }

  @Test func `a workspace without mappings is one finding`() {
    #expect(
      MappingReader.read(workspace: "/nowhere").findings.map(\.description) == [
        "mappings: error: the workspace has no folder mappings; name another workspace "
          + "[mapping-file-unreadable]"
      ])
  }

  @Test func `folders that are not needed may be missing`() throws {
    #expect(try complaints(["organisations.csv": "organisation,name,kind\n"]).isEmpty)
  }

  @Test func `each file's rows arrive under its own name`() throws {
    let (mappings, findings) = try read([
      "organisations.csv": "organisation,name,kind\nLA-A,A Council,council\n",
      "categories/client-groups.csv": "code,label,parent\nCG-ALL,All,\n",
      "categories/flows.csv": "code,label,treatment\nFL-EXP,Bought,spending\n",
      "codes/a-council.csv": "rule,cost-centre\nx,1\ny,2\n",
      "codes/_shared.csv": "rule,cost-centre\nz,3\n",
      "codes/read-me.txt": "not a table",
      "sources/a-council.yaml": "publisher: a-council\norganisation: LA-A\nlayouts: []\n",
      "pools/b.yaml":
        "agreement: b\ntitle: B\npartners: [LA-A]\nyears: [2009-10]\nbasis: budget\n",
      "pools/a.yaml":
        "agreement: a\ntitle: A\npartners: [LA-A]\nyears: [2009-10]\nbasis: outturn\n",
      "providers/words.csv": "rule,kind,pattern,becomes\nW001,legal-form,limited,ltd\n",
    ])
    #expect(findings.isEmpty)
    #expect(mappings.organisations.keys.sorted() == ["LA-A"])
    #expect(mappings.clientGroups.nodes.map(\.code) == ["CG-ALL"])
    #expect(mappings.flows["FL-EXP"]?.treatment == .spending)
    #expect(mappings.codeRules["a-council"]?.map(\.name) == ["x", "y"])
    #expect(mappings.codeRules[MappingSet.sharedRules]?.map(\.isShared) == [true])
    #expect(mappings.codeRules.count == 2)
    #expect(mappings.sources["a-council"]?.organisation == "LA-A")
    #expect(mappings.agreements.map(\.agreement) == ["a", "b"])
    #expect(mappings.providerWords.map(\.rule) == ["W001"])
  }

  @Test func `an area of the Better Care Fund is one agreement's pool in a year`() throws {
    func pool(_ name: String, _ years: String, area: String = "BCF-A") -> String {
      "agreement: \(name)\ntitle: T\npartners: [LA-A]\nyears: [\(years)]\nbasis: budget\n"
        + "bcf-area: \(area)\n"
    }
    #expect(
      try complaints([
        "organisations.csv": "organisation,name,kind\nLA-A,A Council,council\n",
        "bcf/areas.csv": "area,name,from,to,certainty,note\nBCF-A,A,,,,\n",
        "pools/a.yaml": pool("a", "2022-23, 2023-24"), "pools/b.yaml": pool("b", "2024-25"),
        "pools/c.yaml": pool("c", "2023-24"), "pools/d.yaml": pool("d", "2023-24", area: "BCF-B"),
      ]) == [
        "mappings/pools/c.yaml: error: mappings/pools/a.yaml is the pool of the area \"BCF-A\" in "
          + "2023-24 already; leave bcf-area in one of the two, or give them different years "
          + "[mapping-row-repeated]",
        "mappings/pools/d.yaml:6:11: error: the area \"BCF-B\" is not in mappings/bcf/areas.csv; "
          + "did you mean \"BCF-A\"? [mapping-value-unreadable]",
      ])
  }

  @Test func `a publisher's rules stand before those it includes and the shared ones`() throws {
    let source = "organisation: not stated\nlayouts: []\n"
    let (mappings, findings) = try read([
      "sources/a.yaml": "publisher: a\n" + source, "sources/b.yaml": "publisher: b\n" + source,
      "codes/a.csv": "rule,cost-centre\nown,1\n", "codes/_x.csv": "rule,cost-centre\nx,1\n",
      "codes/_y.csv": "rule,cost-centre\ny,1\n", "codes/_shared.csv": "rule,cost-centre\nz,1\n",
      "codes/_includes.csv": "publisher,rules,note\na,_y,\na,_x,\nb,_x,why\n",
    ])
    #expect(findings.isEmpty)
    #expect(mappings.codeRuleLayers(of: "a").flatMap { $0 }.map(\.name) == ["own", "y", "x", "z"])
    #expect(mappings.codeRuleLayers(of: "b").flatMap { $0 }.map(\.name) == ["x", "z"])
    #expect(mappings.codeRules["_includes"] == nil)
  }

  @Test func `an inclusion names a publisher and a common rule set`() throws {
    let place = "mappings/codes/_includes.csv"
    #expect(
      try complaints([
        "sources/a.yaml": "publisher: a\norganisation: not stated\nlayouts: []\n",
        "codes/_chart.csv": "rule,cost-centre\nx,1\n",
        "codes/_shared.csv": "rule,cost-centre\nz,1\n",
        "codes/_includes.csv":
          "publisher,rules,note\na,_chart,\nbee,_chart,\na,_shared,\na,_chart,\n",
      ]) == [
        "\(place):3:1: error: publisher \"bee\" is not in mappings/sources; "
          + "add it there or correct it here [mapping-value-unreadable]",
        "\(place):4:2: error: the rule set \"_shared\" is not in mappings/codes as a file whose "
          + "name begins with _; add it there or correct it here [mapping-value-unreadable]",
        "\(place):5:2: error: the inclusion \"a, _chart\" already stands on line 2; "
          + "take one of the two out or give it another name [mapping-row-repeated]",
      ])
  }

  @Test func `faults of all files are told at once, in reading order`() throws {
    let codes = try read([
      "organisations.csv": "organisation,name,kind\nLA-A,,council\n",
      "categories/flows.csv": "code,label,treatment\nFL-EXP,Bought,spend\n",
      "codes/a.csv": "rule,cost-center\n",
      "sources/a.yaml": "publisher: [",
      "sources/b.yaml": "publisher: b\norganisation: LA-B\nlayouts: []\n",
      "sources/c.yml": "publisher: c\n",
      "pools/p.yaml": "agreement: p\ntitle: P\npartners: [LA-A]\nyears: [2009-10]\nareas-from: a\n",
    ]).findings.map { "\($0.position) \($0.code.rawValue)" }
    #expect(
      codes == [
        "mappings/categories/flows.csv:2:3 mapping-value-unreadable",
        "mappings/codes/a.csv:1:2 mapping-column-unknown",
        "mappings/organisations.csv:2:2 mapping-value-unreadable",
        "mappings/pools/p.yaml:1:1 mapping-key-missing",
        "mappings/sources/a.yaml:2:1 mapping-file-unreadable",
        "mappings/sources/b.yaml:2:15 body-unknown",
        "mappings/sources/c.yml mapping-file-unreadable",
      ])
  }

  @Test func `a table that cannot be used is not told again by those that refer to it`() throws {
    let source = "publisher: b\norganisation: LA-B\nlayouts: []\n"
    #expect(
      try complaints(["organisations.csv": "organisation,nam,kind\n", "sources/b.yaml": source])
        == [
          "mappings/organisations.csv:1:2: error: the table has no column \"nam\"; "
            + "did you mean \"name\"? [mapping-column-unknown]"
        ])
    // A folder where a table is wanted.
    #expect(
      try complaints(["organisations.csv/x": "", "sources/b.yaml": source]) == [
        "mappings/organisations.csv: error: it cannot be read: Is a directory; "
          + "check its permissions and the disk [mapping-file-unreadable]"
      ])
  }

  @Test func `the repository's own mapping files have no fault`() {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let (mappings, findings) = MappingReader.read(workspace: root.path)
    #expect(findings.map(\.description) == [])
    #expect(!mappings.sources.isEmpty && !mappings.agreements.isEmpty)
  }
}
