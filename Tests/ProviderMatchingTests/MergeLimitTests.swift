import Testing

@testable import ProviderMatching

@Suite
struct MergeLimitTests {
  @Test(arguments: [
    ("Quillfern Surgery", "Quillfern Marrow Surgery", MergeLimit.practice),
    ("Quillfern Marrow Surgery", "Quillfern Thistle Surgery", .twoPractices),
    ("Northbeck Mental Health NHS Trust", "Leeds Northbeck Mental Health NHS Trust", .onePlace),
    ("Leeds Community NHS Trust", "Oxford Community NHS Trust", .twoPublicBodies),
    ("Leeds County Council", "Oxford County Council", .twoPublicBodies),
    ("West Leeds PCT", "South West Leeds PCT", .twoAreas),
    ("Leeds Quillfern Society", "Oxford Quillfern Society", .twoPlaces),
    ("Age UK Northbeck", "Age UK Northbek", .federation),
    ("Quillfern Marrow Ltd", "Quillfern Marrow Services Ltd", .sisters),
    ("Quillfern Marrow Ltd", "Quillfern (Thistle Division) Marrow Ltd", .sisters),
    ("Quillfern Marrow Ltd", "Quillfern Marrow CIC", .forms),
    ("Quillfern Housing Association", "Thistlemarrow Housing Association", .nothingTelling),
    ("Quillfern Marrow Trust", "Quillfern Marrow Trust Trading Ltd", .tradingArm),
    ("Quillfern Marrow Hospice", "Quillfern Marrow Hospice Trading Company Ltd", .tradingArm),
    ("Quillfern Marrow Foundation", "Quillfern Marrow Foundation Enterprises Ltd", .tradingArm),
    ("Quillfern Marrow Hospice", "Quillfern Marrow Hospice Services Ltd", .tradingArm),
  ])
  func `names that may be two bodies are merged by a person only`(
    left: String, right: String, limit: MergeLimit
  ) {
    let lines = ShippedWords.matcher().explain(left, right)
    #expect(lines.contains("never merged without asking: \(limit.explanation)"))
    #expect(!lines.contains("one provider"))
  }

  @Test(arguments: [
    ("Acorn Pharmacy", "Acorn Pharmacy Ltd", MergeGround.formLeftOut),
    ("Leeds Council", "Leeds City Council", .tierLeftOut),
  ])
  func `equal words are one where a form is only left out`(
    left: String, right: String, ground: MergeGround
  ) {
    #expect(ShippedWords.areOne([PayeeMention(left), PayeeMention(right)]))
    let lines = ShippedWords.matcher().explain(left, right)
    #expect(lines.contains("held for one: \(ground.explanation)"))
  }

  @Test(arguments: [
    ("Leeds Council", "Leeds City Council", true), ("Leeds Council", "Leeds Town Council", false),
    ("Leeds County Council", "Leeds Borough Council", false),
    ("Leeds Primary Care Trust", "Leeds Care Group Marrow", false),
  ])
  func `a council may leave its tier out, and others of its area are not it`(
    left: String, right: String, isOne: Bool
  ) {
    #expect(ShippedWords.areOne([PayeeMention(left), PayeeMention(right)]) == isOne)
    let result = ShippedWords.matcher().match(
      [PayeeMention(left), PayeeMention(right)], registry: [])
    #expect(result.reviews.isEmpty)
  }

  @Test
  func `a trading company is suggested as a family`() {
    let names = ["Quillfern Marrow Hospice", "Quillfern Marrow Hospice Trading Ltd"]
    let result = ShippedWords.matcher().match(names.map { PayeeMention($0) }, registry: [])
    #expect(Set(result.providerIDs).count == 2)
    #expect(result.reviews.map(\.reasons) == [[MatchReason.tradingArm.rawValue]])
  }

  @Test(arguments: [
    ("Quillfern Marrow Trading", "Quillfern Marrow Trading Ltd"),
    ("Quillfern Marrow Services", "Quillfern Marrow Services Ltd"),
    ("Quillfern Trust Trading as Marrow", "Quillfern Trust"),
  ])
  func `a company that is nobody's arm is merged as any other`(left: String, right: String) {
    #expect(ShippedWords.areOne([PayeeMention(left), PayeeMention(right)]))
  }

  @Test
  func `numbers that differ keep like names apart`() {
    let names = [
      PayeeMention("Quillfern Marrow Ltd", company: "01234567"),
      PayeeMention("Quilfern Marrow Ltd", company: "07654321"),
    ]
    let result = ShippedWords.matcher().match(names, registry: [])
    #expect(Set(result.providerIDs).count == 2)
    #expect(result.reviews.map(\.reasons) == [[MatchReason.numbersDiffer.rawValue]])
  }

  @Test
  func `a bare name that two companies share is neither's without asking`() {
    let one = PayeeMention("Quillfern Thistlemarrow")
    let services = PayeeMention("Quillfern Thistlemarrow Services Ltd")
    let security = PayeeMention("Quillfern Thistlemarrow Security Ltd")
    #expect(ShippedWords.areOne([one, services]))
    #expect(!ShippedWords.areOne([one, services, security]))
  }

  @Test(arguments: [
    ("Thistlemarrow Helpers", "Quillfern Thistlemarrow Helpers", "Northbeck Thistlemarrow Helpers"),
    ("Northbeck Council", "Northbeck County Council", "Northbeck Borough Council"),
    (
      "Quillfern Hospital Pennard", "Quillfern Hospital Pennardshire",
      "Quillfern Hospital Pennardton"
    ),
  ])
  func `a name that two others end with or go on from is neither's without asking`(
    bare: String, one: String, other: String
  ) {
    let (bare, one) = (PayeeMention(bare), PayeeMention(one))
    #expect(ShippedWords.areOne([bare, one]))
    #expect(!ShippedWords.areOne([bare, one, PayeeMention(other)]))
  }
}
