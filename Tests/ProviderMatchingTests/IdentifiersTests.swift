import PoolModel
import Testing

@testable import ProviderMatching

struct IdentifiersTests {
  @Test(arguments: [
    ("4770324", "04770324"), (" 04770324 ", "04770324"), ("SC1234", "SC001234"),
    ("oc306448", "OC306448"), ("IP12345R", "IP12345R"), ("NI 12345", "NI012345"),
    ("123456789", nil), ("ZZ123456", nil), ("00000000", nil), ("12", nil), ("abc", nil), ("", nil),
  ])
  func `a company number is padded and checked`(stated: String, text: String?) {
    #expect(CompanyNumber(stated)?.text == text)
  }

  @Test(arguments: [
    ("1118542", "1118542"), ("231060-2", "231060"), ("SC012345", "SC012345"), ("12345", nil),
    ("12345678", nil), ("XX123456", nil),
  ])
  func `a charity number loses the number of its linked charity`(stated: String, text: String?) {
    #expect(CharityNumber(stated)?.text == text)
  }

  @Test(arguments: [
    ("GB 980 7806 84", "980780684"), ("980780684", "980780684"), ("980780684001", "980780684"),
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
    #expect(ODSCode("TOOLONGCODE") == nil)
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
}
