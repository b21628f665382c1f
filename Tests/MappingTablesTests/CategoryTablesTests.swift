import PoolModel
import Testing

@testable import MappingTables

@Suite struct CategoryTablesTests {
  @Test func `an axis keeps its order, parents and days`() {
    let file = MappingFile.table(
      "categories/age-bands.csv", "code,label,parent,from,to,definition,note",
      "AG-ALL,All ages,,,,,", "AG-18,18 to 64,AG-ALL,2008-04-01,,,")
    let axis = AxisTable.read(file)
    #expect(file.complaints.isEmpty)
    #expect(axis?.nodes.map(\.code) == ["AG-ALL", "AG-18"])
    #expect(axis?["AG-18"]?.parent == "AG-ALL")
    #expect(axis?["AG-18"]?.from == CalendarDay(iso: "2008-04-01"))
    #expect(axis?["AG-ALL"]?.parent == nil)
  }

  @Test func `a parent that is no code, a code given twice and a circle are told`() {
    let file = MappingFile.table(
      "categories/client-groups.csv", "code,label,parent,from,to,definition,note",
      "CG-ALL,All,,,,,", "CG-LD,Learning,CG-AL,,,,", "CG-LD,Again,CG-ALL,,,,",
      "CG-A,A,CG-C,,,,", "CG-B,B,CG-A,,,,", "CG-C,C,CG-B,,,,", "CG-D,D,CG-C,,,,")
    _ = AxisTable.read(file)
    let path = "mappings/categories/client-groups.csv"
    #expect(
      file.complaints == [
        "\(path):4:1: error: the code \"CG-LD\" already stands on line 3; "
          + "take one of the two out or give it another name [mapping-row-repeated]",
        "\(path):3:3: error: the parent \"CG-AL\" is not in \(path); did you mean \"CG-A\"? "
          + "[category-unknown]",
        "\(path):5:3: error: the parents run in a circle: CG-A > CG-C > CG-B > CG-A; "
          + "give one of them another parent, or none [category-unknown]",
      ])
  }

  @Test func `flows have a treatment and a counterpart that exists`() {
    let file = MappingFile.table(
      "categories/flows.csv", "code,label,treatment,counterpart,note",
      "FL-EXP,Bought,spending,,", "FL-CON,Paid,transfer-out,FL-CIN,", "FL-CIN,Got,transfer-inn,,",
      "FL-X,X,transfer-out,FL-CIM,")
    let flows = FlowTable.read(file)
    #expect(
      flows?["FL-CON"]
        == Flow(code: "FL-CON", label: "Paid", treatment: .transferOut, counterpart: "FL-CIN"))
    #expect(
      file.complaints == [
        "mappings/categories/flows.csv:4:3: error: treatment \"transfer-inn\" cannot be read; "
          + "did you mean \"transfer-in\"? [mapping-value-unreadable]",
        "mappings/categories/flows.csv:5:4: error: the counterpart \"FL-CIM\" is not in "
          + "mappings/categories/flows.csv; did you mean \"FL-CIN\"? [category-unknown]",
      ])
  }

  @Test func `labels are read by code`() {
    let file = MappingFile.table(
      "categories/arrangements.csv", "code,label,definition,note", "FA-POOL,Pooled fund,x,",
      "FA-POOL,Again,,")
    #expect(LabelTable.read(file) == ["FA-POOL": "Pooled fund"])
    #expect(file.findings.map(\.code) == [.mappingRowRepeated])
  }
}
