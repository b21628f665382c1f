import PoolModel
import Testing

@testable import MappingTables

@Suite struct OrganisationTableTests {
  private let header =
    "organisation,name,kind,other-names,ods,gss,opened,closed,certainty,note"

  @Test func `a body is read with its other names and days`() {
    let file = MappingFile.table(
      "organisations.csv", header,
      "PCT-9AA,Northbeck PCT,PCT,NHS Northbeck | Northbeck Primary Care Trust|,9AA,,2006-10-01,"
        + "2013-03-31,verified,")
    let body = OrganisationTable.read(file)?["PCT-9AA"]
    #expect(file.complaints.isEmpty)
    #expect(
      body
        == Organisation(
          id: "PCT-9AA", name: "Northbeck PCT", kind: "PCT",
          otherNames: ["NHS Northbeck", "Northbeck Primary Care Trust"], ods: "9AA", gss: nil,
          opened: CalendarDay(iso: "2006-10-01"), closed: CalendarDay(iso: "2013-03-31")))
  }

  @Test func `all faults of a table are told`() {
    let file = MappingFile.table(
      "organisations.csv", header, "LA-A,A,council,,,,2006-13-01,,certain,",
      "LA-A,B,council,,,,2010-04-01,2009-04-01,,", "LA-C,,council,,,,,,verifed,")
    #expect(OrganisationTable.read(file)?.keys.sorted() == ["LA-A", "LA-C"])
    #expect(
      file.complaints == [
        "mappings/organisations.csv:2:9: error: certainty \"certain\" cannot be read; "
          + "write verified, recalled or judged [mapping-value-unreadable]",
        "mappings/organisations.csv:2:7: error: opened \"2006-13-01\" cannot be read; "
          + "write a day as 2009-04-01 [mapping-value-unreadable]",
        "mappings/organisations.csv:3:8: error: closed \"2009-04-01\" cannot be read; "
          + "write a day that is not before opened, 2010-04-01 [mapping-value-unreadable]",
        "mappings/organisations.csv:3:1: error: the organisation \"LA-A\" already stands on line 2; "
          + "take one of the two out or give it another name [mapping-row-repeated]",
        "mappings/organisations.csv:4:9: error: certainty \"verifed\" cannot be read; "
          + "did you mean \"verified\"? [mapping-value-unreadable]",
        "mappings/organisations.csv:4:2: error: name is blank; fill it in "
          + "[mapping-value-unreadable]",
      ])
  }

  @Test func `a succession names known bodies`() {
    let file = MappingFile.table(
      "successions.csv", "predecessor,successor,effective,kind,split-rule,certainty,note",
      "PCT-9AA,PCT-9AB,2013-04-01,merger,whole,verified,",
      "PCT-9AC,PCT-9AB,2013-04-01,merger,whole,verified,")
    let successions = SuccessionTable.read(file, known: .ofTests)
    #expect(successions.map(\.predecessor) == ["PCT-9AA", "PCT-9AC"])
    #expect(successions[0].effective == CalendarDay(iso: "2013-04-01"))
    #expect(successions[0].splitRule == "whole")
    #expect(
      file.complaints == [
        "mappings/successions.csv:3:1: error: predecessor \"PCT-9AC\" is not in "
          + "mappings/organisations.csv; did you mean \"PCT-9AA\"? [body-unknown]"
      ])
  }
}
