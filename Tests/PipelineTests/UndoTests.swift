import Foundation
import GRDB
import MappingTables
import PoolModel
import PoolStore
import Testing

@testable import Pipeline

/// What a run took in can be taken back, and taken in again.
struct UndoTests {
  private static let file = "data/exports/northshire/payments.csv"
  private static let header = "Date,Code,Service,Note,Payee,Amount\n"
  private static let first =
    header + "01/05/2010,R1,,,Elm Ltd,10.00\n02/05/2010,R1,,,Ash Ltd,20.00\n"
  private static let second =
    header + "01/05/2010,R1,,,Elm Ltd,15.00\n03/06/2010,R1,,,Oak Ltd,7.00\n"

  private static func workspace() async throws -> CountyWorkspace {
    let county = try CountyWorkspace()
    try county.write(
      "mappings/codes/northshire.csv",
      "rule,subjective-code,client-group,care-setting\nones,R1,CG-LD,ST-RES\n")
    try county.write(file, first)
    _ = try await county.run()
    return county
  }

  private static func decide(
    _ verdict: ExportDecision.Verdict, in county: borrowing CountyWorkspace,
    _ effects: (ExportDesk) throws -> [ExportDesk.Effect]
  ) throws {
    let mappings = MappingCheck.read(county.workspace).mappings
    let desk = try #require(
      try ExportDesk(workspace: county.workspace, mappings: mappings, isDryRun: false))
    try desk.decide(
      verdict, try effects(desk), by: "a clerk", on: try #require(CalendarDay(iso: "2010-07-01")),
      reason: "a test")
  }

  /// The published files less the id of the run, which the decisions are part of.
  private static func published(_ county: borrowing CountyWorkspace) throws -> [String: String] {
    try county.published().filter { $0.key != "datapackage.json" }
  }

  /// What the store holds of the exports, without the numbers by which it knows them.
  private static func stored(_ county: borrowing CountyWorkspace) throws -> [String] {
    let queue = try DatabaseQueue(path: county.root.appending(path: "data/weir.sqlite").path)
    return try queue.read { database in
      let questions = [
        "select path, sha256, kept_rows, kept_pence from export order by path",
        "select path, sha256, kept_rows, kept_pence from former_export order by path",
        "select physical_line, pence, day, code_id, supplier_id, decision_id from line order by line_id",
        "select physical_line, pence, day, supplier_id from former_line order by line_id",
        "select decision_id, code_id, supplier_id, year, line_count, pence from fact order by 1, 2, 3",
        "select month, line_count, pence from export_month order by month",
        "select count(*) from line_aside",
      ]
      return try questions.map { question in
        try Row.fetchAll(database, sql: question).map { "\($0)" }.joined(separator: "\n")
      }
    }
  }

  @Test func `a run that is undone leaves the pools of the run before`() async throws {
    let county = try await Self.workspace()
    let before = try Self.published(county)
    try county.write(Self.file, Self.second)
    _ = try await county.run()
    try Self.decide(.leaveOut, in: county) { try $0.undoing(run: "2") }
    _ = try await county.run()
    var after = try Self.published(county)
    #expect(after["findings.csv"]?.contains("export-left-out") == true)
    after["findings.csv"] = before["findings.csv"]
    #expect(after == before)
  }

  @Test func `what was undone and is taken in again gives the store that was there`() async throws {
    let county = try await Self.workspace()
    try county.write(Self.file, Self.second)
    _ = try await county.run()
    let (published, stored) = (try Self.published(county), try Self.stored(county))
    try Self.decide(.leaveOut, in: county) { try $0.undoing(file: Self.file) }
    _ = try await county.run()
    #expect(try Self.stored(county) != stored)
    try Self.decide(.take, in: county) { try $0.accepting(file: Self.file) }
    _ = try await county.run()
    #expect(try Self.stored(county) == stored)
    #expect(try Self.published(county) == published)
  }

  @Test func `the ledger says what each run did and what two of them differ in`() async throws {
    let county = try await Self.workspace()
    try county.write(Self.file, Self.second)
    _ = try await county.run()
    try FileManager.default.removeItem(at: county.root.appending(path: Self.file))
    _ = try await county.run()
    let history = try #require(try RunHistory(of: county.workspace))
    let told = try history.runs.reversed().map { run in
      try history.events(of: run).map {
        "\(run.number) \($0.kind.rawValue) \($0.before.amount) \($0.after.amount)"
      }
    }
    #expect(
      told == [
        ["1 taken £0.00 £30.00"], ["2 replaced £30.00 £22.00"], ["3 gone £22.00 £0.00"],
      ])
    let changes = try history.changes(from: history.runs[2], to: history.runs[1])
    #expect(
      changes.map {
        "\($0.key.texts.joined(separator: " ")) \($0.before.amount) \($0.after.amount)"
      }
        == ["northshire-pool/2010-11 spending LA-A CG-LD ST-RES £30.00 £22.00"])
  }

  @Test func `the version of two changes ago cannot come back`() async throws {
    let county = try await Self.workspace()
    try county.write(Self.file, Self.second)
    _ = try await county.run()
    try county.write(Self.file, Self.header + "04/07/2010,R1,,,Elm Ltd,1.00\n")
    _ = try await county.run()
    let mappings = MappingCheck.read(county.workspace).mappings
    let desk = try #require(
      try ExportDesk(workspace: county.workspace, mappings: mappings, isDryRun: true))
    #expect(throws: ExportDesk.Hindrance.takenSince) { try desk.undoing(run: "2") }
    #expect(try desk.undoing(run: "3").map(\.after?.amount.pence) == [2200])
  }
}
