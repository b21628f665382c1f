import LayoutGuessing
import MappingTables
import PoolModel
import Testing

/// Figures without a sign, and the column that tells which of them are credits.
struct CreditMarksTests {
  @Test(arguments: [
    ("Dr/Cr", "Dr", "Cr"), ("D/C", "D", "C"), ("Document Type", "Invoice", "Credit Note"),
    ("Type", "INV", "CRN"), ("Credit", "", "CR"),
    ("Credit Note", "N", "Y"), ("Sign", "+", "-"), ("Doc Type", "KR", "KG"), ("Type", "PI", "PC"),
  ])
  func `Words beside unsigned figures tell the credits`(
    header: String, debit: String, credit: String
  ) {
    let guess = MadeUpGuess.of(
      """
      Date,Payee,Amount,\(header)
      03/04/2023,Ashby Care Ltd,1250.00,\(debit)
      24/04/2023,Bramley Homecare Ltd,2000.00,\(debit)
      25/04/2023,Calder Fencing,50.00,\(credit)
      26/04/2023,Dunmore Taxis,800.00,\(debit)
      """)
    let credits = guess?.layout.amounts.first?.credits
    #expect(credits?.header == header)
    #expect(credits?.cells.map { $0.matches(credit) } == [true])
    let notice = guess?.notice(file: "a.csv", .noSourceFits).message
    #expect(notice?.contains("credits by \"\(header)\"") == true)
  }

  @Test(arguments: [
    (
      "1250.00,Grant", "50.00,Part Credit",
      "the column \"Kind\" says \"Part Credit\", and no figure of \"Amount\" is negative: all are added"
    ),
    // A card is called so too: only a column with a heading for credits turns signs.
    (
      "1250.00,Grant", "50.00,Credit",
      "the column \"Kind\" says \"Credit\", and no figure of \"Amount\" is negative: all are added"
    ),
    ("-1250.00,Grant", "-50.00,Fee", "every figure of the column \"Amount\" is negative"),
  ])
  func `Signs that may not say which figures are credits are told`(
    payment: String, credit: String, message: String
  ) {
    let guess = MadeUpGuess.of(
      """
      Date,Payee,Amount,Kind
      03/04/2023,Ashby Care Ltd,\(payment)
      24/04/2023,Bramley Homecare Ltd,\(payment)
      25/04/2023,Calder Fencing,\(credit)
      """)
    let findings = guess?.findings.filter { $0.code == .signDoubtful } ?? []
    #expect(findings.map(\.message) == [message])
    #expect(guess?.amount == "Amount")
  }

  @Test(arguments: [
    ("a minus says it already", "-50.00", "Cr"),
    ("a word that says something else", "50.00", "Card"),
    ("no credit", "50.00", "Dr"),
  ])
  func `Figures count as they stand`(reason: String, amount: String, mark: String) {
    let guess = MadeUpGuess.of(
      """
      Date,Payee,Amount,Dr/Cr
      03/04/2023,Ashby Care Ltd,1250.00,Dr
      24/04/2023,Bramley Homecare Ltd,2000.00,Dr
      25/04/2023,Calder Fencing,\(amount),\(mark)
      """)
    #expect(guess?.amount == "Amount")
    #expect(guess?.layout.amounts.first?.credits == nil)
  }
}
