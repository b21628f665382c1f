import Foundation
import GRDB
import ImportTestSupport
import PoolModel
import Testing

@testable import Publishing

/// The made-up run's pools in a folder of their own.
struct PublishedPools {
  let folder: TemporaryFolder
  var path: String { folder.path + "/pools" }

  init(_ run: RunSummary = madeUpRun()) throws {
    folder = try TemporaryFolder()
    _ = try PoolsFolder(path: path).publish(
      DataPackage(organisations: madeUpOrganisations).files(for: run))
  }

  func package() throws -> PublishedPackage { try PublishedPackage(folder: path) }
}

struct SQLiteTargetTests {
  private func publish(_ pools: PublishedPools, run: Bool = true) throws -> DatabaseQueue {
    let path = pools.folder.path + "/pools.sqlite"
    #expect(try SQLiteTarget(path: path).publish(try pools.package()) == .published)
    return try DatabaseQueue(path: path)
  }

  @Test func `money is whole pence, and what is not stated is null`() throws {
    let queue = try publish(try PublishedPools())
    let (funding, spending) = try queue.read { database in
      (
        try Row.fetchAll(database, sql: "select partner, pence from funding order by partner"),
        try Row.fetchAll(
          database, sql: "select typeof(pence) as type, sum(pence) as pence from spending")
      )
    }
    #expect(funding.map { $0["pence"] as Int64? } == [115_005, nil])
    #expect(spending.map { $0["type"] as String } == ["integer"])
    #expect(spending.map { $0["pence"] as Int64 } == [115_000])
  }

  @Test func `every table of the package is there with all its rows`() throws {
    let pools = try PublishedPools()
    let queue = try publish(pools)
    for table in try pools.package().tables {
      var rows = 0
      try table.forEachRow { cells in
        rows += 1
        #expect(cells.count == table.columns.count, "\(table.name)")
      }
      let stored = try queue.read { database in
        try Int.fetchOne(database, sql: "select count(*) from \"\(table.name)\"")
      }
      #expect(stored == rows, "\(table.name)")
    }
  }

  @Test func `texts with quotes, commas and line ends are as they were`() throws {
    var run = madeUpRun()
    let name = "Say \"when\", they\nsaid; it's ';-- O'Brien"
    run.providerNames[0].name = name
    let queue = try publish(try PublishedPools(run))
    #expect(
      try queue.read { try String.fetchOne($0, sql: "select name from provider_names") } == name)
  }

  @Test func `the same pools give the same bytes, and touch nothing where they are already`() throws
  {
    let pools = try PublishedPools()
    let target = SQLiteTarget(path: pools.folder.path + "/pools.sqlite")
    let other = SQLiteTarget(path: pools.folder.path + "/other.sqlite")
    #expect(try target.publish(try pools.package()) == .published)
    #expect(try target.publish(try pools.package()) == .unchanged)
    #expect(try other.publish(try pools.package()) == .published)
    #expect(
      try Data(contentsOf: URL(filePath: target.path))
        == Data(contentsOf: URL(filePath: other.path)))
  }

  @Test func `a dry run leaves neither a file nor anything beside it`() throws {
    let pools = try PublishedPools()
    let target = SQLiteTarget(path: pools.folder.path + "/pools.sqlite")
    #expect(try target.publish(try pools.package(), isDryRun: true) == .published)
    #expect(try FileManager.default.contentsOfDirectory(atPath: pools.folder.path) == ["pools"])
  }

  @Test func `a file that Weir did not publish is not replaced`() throws {
    let pools = try PublishedPools()
    let path = pools.folder.path + "/store.sqlite"
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "create table kept (kept text)") }
    #expect(throws: PoolsFolderError.self) {
      try SQLiteTarget(path: path).publish(try pools.package())
    }
    #expect(try queue.read { try $0.tableExists("kept") })
  }

  @Test func `pools that were touched since the run are not published`() throws {
    let pools = try PublishedPools()
    let file = URL(filePath: pools.path + "/spending.csv")
    try (Data(contentsOf: file) + Data("x\n".utf8)).write(to: file)
    #expect(throws: PublishedPackageError.notWhole(path: file.path)) { try pools.package() }
    try FileManager.default.removeItem(atPath: pools.path)
    #expect(throws: PublishedPackageError.absent(folder: pools.path)) { try pools.package() }
  }
}
