import Foundation
import PoolModel
import Testing

@testable import MappingTables

/// Councils, areas and NHS bodies as three lists with dated links.
struct BCFAreaTests {
  private static let header = "area,body,role,from,to,certainty,note"

  private func links(_ rows: String...) -> [String] {
    let file = MappingFile(
      path: BCFAreaBodyTable.path,
      text: ([Self.header] + rows).map { $0 + "\n" }.joined())
    let body = Organisation(
      id: "PCT-9AA", name: "Northbeck PCT", kind: "PCT",
      opened: CalendarDay(iso: "2013-04-01"), closed: CalendarDay(iso: "2022-06-30"))
    let area = BCFArea(
      area: "BCF-NORTHBECK", name: "Northbeck", from: CalendarDay(iso: "2013-04-01"), to: nil)
    _ = BCFAreaBodyTable(
      areas: [area], organisations: ["PCT-9AA": body], known: .ofTests
    ).read(file)
    return file.findings.map { "\($0.position.line) \($0.code.rawValue): \($0.message)" }
  }

  @Test func `a link within the days of its area and its body has no fault`() {
    #expect(
      links(
        "BCF-NORTHBECK,LA-NORTHBECK,council,,,recalled,",
        "BCF-NORTHBECK,PCT-9AA,nhs,2013-04-01,2018-03-31,recalled,",
        "BCF-NORTHBECK,PCT-9AA,nhs,2018-04-01,2022-06-30,recalled,") == [])
  }

  @Test func `unknown names, days outside and overlaps are told`() {
    #expect(
      links(
        "BCF-NORTHBEK,LA-NORTHBEK,council,,,,",
        "BCF-NORTHBECK,PCT-9AA,nhs,2012-04-01,,,",
        "BCF-NORTHBECK,PCT-9AA,nhs,2020-04-01,2021-03-31,,") == [
          "2 body-unknown: the body \"LA-NORTHBEK\" is not in mappings/organisations.csv",
          "2 mapping-value-unreadable: the area \"BCF-NORTHBEK\" is not in mappings/bcf/areas.csv",
          "3 bcf-link-out-of-dates: PCT-9AA in BCF-NORTHBECK has 2012-04-01, and the area "
            + "BCF-NORTHBECK begins on 2013-04-01",
          "3 bcf-link-out-of-dates: PCT-9AA in BCF-NORTHBECK has 2012-04-01, and the body PCT-9AA "
            + "begins on 2013-04-01",
          "3 bcf-link-out-of-dates: PCT-9AA in BCF-NORTHBECK has no last day, and the body PCT-9AA "
            + "ended on 2022-06-30",
          "4 mapping-row-repeated: the body \"PCT-9AA\" is in the area \"BCF-NORTHBECK\" on some of "
            + "these days by line 3 already",
        ])
  }

  /// The shipped tables hold only some areas, so that only the steps between days are held.
  @Test(arguments: [
    // Bournemouth and Poole shared one area: two councils became one, and one area stayed one.
    ("2019-03-31", "2019-04-01", 0, -1),
    // Northamptonshire became two.
    ("2021-03-31", "2021-04-01", 1, 1),
    // Cumbria became two; North Yorkshire changed its council and stayed one area.
    ("2023-03-31", "2023-04-01", 1, 1),
  ])
  func `how many areas and councils there are changes with the day`(
    before: String, after: String, areas: Int, councils: Int
  ) throws {
    let fund = Self.shipped.betterCareFund
    func counts(_ iso: String) throws -> (areas: Int, councils: Int) {
      let day = try #require(CalendarDay(iso: iso))
      let areas = fund.areas(on: day)
      let councils = areas.flatMap {
        fund.bodies(of: $0.area, .council, in: DaySpan(first: day, last: day))
      }
      return (areas.count, Set(councils.map(\.body)).count)
    }
    let (old, new) = (try counts(before), try counts(after))
    #expect(new.areas - old.areas == areas)
    #expect(new.councils - old.councils == councils)
  }

  @Test func `one area has three ICBs at a time`() throws {
    let day = try #require(CalendarDay(iso: "2023-04-01"))
    let span = DaySpan(first: day, last: day)
    #expect(
      Self.shipped.betterCareFund.bodies(of: "BCF-NORTH-YORKSHIRE", .nhs, in: span).count == 3)
  }

  private static let shipped = MappingReader.read(
    workspace: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  ).mappings
}
