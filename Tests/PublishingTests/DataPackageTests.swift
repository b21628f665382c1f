import Foundation
import ImportTestSupport
import PoolModel
import Testing

@testable import Publishing

private let organisations = [
  "LA-NORTHBECK": Organisation(id: "LA-NORTHBECK", name: "Northbeck Council", kind: "council")
]

private func text(_ name: String, of run: RunSummary = madeUpRun()) throws -> String {
  let files = DataPackage(organisations: organisations).files(for: run)
  return String(decoding: try #require(files.first { $0.name == name }).bytes, as: UTF8.self)
}

struct DataPackageTests {
  @Test func `the files are always the same ones in the same order`() {
    let expected = [
      "pools.csv", "agreement-terms.csv", "schemes.csv", "memorandum.csv", "funding.csv",
      "spending.csv", "transfers.csv", "variances.csv", "stated-figures.csv",
      "areas.csv", "conditions.csv", "bcf-areas.csv", "bcf-sources.csv", "bcf-minima.csv",
      "bcf-terms.csv", "targets.csv", "trends.csv", "outside.csv", "periods.csv", "coverage.csv",
      "unmapped-codes.csv", "providers.csv", "provider-names.csv", "provider-families.csv",
      "provider-refusals.csv", "provider-bodies.csv",
      "provider-successions.csv", "provider-ids.csv",
      "waterfall.csv",
      "exports.csv", "findings.csv", "datapackage.json",
    ]
    for run in [madeUpRun(), RunSummary(id: "0")] {
      #expect(DataPackage(organisations: [:]).files(for: run).map(\.name) == expected)
    }
  }

  @Test func `a contribution that is not stated is an empty cell, never 0`() throws {
    #expect(
      try text("funding.csv") == """
        pool,year,partner,partner_name,area,kind,label,client_group,care_setting,age_band,flow,\
        pounds,instalments,approval,source
        northbeck-section-75/2009-10,2009-10,LA-NORTHBECK,Northbeck Council,,CK-REC,Base,,,,\
        FL-CON,1150.05,,,northbeck-section-75
        northbeck-section-75/2009-10,2009-10,PCT-9XX,,,,Base,,,,FL-CON,,,,northbeck-section-75

        """)
  }

  @Test func `what an agreement does not state is an empty cell`() throws {
    #expect(
      try text("agreement-terms.csv") == """
        pool,year,term,text
        northbeck-section-75/2009-10,2009-10,legal basis,"NHS Act 2006 section 75, from 2007-03-01"
        northbeck-section-75/2009-10,2009-10,pool manager,

        """)
    #expect(
      try text("schemes.csv") == """
        pool,year,scheme,title,arrangement,arrangement_name,lead,lead_name,accounting_treatment,\
        overspend,underspend,shares
        northbeck-section-75/2009-10,2009-10,learning-disability,Learning disability,FA-POOL,\
        Pooled fund,LA-NORTHBECK,Northbeck Council,,By stated shares,,\
        LA-NORTHBECK 62.50%|PCT-9XX 37.50%

        """)
  }

  @Test func `spending has a row for each line of the pool`() throws {
    #expect(
      try text("spending.csv") == """
        pool,year,partner,scheme,client_group,care_setting,age_band,flow,provider,lines,pounds
        northbeck-section-75/2009-10,2009-10,LA-NORTHBECK,learning-disability,CG-LD,ST-RES,AG-18,\
        FL-EXP,P-0000AAAA,1,52.50
        northbeck-section-75/2009-10,2009-10,LA-NORTHBECK,learning-disability,CG-LD,ST-HC,AG-18,\
        FL-EXP,P-0000AAAA,1,47.50
        northbeck-section-75/2009-10,2009-10,LA-NORTHBECK,learning-disability,CG-LD,ST-RES,AG-18,\
        FL-EXP,P-0000AAAA,1,1050.00

        """)
  }

  @Test func `an area without a plan has empty cells, and its pool states minima and conditions`()
    throws
  {
    var run = madeUpRun()
    var area = BCFAreaYear(
      area: "BCF-NORTHBECK", name: "Northbeck", year: FinancialYear(startYear: 2020))
    area.plan = .noneMade
    area.reason = "Only a reconciliation"
    run.bcfAreas = [area]
    var minimum = BCFMinimum(
      minimum: "adult-social-care", label: "Care", planned: Money(pence: 150),
      ruleCertainty: "recalled")
    minimum.source = "made up"
    var source = BCFSource(source: "iBCF", isListed: true)
    source.income = Money(pence: 150)
    run.pools[0].betterCareFund = BCFAccount(
      area: area, sources: [source], minima: [minimum],
      terms: [
        BCFYearTerm(kind: .condition, name: "1", text: "Joint plan", certainty: "verified")
      ])
    let pool = "northbeck-section-75/2009-10,2009-10"
    for (name, row) in [
      ("bcf-areas.csv", "BCF-NORTHBECK,Northbeck,2020-21,no plan made,Only a reconciliation,,,,,"),
      ("bcf-sources.csv", "\(pool),iBCF,yes,1.50,"),
      ("bcf-minima.csv", "\(pool),adult-social-care,Care,,1.50,made up,,recalled"),
      ("bcf-terms.csv", "\(pool),condition,1,Joint plan,,yes,verified"),
    ] {
      #expect(try text(name, of: run).split(separator: "\n").dropFirst() == [row[...]], "\(name)")
    }
  }

  @Test func `an old id leads to the one that is given now`() throws {
    var run = madeUpRun()
    let changes = [("P-3", "P-2", 2), ("P-2", "P-1", 3)]
    run.providerIDChanges = changes.map {
      ProviderIDChange(provider: $0, kind: .mergedInto, other: $1, runNumber: $2, run: "r\($2)")
    }
    #expect(
      try text("provider-ids.csv", of: run) == """
        provider,change,other,now,run_number,run
        P-3,merged-into,P-2,P-1,2,r2
        P-2,merged-into,P-1,P-1,3,r3

        """)
  }

  @Test func `families and refused merges stand with their money and reasons`() throws {
    var run = madeUpRun()
    let family = ProviderFamily(id: "F-1", name: "Willow")
    for place in run.providers.indices { run.providers[place].provider.family = family }
    run.refusedMerges = [
      RefusedMerge(
        provider: "P-1", name: "Elm Ltd", other: "P-2", otherName: "Elm Limited",
        reason: .companyNumbers, score: 990, atStake: Money(pence: 1_50))
    ]
    let rows = try text("provider-families.csv", of: run).split(separator: "\n")
    #expect(rows.first == "family,name,providers,lines,pounds" && rows.count == 2)
    #expect(rows.last?.hasPrefix("F-1,Willow,\(run.providers.count),") == true)
    #expect(
      try text("provider-refusals.csv", of: run) == """
        provider,name,other,other_name,reason,in_words,score,at_stake
        P-1,Elm Ltd,P-2,Elm Limited,company-numbers-differ,\
        their names bring different company numbers together,990,1.50

        """)
  }

  @Test func `the waterfall states half a penny exactly and adds up`() throws {
    let rows = try text("waterfall.csv").split(separator: "\n").dropFirst().prefix(10)
    #expect(
      rows.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).suffix(3).joined(separator: " ")
      } == [
        "read 7 3000.005", "kept 3 1500.00", "refused 1 0.00", "totals 1 1500.00",
        "set-aside 2 0.00", "rounding  0.005", "turned  0.00", "pooled 1 1150.00",
        "outside 1 150.00", "eliminated 1 200.00",
      ])
    let pounds = try rows.map { row in
      try #require(row.split(separator: ",").last.flatMap { Decimal(string: String($0)) })
    }
    #expect(pounds[0] == pounds[1...5].reduce(0, +))
    #expect(pounds[1] + pounds[6] == pounds[7...9].reduce(0, +))
  }

  @Test func `unmapped codes have their money and no text that can name a person`() throws {
    #expect(
      try text("unmapped-codes.csv") == """
        publisher,cost_centre,subjective_code,expense_type,service,transaction_prefix,\
        descriptions,lines,pounds,first_file,first_line
        northbeck,6O10,,Other,,,Respite care; Day care,1,150.00,data/exports/northbeck/2009-04.csv,6

        """)
  }

  @Test func `a hostile value stays exact and only quoted where RFC 4180 asks for it`() throws {
    var run = madeUpRun()
    run.findings = [
      Finding(
        .amountUnreadable, at: SourcePosition(file: "a.csv", line: 7, byte: 512, column: 4),
        value: "12,3x\r\n4", message: "the amount is no number", remedy: "correct the export")
    ]
    run.providers[0].provider = Provider(
      id: "P-0000AAAA", name: "Willow \"Old\" Homes Ltd", kind: .company)
    #expect(try text("findings.csv", of: run).contains(",7,512,4,\"12,3x\r\n4\",1,,the amount"))
    #expect(
      try text("providers.csv", of: run).contains(",\"Willow \"\"Old\"\" Homes Ltd\",company"))
    #expect(try text("provider-names.csv", of: run).contains(",northbeck,=WILLOW HOMES,2,1000.00"))
  }

  @Test func `the schema describes every column, with size and hash`() throws {
    let files = DataPackage(organisations: organisations).files(for: madeUpRun())
    let last = try #require(files.last)
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(last.bytes)) as? [String: Any])
    let resources = try #require(manifest["resources"] as? [[String: Any]])
    #expect(resources.count == files.count - 1)
    for (resource, file) in zip(resources, files) {
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let header = String(decoding: file.bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      #expect(fields.compactMap { $0["name"] as? String }.joined(separator: ",") == header)
      #expect(fields.allSatisfy { $0["type"] is String && $0["description"] is String })
      #expect(schema["missingValues"] as? [String] == [""])
      #expect(resource["path"] as? String == file.name)
      #expect(resource["bytes"] as? Int == file.bytes.count)
      #expect(resource["hash"] as? String == "sha256:" + file.sha256)
    }
  }

  @Test func `the hash is SHA-256`() {
    #expect(
      PublishedFile(name: "a", bytes: Array("abc".utf8)).sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
