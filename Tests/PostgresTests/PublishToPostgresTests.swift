import Foundation
import ImportTestSupport
import PoolModel
import PostgresClient
import Testing

@testable import Publishing

/// The program as users call it, against the server.
@Suite(.needsServer) struct PublishToPostgresTests {
  /// A workspace that holds published pools and nothing else.
  private static func workspace(_ run: RunSummary = madeUpRun()) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "data"), withIntermediateDirectories: true)
    _ = try PoolsFolder(path: folder.path + "/data/pools").publish(
      DataPackage(organisations: madeUpOrganisations).files(for: run))
    return folder
  }

  private static func publish(
    _ workspace: TemporaryFolder, _ address: String, environment: [String: String] = [:]
  ) async throws -> WeirProgram.Ending {
    try await WeirProgram.run(
      ["publish", "--to", address], in: workspace.url, environment: environment)
  }

  private static func sums(_ connection: PostgresConnection, _ package: PublishedPackage) throws
    -> [String: String?]
  {
    var sums: [String: String?] = [:]
    for table in package.tables.map(\.name) + ["datapackage"] {
      let row = try connection.execute(
        "select md5(string_agg(t::text, chr(10) order by t::text)) from weir.\"\(table)\" t")
      sums[table] = row[0, 0]
    }
    return sums
  }

  @Test func `killed at any table, the old set is there whole and the next call publishes`()
    async throws
  {
    let database = try TestServer.makeDatabase()
    let old = try PublishedPools()
    try old.publish(to: database)
    let workspace = try Self.workspace(laterRun())
    let connection = try database.connect()
    let before = try Self.sums(connection, old.package)
    for table in old.package.tables.map(\.name) + ["datapackage"] {
      let holder = try database.connect()
      try holder.execute("begin")
      try holder.execute("lock table weir.\"\(table)\" in share mode")
      let process = try WeirProgram.start(
        ["publish", "--to", database.address()], in: workspace.url
      ).program
      try waitForLock(connection, database)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try holder.execute("rollback")
      #expect(try Self.sums(connection, old.package) == before, "\(table)")
    }
    try await eventually {
      try await Self.publish(workspace, database.address()).status == 0
    }
    #expect(try Self.sums(connection, old.package) != before)
    #expect(
      try connection.execute("select run from weir.datapackage")[0, 0] == "fedcba9876543210")
  }

  @Test func `stopped by SIGTERM the statement ends at the server, with exit code 3`() async throws
  {
    let database = try TestServer.makeDatabase()
    try PublishedPools().publish(to: database)
    let workspace = try Self.workspace(laterRun())
    let connection = try database.connect()
    let holder = try database.connect()
    try holder.execute("begin")
    try holder.execute("lock table weir.findings in share mode")
    let process = try WeirProgram.start(
      ["publish", "--to", database.address()], in: workspace.url
    ).program
    try waitForLock(connection, database)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 3)
    try holder.execute("rollback")
    #expect(try connection.execute("select run from weir.datapackage")[0, 0] == "0123456789abcdef")
  }

  @Test func `a second publisher ends with 4 and says why`() async throws {
    let database = try TestServer.makeDatabase()
    let other = try database.connect()
    try other.execute("begin")
    try other.execute("select pg_advisory_xact_lock(hashtextextended('weir publish weir', 0))")
    let ending = try await Self.publish(try Self.workspace(), database.address())
    #expect(ending.status == 4 && ending.errors.contains("another publisher"))
  }

  private struct TLSLogin {
    let database: TestDatabase
    let role: String

    init() throws {
      database = try TestServer.makeDatabase()
      role = "clerk_\(database.name)"
      try database.execute(
        """
        create role \(role) login password 'right word-7';
        grant create on database \(database.name) to \(role)
        """)
    }

    func address(host: String = "127.0.0.1", password: String, _ settings: String) -> String {
      "postgresql://\(role):\(password)@\(host):\(TestServer.port)/\(database.name)?\(settings)"
    }
  }

  @Test(arguments: ["sslmode=require", "sslmode=verify-full&sslrootcert=CERTIFICATE"])
  func `over TLS with the right password the pools are published`(settings: String) async throws {
    let login = try TLSLogin()
    let settings = settings.replacing("CERTIFICATE", with: TestServer.certificate)
    let ending = try await Self.publish(
      try Self.workspace(), login.address(password: "right%20word-7", settings))
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(!ending.errors.contains("word-7") && ending.errors.contains("sslmode="))
    let rows = try login.database.connect().execute("select count(*) from weir.spending")
    #expect(rows[0, 0] == "3")
  }

  @Test func `the password may come from the environment and the password file`() async throws {
    let login = try TLSLogin()
    let workspace = try Self.workspace()
    let address =
      "postgresql:host=127.0.0.1 port=\(TestServer.port) user=\(login.role) "
      + "dbname=\(login.database.name) sslmode=require"
    let first = try await Self.publish(
      workspace, address, environment: ["PGPASSWORD": "right word-7"])
    #expect(first.status == 0, "\(first.errors)")
    let file = try workspace.write(
      Array("*:*:*:\(login.role):right word-7\n".utf8), to: "passwords")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    let second = try await Self.publish(workspace, address, environment: ["PGPASSFILE": file])
    #expect(second.status == 0 && second.errors.contains("already"), "\(second.errors)")
  }

  @Test(arguments: [
    ("127.0.0.1", "wrong%20word-7", "sslmode=require", "password authentication failed"),
    ("no-such-host.invalid", "right%20word-7", "sslmode=require", "no-such-host.invalid"),
    ("127.0.0.1", "right%20word-7", "sslmode=disable", "no encryption"),
    ("127.0.0.1", "right%20word-7", "sslmode=verify-full&sslrootcert=/dev/null", "root"),
    ("127.0.0.1", "right%20word-7", "sslmode=nonsense", "sslmode"),
  ])
  func `a connection that fails ends with 3 and without the password`(
    host: String, password: String, settings: String, words: String
  ) async throws {
    let login = try TLSLogin()
    let ending = try await Self.publish(
      try Self.workspace(), login.address(host: host, password: password, settings))
    #expect(ending.status == 3 && ending.output == "")
    #expect(ending.errors.contains(words), "\(ending.errors)")
    #expect(!ending.errors.contains("word-7"), "\(ending.errors)")
  }

  /// Waits until a session of the database waits for a lock.
  private func waitForLock(_ connection: PostgresConnection, _ database: TestDatabase) throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
      let waiting = try connection.execute(
        "select 1 from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'",
        [database.name])
      if waiting.count > 0 { return }
      usleep(5_000)
    }
    Issue.record("the publisher never came to the lock")
  }

  /// The server may take a moment to notice that a publisher was killed.
  private func eventually(_ isDone: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
      if try await isDone() { return }
    }
    Issue.record("it never came to pass")
  }
}
