import PoolModel
import Testing

@testable import ProviderMatching

struct IdentifiersTests {
  @Test(arguments: [
    ("4770324", "04770324"), (" 04770324 ", "04770324"), ("SC1234", "SC001234"),
    ("oc306448", "OC306448"), ("IP12345R", "IP12345R"), ("NI 12345", "NI012345"),
    ("R0000123", "R0000123"), ("٠٤٧٧٠٣٢٤", "04770324"), ("½770324", nil),
    ("123456789", nil), ("ZZ123456", nil), ("00000000", nil), ("12", nil), ("abc", nil), ("", nil),
  ])
  func `a company number is padded and checked`(stated: String, text: String?) {
    #expect(CompanyNumber(stated)?.text == text)
  }

  @Test(arguments: [
    ("1118542", "1118542"), ("231060-2", "231060"), ("SC012345", "SC012345"), ("12345", nil),
    ("1118542/1", "1118542"), ("1118542 (3)", "1118542"), ("NIC100001", "NIC100001"),
    ("12345678", nil), ("XX123456", nil),
  ])
  func `a charity number loses the number of its linked charity`(stated: String, text: String?) {
    #expect(CharityNumber(stated)?.text == text)
  }

  @Test(arguments: [
    ("GB 980 7806 84", "980780684"), ("980780684", "980780684"), ("980780684001", "980780684"),
    // A number since 2010, whose check digits count with 55 added; then one digit wrong.
    ("GB 123 4567 27", "123456727"), ("GB 123 4567 37", nil),
    ("GBGD012", "GD012"), ("HA501", "HA501"), ("HA499", nil),
    ("980780685", nil), ("000000000", nil), ("98078068", nil), ("GB980A80684", nil),
  ])
  func `a VAT number must have the right check digits`(stated: String, text: String?) {
    #expect(VATNumber(stated)?.text == text)
  }

  @Test(arguments: [
    ("ex24qd", "EX2 4QD"), ("SW1A 1AA", "SW1A 1AA"), ("M1  1AE", "M1 1AE"), ("1AB 2CD", nil),
    ("EX2 QD4", nil), ("EX", nil),
  ])
  func `a postcode gets one blank`(stated: String, text: String?) {
    #expect(Postcode(stated)?.text == text)
  }

  @Test
  func `codes of registers are told from placeholders`() {
    #expect(ODSCode("5pg")?.text == "5PG")
    #expect(ODSCode("RXH")?.text == "RXH")
    #expect(ODSCode("VLYJX")?.text == "VLYJX")
    #expect(ODSCode("C81001")?.text == "C81001")
    #expect(["TOOLONGCODE", "NONE", "12345", "A1"].allSatisfy { ODSCode($0) == nil })
    #expect(CQCProviderID("rj1")?.text == "RJ1")
    #expect(CQCProviderID("RJ122") == nil)
    #expect(CQCProviderID("1-101635432")?.text == "1-101635432")
    #expect(CQCProviderID("2-101635432") == nil)
  }

  @Test
  func `an invalid identifier is told once and not used, a placeholder is passed over`() {
    let result = ShippedWords.matcher().match(
      [
        PayeeMention("Quillfern Ltd", company: "123456789"),
        PayeeMention("Marrow Ltd", company: "123456789"),
        PayeeMention("Thistle Ltd", company: "Awaiting"),
      ], registry: [])
    #expect(result.findings.map(\.code) == [.identifierInvalid])
    #expect(result.findings.first?.rows == 2)
    #expect(Set(result.providerIDs).count == 3)
  }

  private func identifiers(
    company: String = "", charity: String = "", vat: String = "", ods: String = ""
  ) -> StatedIdentifiers {
    var faults: [StatedIdentifiers.Fault: RowTally] = [:]
    let supplier = SupplierMention(
      name: "Quillfern", companyNumber: company, charityNumber: charity, vatNumber: vat)
    let mention = PayeeMention(publisher: "northbeck", supplier: supplier, odsCode: ods)
    return StatedIdentifiers(
      mention, placeholders: ShippedWords.reader.rules.placeholders, faults: &faults)
  }

  @Test(arguments: [
    ("04770324", IdentifierStrength.stated), ("123456789", .suspect), ("12345678", .suspect),
    ("11111111", .suspect), ("Not yet available", nil), ("N/A", nil), ("EXEMPT", nil),
    ("Awaiting", nil), ("", nil),
  ])
  func `a company number is stated, suspect or not there`(
    stated: String, strength: IdentifierStrength?
  ) {
    #expect(identifiers(company: stated).strength(of: .company, body: nil) == strength)
  }

  @Test
  func `check digits and the table of bodies verify an identifier`() {
    #expect(identifiers(vat: "980780684").strength(of: .vat, body: nil) == .verified)
    #expect(identifiers(vat: "980780685").strength(of: .vat, body: nil) == .suspect)
    let body = Organisation(id: "T-1", name: "Northbeck NHS Trust", kind: "nhs-trust", ods: "RZX")
    #expect(identifiers(ods: "RZX").strength(of: .ods, body: body) == .verified)
    #expect(identifiers(ods: "RZX").strength(of: .ods, body: nil) == .stated)
    #expect(identifiers(ods: "RZY").strength(of: .ods, body: body) == .suspect)
    #expect(IdentifierStrength.suspect < .stated && .stated < IdentifierStrength.verified)
  }

  @Test(arguments: [
    ("07403756", "07043756", true), ("04770324", "00477324", true), ("04770324", "04770324", false),
    ("04770324", "09123456", false), ("04770324", "", false),
  ])
  func `two company numbers under one name may be one typed twice`(
    one: String, other: String, areSlips: Bool
  ) {
    #expect(IdentifierKind.areSlips(.company, one, other) == areSlips)
    #expect(!IdentifierKind.areSlips(.vat, one, other))
  }
}
