import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

struct ProviderMatcherTests {
  private func areOne(
    _ left: PayeeMention, _ right: PayeeMention, _ decisions: [ProviderDecision] = []
  ) -> Bool {
    ShippedWords.areOne([left, right], decisions: decisions)
  }

  @Test(arguments: [
    ("QUILLFERN CARE LTD", "Quillfern Care Limited"), ("Quillfern Care", "QUILLFERN CARE LIMITED"),
    ("Quill Fern Care", "Quillfern Care"), ("Care Quillfern", "The Quillfern Care"),
    ("Quillfernbury Marrowdale Hospice", "Quillfernbury Marrowdalle Hospice"),
    ("Quillfern Marrow Residential Homes", "Quillfern Marrow Resident"),
    ("Northbeck University Hospitals NHS Trust", "NORTHBECK HOSP NHSFT"),
    ("Quillfern Ltd T/A Marrow Lodge", "Quillfern Limited"),
    ("Ltd Quillfern Marrow Care", "Quillfern Marrow Care"),
  ])
  func `two spellings of one body are merged`(left: String, right: String) {
    #expect(areOne(PayeeMention(left), PayeeMention(right, at: "southbeck")))
  }

  @Test(arguments: [
    ("Quillfern Ltd", "Quillfern CIC"), ("Quillfern Ltd", "Quillfern PLC"),
    ("Northbeck Council", "Northbeck NHS Trust"), ("Northbeck CCG", "Northbeck PCT"),
    ("Northbeck County Council", "Northbeck Borough Council"),
    ("Northbeck Borough Council", "Northbeck Town Council"), ("Northbeck", "Northbeck Council"),
    ("Quillfern Project One Ltd", "Quillfern Project Two Ltd"),
    ("Quillfern 2 Ltd", "Quillfern 3 Ltd"),
    ("Age UK Northbeck", "Age UK Southbeck"), ("Northbeck Mencap", "Southbeck Mencap"),
    ("Mind in Northbeck", "Mind in Southbeck"), ("Citizens Advice Quill", "Citizens Advice Fern"),
    ("Quillfern North Ltd", "Quillfern South Ltd"),
    ("Quillfern Care Ltd", "Quillfern of a Kind Care"),
    ("Quillfern Care Services Ltd", "Quillfern Housing Ltd"), ("Age UK", "Age UK Northbeck"),
    ("Marrowdale Town Council", "Quillfern Playgroup (Marrowdale)"),
  ])
  func `two bodies with like names stay apart`(left: String, right: String) {
    #expect(!areOne(PayeeMention(left), PayeeMention(right, at: "southbeck")))
  }

  @Test
  func `the bare brand of a federation is one body within one publisher only`() {
    #expect(areOne(PayeeMention("Age UK"), PayeeMention("AGE UK")))
    #expect(!areOne(PayeeMention("Age UK"), PayeeMention("Age UK", at: "southbeck")))
  }

  @Test
  func `company numbers join and forbid`() {
    let first = PayeeMention("Quillfern Marrow Ltd", company: "01234567")
    #expect(areOne(first, PayeeMention("Quillfern Group", company: "1234567")))
    #expect(!areOne(first, PayeeMention("Quillfern Marrow Ltd", company: "07654321")))
    // A body that was renamed keeps its number.
    #expect(areOne(first, PayeeMention("Thistle Builders", company: "01234567")))
  }

  @Test
  func `a decision that joins two company numbers parts no other name from either`() {
    let names = [
      PayeeMention("Quillfern Marrow Ltd", company: "04770324"),
      PayeeMention("Quillfern Marrow Limited", company: "04770324"),
      PayeeMention("Thistle Holdings", company: "07403756"),
    ]
    #expect(ShippedWords.areOne(Array(names[..<2])))
    #expect(
      ShippedWords.areOne(
        names, decisions: [.init(.same, "Quillfern Marrow Ltd", "Thistle Holdings")]))
  }

  @Test
  func `a number that many unlike names share is a question`() {
    let names = (0..<26).map { String(UnicodeScalar(UInt8(0x61 + $0))) }.map {
      "\($0)quill\($0)fern"
    }
    let result = ShippedWords.matcher().match(
      names.map { PayeeMention($0, company: "01234567") }, registry: [])
    #expect(Set(result.providerIDs).count == names.count)
    #expect(Set(result.reviews.flatMap(\.reasons)) == [MatchReason.unlikeNames.rawValue])
    #expect(result.findings.map(\.code) == [.providerForReview])
  }

  @Test(arguments: [
    ("Merlton Hospice", "Morlton Hospice"),
    ("Quillfern Marrow Ltd", "Quillfern Marrow Services Ltd"),
  ])
  func `like names that are not sure enough are a question`(left: String, right: String) {
    let result = ShippedWords.matcher().match(
      [PayeeMention(left), PayeeMention(right, at: "southbeck")], registry: [])
    #expect(result.providerIDs[0] != result.providerIDs[1])
    #expect(result.reviews.map(\.reasons) == [[MatchReason.likeNames.rawValue]])
  }

  @Test
  func `one supplier number of a publisher joins like names, not unlike ones`() {
    let first = PayeeMention("Quillfern Day Centre", localID: "77")
    #expect(areOne(first, PayeeMention("Quillfern Outreach Project", localID: "77")))
    #expect(!areOne(first, PayeeMention("Quillfern Outreach Project", at: "east", localID: "77")))
    #expect(!areOne(first, PayeeMention("Thistle Builders", localID: "77")))
  }

  @Test
  func `a publisher whose supplier numbers mostly stand for unlike names is not believed`() {
    let unlike = ["Thistle", "Marrow", "Vellacot", "Larkenby", "Pennardle"].enumerated().flatMap {
      [
        PayeeMention("\($1) Builders", localID: "\($0)"),
        PayeeMention("Quillfern\($1)dale Taxis", localID: "\($0)"),
      ]
    }
    let like = ["Quillfern Day Centre", "Quillfern Outreach Project"].map {
      PayeeMention($0, localID: "77")
    }
    #expect(areOne(like[0], like[1]))
    let result = ShippedWords.matcher().match(like + unlike, registry: [])
    #expect(result.providerIDs[0] != result.providerIDs[1])
    #expect(!result.reviews.flatMap(\.reasons).contains(MatchReason.unlikeNames.rawValue))
  }

  @Test
  func `individuals, redacted and unnamed payees are one class each and never leave their names`() {
    let result = ShippedWords.matcher().match(
      ["Mrs E Quillfern", "A Marrow", "REDACTED", "", "Thistle Ltd"].map { PayeeMention($0) },
      registry: [])
    #expect(
      result.providerIDs.dropLast() == ["P-INDIVIDUAL", "P-INDIVIDUAL", "P-REDACTED", "P-UNNAMED"])
    #expect(result.providers.count == 4)
    #expect(result.registry.map(\.name) == ["Thistle Ltd"])
    #expect(
      !result.providers.contains { $0.name.contains("Quillfern") || $0.name.contains("Marrow") })
  }

  @Test
  func `decisions win over names, numbers and the reading of persons`() {
    let (one, other) = (PayeeMention("Quillfern Ltd"), PayeeMention("Quillfern Limited"))
    #expect(!areOne(one, other, [.init(.different, "Quillfern Ltd", "quillfern  LIMITED")]))
    let thistle = PayeeMention("Thistle Builders")
    #expect(areOne(one, thistle, [.init(.same, "Quillfern Ltd", "Thistle Builders")]))
    let matcher = ShippedWords.matcher(decisions: [
      .init(.organisation, "Margaret Quillfern"), .init(.individual, "Marrow Lodge"),
    ])
    let ids = matcher.match(
      [PayeeMention("Margaret Quillfern"), PayeeMention("Marrow Lodge")], registry: []
    ).providerIDs
    #expect(ids[0] != "P-INDIVIDUAL")
    #expect(ids[1] == "P-INDIVIDUAL")
  }

  @Test
  func `contradictory decisions are reported and none of them is taken`() {
    let names = ["Quillfern Ltd", "Marrow Ltd", "Thistle Ltd"]
    let result = ShippedWords.matcher(decisions: [
      .init(.same, names[0], names[1]), .init(.same, names[1], names[2], line: 3),
      .init(.different, names[0], names[2], line: 4),
    ]).match(names.map { PayeeMention($0) }, registry: [])
    #expect(result.findings.map(\.code) == [.decisionsContradict])
    #expect(result.findings.first?.position.line == 4)
    #expect(Set(result.providerIDs).count == 3)
  }

  @Test
  func `a provider is named by the spelling with the most money`() {
    var big = PayeeMention("QUILLFERN LIMITED")
    big.tally.amount = Money(pence: -90_000)
    let result = ShippedWords.matcher().match([PayeeMention("Quillfern Ltd"), big], registry: [])
    #expect(result.providers.map(\.name) == ["QUILLFERN LIMITED"])
    #expect(result.providers.map(\.kind) == [.company])
  }

  @Test
  func `an explanation shows the reading, the evidence and the outcome`() {
    let lines = ShippedWords.matcher().explain("Quillfern Ltd", "QUILLFERN LIMITED (BACS)")
    #expect(lines.first?.contains("words: quillfern; kind: company; form: limited") ?? false)
    #expect(lines.last == "one provider")
    let private_ = ShippedWords.matcher().explain("Mrs E Quillfern", "Thistle Ltd")
    #expect(!private_.joined().contains("Quillfern"))
  }
}
