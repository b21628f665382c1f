import ExportReading
import Testing

struct FoldedTextTests {
  @Test(arguments: [
    ("Amount", "amount"), ("  Name  of\tBody ", "name of body"), ("\u{FEFF}Date", "date"),
    ("Supplier\r\nName", "supplier name"), ("\u{A0}£\u{A0}\u{A0}m\u{A0}", "£ m"), (" \t", ""),
    ("ÉCOLE", "école"), ("", ""),
  ])
  func `Case and the number of blanks do not count`(text: String, folded: String) {
    #expect(FoldedText.of(text) == folded)
    #expect(FoldedText.of(folded) == folded)
  }

  @Test func `A header that stands again is numbered, a blank one never`() {
    #expect(
      FoldedText.headers(["Amount", "", "AMOUNT ", "Date", "", "amount"])
        == ["amount", "", "amount#2", "date", "", "amount#3"])
  }
}
