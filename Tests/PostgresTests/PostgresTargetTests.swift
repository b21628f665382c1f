import Foundation
import ImportTestSupport
import PoolModel
import PostgresClient
import Testing

@testable import Publishing

/// The made-up run's pools, and how they are published to a database of their own.
struct PublishedPools {
  let folder: TemporaryFolder
  let package: PublishedPackage

  init(_ run: RunSummary = madeUpRun()) throws {
    folder = try TemporaryFolder()
    let path = folder.path + "/pools"
    _ = try PoolsFolder(path: path).publish(
      DataPackage(organisations: madeUpOrganisations).files(for: run))
    package = try PublishedPackage(folder: path)
  }

  @discardableResult
  func publish(
    to database: TestDatabase, user: String? = nil, isDryRun: Bool = false
  ) throws -> PoolsFolder.Outcome {
    try PostgresTarget(address: DatabaseAddress(database.address(user: user)), schema: "weir")
      .publish(package, isDryRun: isDryRun)
  }
}

/// The made-up run of another day.
func laterRun() -> RunSummary {
  var run = madeUpRun()
  run.id = "fedcba9876543210"
  run.pools[0].spending[0].tally.amount = Money(pence: 1)
  run.providerNames[0].name = "WILLOW HOMES LTD"
  return run
}

@Suite(.needsServer) struct PostgresTargetTests {
  @Test func `the tables hold what SQLite's hold, and money is whole pence`() throws {
    let database = try TestServer.makeDatabase()
    let pools = try PublishedPools()
    #expect(try pools.publish(to: database) == .published)
    let connection = try database.connect()
    for table in pools.package.tables {
      let columns = table.columns.map { $0.name.quotedForPostgres }.joined(separator: ", ")
      let stored = try connection.execute(
        "select \(columns) from weir.\(table.name.quotedForPostgres)")
      var row = 0
      try table.forEachRow { cells in
        let found = table.columns.indices.map { stored[row, $0] }
        #expect(found == cells, "\(table.name) row \(row)")
        row += 1
      }
      #expect(stored.count == row, "\(table.name)")
    }
    let funding = try connection.execute(
      "select pg_typeof(pence), pence from weir.funding order by partner")
    #expect(funding[0, 0] == "bigint" && funding[0, 1] == "115005" && funding[1, 1] == nil)
  }

  @Test func `the same pools are published once, and rows that somebody took out come back`() throws
  {
    let database = try TestServer.makeDatabase()
    let pools = try PublishedPools()
    #expect(try pools.publish(to: database) == .published)
    #expect(try pools.publish(to: database) == .unchanged)
    try database.execute("delete from weir.findings")
    #expect(try pools.publish(to: database) == .published)
    let rows = try database.connect().execute(
      "select (select count(*) from weir.findings), (select count(*) from weir.migration)")
    #expect(rows[0, 0] == "2" && rows[0, 1] == "2")
  }

  @Test func `a dry run leaves nothing`() throws {
    let database = try TestServer.makeDatabase()
    #expect(try PublishedPools().publish(to: database, isDryRun: true) == .published)
    let rows = try database.connect().execute("select 1 from pg_namespace where nspname = 'weir'")
    #expect(rows.count == 0)
  }

  @Test func `a reader's transaction keeps the old set to its end`() throws {
    let database = try TestServer.makeDatabase()
    try PublishedPools().publish(to: database)
    let reader = try database.connect()
    func set() throws -> [String?] {
      let row = try reader.execute(
        """
        select (select run from weir.datapackage), (select sum(pence) from weir.spending),
          (select string_agg(name, ',') from weir.provider_names)
        """)
      return [row[0, 0], row[0, 1], row[0, 2]]
    }
    let old = try set()
    try reader.execute("begin isolation level repeatable read")
    #expect(try set() == old)
    try PublishedPools(laterRun()).publish(to: database)
    #expect(try set() == old)
    try reader.execute("commit")
    #expect(try set() == ["fedcba9876543210", "109751", "WILLOW HOMES LTD"])
  }

  @Test func `columns that a program before had are brought to today's as a numbered step`() throws
  {
    let database = try TestServer.makeDatabase()
    let pools = try PublishedPools()
    try pools.publish(to: database)
    try database.execute(
      """
      alter table weir.spending drop column flow; alter table weir.spending add column old text;
      alter table weir.funding alter column pence type numeric;
      alter table weir.pools drop constraint pools_pkey;
      alter table weir.findings alter column message drop not null; drop table weir.trends;
      comment on column weir.pools.title is 'Of old'
      """)
    #expect(try pools.publish(to: database) == .published)
    #expect(try pools.publish(to: database) == .unchanged)
    let steps = try database.connect().execute(
      "select number, statements from weir.migration order by number")
    #expect((0..<steps.count).map { steps[$0, 0] } == ["1", "2", "3"])
    let statements = try #require(steps[2, 1]).split(separator: ";\n")
    #expect(statements.filter { $0.hasPrefix("create table \"weir\".\"trends\"") }.count == 1)
    #expect(statements.filter { !$0.contains("trends") }.count == 9)
  }

  @Test func `a column that a view of somebody's needs is not dropped, and the old set stays`()
    throws
  {
    let database = try TestServer.makeDatabase()
    try PublishedPools().publish(to: database)
    try database.execute(
      """
      alter table weir.spending add column old text;
      create view mine as select old from weir.spending
      """)
    let error = #expect(throws: PostgresError.self) {
      try PublishedPools(laterRun()).publish(to: database)
    }
    #expect(error?.sqlState == "2BP01")
    let rows = try database.connect().execute("select run from weir.datapackage")
    #expect(rows[0, 0] == "0123456789abcdef")
  }

  @Test func `two publishers are kept apart`() throws {
    let database = try TestServer.makeDatabase()
    let other = try database.connect()
    try other.execute("begin")
    try other.execute("select pg_advisory_xact_lock(hashtextextended('weir publish weir', 0))")
    #expect(throws: PostgresTargetError.held(schema: "weir")) {
      try PublishedPools().publish(to: database)
    }
    try other.execute("rollback")
    #expect(try PublishedPools().publish(to: database) == .published)
  }

  @Test func `the roles of the manual: one publishes, one reads the pools and nothing else`() throws
  {
    let database = try TestServer.makeDatabase()
    let roles = try ManualRoles(database)
    try database.execute(roles.script)
    try database.execute("create schema weir_store; create table weir_store.supplier (name text)")
    try PublishedPools().publish(to: database, user: roles.publisher)
    let reader = try database.connect(as: roles.reader)
    #expect(try reader.execute("select count(*) from weir.spending")[0, 0] == "3")
    for statement in [
      "delete from weir.spending", "insert into weir.datapackage values ('', '')",
      "create table weir.mine (mine text)", "select * from weir_store.supplier",
      "update weir.findings set message = ''", "truncate weir.pools",
    ] {
      let error = #expect(throws: PostgresError.self) { try reader.execute(statement) }
      #expect(error?.sqlState == "42501", "\(statement)")
    }
    // Rights last when the next set comes, and reach tables that come with it.
    try database.execute("drop table weir.trends")
    try PublishedPools(laterRun()).publish(to: database, user: roles.publisher)
    #expect(try reader.execute("select count(*) from weir.trends")[0, 0] == "0")
  }
}

/// The script of roles in the manual, with names that no other test has.
struct ManualRoles {
  let script: String
  let publisher: String
  let reader: String

  init(_ database: TestDatabase) throws {
    let manual = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/weir/Manual/Commands.md")
    let text = try String(contentsOf: manual, encoding: .utf8)
    let block = try #require(text.split(separator: "```sql\n").dropFirst().first)
    publisher = "weir_publisher_\(database.name)"
    reader = "weir_reader_\(database.name)"
    script = (block.components(separatedBy: "```").first ?? "")
      .replacing("weir_publisher", with: publisher).replacing("weir_reader", with: reader)
      .replacing("database pools", with: "database \(database.name)")
  }
}
