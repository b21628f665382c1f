import Foundation
import ImportTestSupport
import Testing

/// A year of months gives the same pools, whether the months come in order, in reverse or at once.
struct YearOfMonthsTests {
  private static let publishers = (1...40).map { "shire-\($0)" }
  private static let months = (0..<12).map {
    (year: $0 < 9 ? 2009 : 2010, month: ($0 + 3) % 12 + 1)
  }
  private static let payees = [
    "Larkenby House Ltd", "LARKENBY HOUSE LIMITED", "Sallowfield Homes", "Sallowfield Homes Ltd",
    "Pennardle Grange", "Thornmere Care Services", "Thornmere Care Svcs Ltd", "Mr A Wexcombe",
  ]

  private static func workspace() throws -> Workspace {
    let workspace = try Workspace.withoutExports()
    let bodies = workspace.file("mappings/organisations.csv")
    var table = try String(contentsOf: bodies, encoding: .utf8)
    for publisher in publishers {
      table += "LA-\(publisher.uppercased()),\(publisher) council,council,,,,,,judged,made up\n"
      try workspace.write("mappings/sources/\(publisher).yaml", source(publisher))
      try workspace.write(
        "mappings/codes/\(publisher).csv",
        "rule,service,client-group,care-setting\nhomes,Homes,CG-LD,ST-CH\ncare,Care,CG-MH,ST-HC\n")
    }
    try Data(table.utf8).write(to: bodies)
    try workspace.write("mappings/pools/shires.yaml", agreement)
    return workspace
  }

  private static func source(_ publisher: String) -> String {
    """
    publisher: \(publisher)
    organisation: LA-\(publisher.uppercased())
    expects:
      - {every: month, from: 2009-04, to: 2010-03, within-days: 30}
    layouts:
      - layout: payments
        headers: [Date, Service, Supplier, Amount]
        holds: payments
        basis: outturn
        columns: {date: Date, service: Service, supplier: Supplier}
        amounts:
          - column: Amount
        date-order: day-first

    """
  }

  private static var agreement: String {
    """
    agreement: shires
    title: A made-up pool of shires
    partners: [\(publishers.map { "LA-\($0.uppercased())" }.joined(separator: ", "))]
    years: [2009-10]
    basis: outturn
    schemes:
      - scheme: learning-disability
        title: Learning disability
        arrangement: FA-POOL
        claims: {client-group: [CG-LD]}

    """
  }

  /// The payments of a publisher in a month, a few days of which are in the month before.
  private static func export(_ place: Int, _ month: Int) -> String {
    var numbers = SeededNumbers(seed: UInt64(place * 100 + month))
    var text = "Date,Service,Supplier,Amount\n"
    for row in 0..<(12 + numbers.next() % 8) {
      let (year, number) = row == 0 && month > 0 ? months[month - 1] : months[month]
      let day = 10 + numbers.next() % 18
      text += "\(day)/\(number)/\(year),\(numbers.pick(["Homes", "Care", "Roads"])),"
      text += "\(numbers.pick(payees)),\(1 + numbers.next() % 900).\(10 + numbers.next() % 90)\n"
    }
    return text
  }

  /// The published files after the months came in these steps.
  private static func published(_ steps: [[Int]]) async throws -> [String: Data] {
    let workspace = try workspace()
    for months in steps {
      for month in months {
        for (place, publisher) in publishers.enumerated() {
          let name = "\(Self.months[month].year)-\(Self.months[month].month)"
          try workspace.write(
            "data/exports/\(publisher)/\(name).csv", export(place, month))
        }
      }
      let run = try await workspace.weir("run", "--quiet")
      #expect(run.status <= 1 && run.errors == "", "\(run.errors.prefix(300))")
    }
    return try workspace.published
  }

  @Test func `the order of months changes no byte`() async throws {
    let once = try await Self.published([Array(0..<12)])
    #expect(once.count > 20)
    let orders = [(0..<12).map { [$0] }, (0..<12).reversed().map { [$0] }]
    for order in orders {
      let published = try await Self.published(order)
      #expect(published.keys.sorted() == once.keys.sorted())
      for (name, bytes) in once {
        #expect(published[name] == bytes, "\(name), first month \(order[0])")
      }
    }
  }
}
