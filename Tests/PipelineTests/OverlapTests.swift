import Foundation
import ImportTestSupport
import PoolModel
import Testing

/// Payments of a year that are published in extracts which overlap count once, whichever extracts
/// they are and in whatever order they come.
struct OverlapTests {
  private static let header = "Date,Code,Service,Note,Payee,Amount\n"
  private static let limits = """
    limit,value,note
    told-again-from,80,
    fewest-in-common,1,

    """

  /// The rows of each month, from few enough payees, days and amounts that payments repeat.
  private static func year(_ numbers: inout SeededNumbers) -> [[String]] {
    (1...12).map { month in
      (0..<(6 + Int(numbers.next() % 6))).map { _ in
        let day = 1 + numbers.next() % 4
        return "0\(day)/\(month)/2011,R1,Service 1,,Payee \(numbers.next() % 3) Ltd,"
          + "\(1 + numbers.next() % 3)0.00"
      }
    }
  }

  private static func export(_ months: [[String]]) -> String {
    header + months.joined().map { $0 + "\n" }.joined()
  }

  private static func workspace() throws -> CountyWorkspace {
    let county = try CountyWorkspace()
    try county.write("mappings/exports/limits.csv", limits)
    try county.write(
      "mappings/codes/northshire.csv",
      "rule,subjective-code,client-group,care-setting\nones,R1,CG-LD,ST-RES\n")
    return county
  }

  /// The tables that hold money.
  private static func money(_ county: borrowing CountyWorkspace) throws -> [String?] {
    let published = try county.published()
    return ["pools.csv", "spending.csv", "outside.csv", "providers.csv"].map { published[$0] }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `rolling extracts give the money of one export of the whole year`(seed: UInt64) async throws
  {
    var numbers = SeededNumbers(seed: seed)
    let year = Self.year(&numbers)
    let whole = try Self.workspace()
    try whole.write("data/exports/northshire/year.csv", Self.export(year))
    _ = try #require(try await whole.run())

    let rolling = try Self.workspace()
    let length = 2 + Int(seed % 3)
    let starts = stride(from: 0, to: 12, by: 1 + Int(seed % 2)).shuffled(using: &numbers)
    for start in starts {
      let end = min(12, start + length)
      try rolling.write(
        "data/exports/northshire/from-\(start + 1)-to-\(end).csv",
        Self.export(Array(year[start..<end])))
      // Each extract comes alone, as it would night by night.
      _ = try #require(try await rolling.run())
    }
    #expect(try Self.money(rolling) == Self.money(whole), "seed \(seed)")
    let waterfall = try #require(try rolling.published()["waterfall.csv"])
    #expect(waterfall.contains("set-aside"))
  }

  @Test func `an extract that is taken away again lets the other count`() async throws {
    var numbers = SeededNumbers(seed: 99)
    let year = Self.year(&numbers)
    let county = try Self.workspace()
    try county.write("data/exports/northshire/a.csv", Self.export(Array(year[0..<3])))
    _ = try await county.run()
    let before = try Self.money(county)
    try county.write("data/exports/northshire/b.csv", Self.export(Array(year[1..<5])))
    _ = try await county.run()
    #expect(try Self.money(county) != before)
    try FileManager.default.removeItem(
      at: county.root.appending(path: "data/exports/northshire/b.csv"))
    _ = try await county.run()
    #expect(try Self.money(county) == before)
  }
}
