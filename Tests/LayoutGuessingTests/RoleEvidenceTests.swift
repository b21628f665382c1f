import LayoutGuessing
import MappingTables
import Testing

@Test func `Evidence keeps its reasons in order`() {
  let evidence = RoleEvidence(
    column: 2, role: .supplier, score: 100, reasons: ["header", "values"])
  #expect(evidence.reasons == ["header", "values"])
}
