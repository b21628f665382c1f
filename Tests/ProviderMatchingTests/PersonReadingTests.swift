import PoolModel
import Testing

@testable import ProviderMatching

struct PersonReadingTests {
  @Test(arguments: [
    "Mrs Edna Quillfern", "MR A QUILLFERN", "Dr Quillfern", "Drs A & B Quillfern",
    "Mr & Mrs Quillfern", "A Quillfern", "J B QUILLFERN", "Quillfern J", "QUILLFERN, MARGARET",
    "Quillfern, M A", "Margaret Quillfern", "Mohammed K Quillfern", "Susan Quillfern-Marrow",
    "Rev. P Quillfern", "Miss T. Marrow", "A Quillfern ****5215", "QUILLFERN EDNA",
    "Named individual", "Direct payment", "MR EDNA QUILLFERN 12345", "EDNA QUILLFERN 12345",
    "MRS QUILLFERN S0012/45", "QUILLFERN EDNA (FOSTER CARER)", "QUILLFERN MARROW (FOSTER CAR",
    "MRS A QUILLFERN (CARER)", "A Quillfern (DP)", "A Quillfern DP", "Edna Quillfern (Northbeck)",
    "ESTATE OF EDNA QUILLFERN", "The Estate of the late E Quillfern", "PROF. A B QUILL",
    "EXECUTORS OF QUILLFERN MARROW", "Aoife Quillfern", "Quillfern Agnieszka Maria",
    "Gurpreet Kaur Quillfern", "MR QUILLFERN D C", "Mrs Lim", "MR/MRS QUILLFERN",
    "Mr Harold Quillfern (Marrow Chambers)", "MS A QUILLFERN (THISTLE BARRISTERS CHAMB",
    "Mrs Quillfern c/o Marrow Solicitors", "Mr A B C D Quillfern Marrow Thistle",
    "Ms Quillfern Marrow (Thistle Chambers)", "Mr John Church", "MRS E CHURCH",
    "Mr Quillfern Chambers",
    "Mr S Quillfern (Northbeck Junior Tennis Club)",
  ])
  func `a person is recognised`(name: String) {
    #expect(ShippedWords.reader.read(name).kind == .individual)
  }

  @Test(arguments: [
    "Margaret Quillfern Ltd", "Edna Quillfern Trust", "Quillfern & Marrow", "J & B Marrow",
    "Dr Quillfern & Partners", "Mr Quillfern Plumbing Services", "Quillfern", "Quillfern Marrow",
    "A1 Taxis", "St Margaret", "QRS", "B Quillfern Builders", "Mary's House", "John Street Surgery",
    "Peter Marrow Solicitors", "Marrow Lodge", "Mr Marrow T/A Marrow Gardens",
    "Miss Thistle (Retail Services)", "Mr A Quillfern (Taxis) Ltd",
    "Mr Taxi", "Mr Taxi Ltd",
    "Quillfern Estates", "Estate of Marrow Farms Ltd", "Northbeck Foster Carers Association",
    "Marrow Lodge (Edna Quillfern)", "Quillfern 12345",
    "Edna Quillfern (Taxis)", "Mr Quillfern Plumbing (Northbeck)", "Mr A Quillfern Ltd",
    "Dr Quillfern Surgery 12345", "NORTHBECK D C", "Prof Services",
  ])
  func `an organisation is not taken for a person`(name: String) {
    #expect(ShippedWords.reader.read(name).kind != .individual)
  }

  @Test
  func `the publisher's class of payee decides`() {
    let reader = ShippedWords.reader
    #expect(reader.read("Quillfern Marrow", creditorType: "INDV").kind == .individual)
    #expect(
      reader.read("Quillfern", creditorType: "Non-Business Individuals (3rd)").kind == .individual)
    #expect(reader.read("Margaret Quillfern", creditorType: "WGA").kind != .individual)
  }
}
