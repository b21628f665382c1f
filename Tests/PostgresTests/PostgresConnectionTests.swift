import Foundation
import PostgresClient
import Testing

@Suite(.needsServer) struct PostgresConnectionTests {
  @Test func `texts, nulls and line ends come back as they went, by copy and by statement`() throws
  {
    let connection = try TestServer.makeDatabase().connect()
    try connection.execute("create table kept (place integer, kept text)")
    let texts: [String?] = [
      nil, "", "\\N", "a\tb\nc\rd\\", "\\.", "O'Brien \"x\"; drop table kept", "Größe \u{1F3E5}",
    ]
    try connection.copy(into: "kept", columns: ["place", "kept"]) { rows in
      for (place, text) in texts.enumerated() {
        rows.append(String(place))
        rows.append(text)
        try rows.endRow()
      }
    }
    for (place, text) in texts.enumerated() {
      try connection.execute("insert into kept values ($1, $2)", [String(place), text])
    }
    let rows = try connection.execute("select kept from kept order by place")
    #expect(rows.count == 14)
    for place in texts.indices {
      #expect(rows[2 * place, 0] == texts[place] && rows[2 * place + 1, 0] == texts[place])
    }
  }

  @Test func `a NUL becomes the sign for what cannot be read`() throws {
    let connection = try TestServer.makeDatabase().connect()
    #expect(try connection.execute("select $1::text", ["a\0b"])[0, 0] == "a\u{FFFD}b")
  }

  @Test func `an error has code and message but no value of a row`() throws {
    let connection = try TestServer.makeDatabase().connect()
    try connection.execute("create table payee (name text primary key, pence bigint)")
    try connection.execute("insert into payee values ('Secret Person', 1)")
    let twice = #expect(throws: PostgresError.self) {
      try connection.execute("insert into payee values ('Secret Person', 2)")
    }
    #expect(twice?.sqlState == "23505")
    #expect(twice.map { "\($0)".contains("payee_pkey") && !"\($0)".contains("Secret") } == true)
    let unreadable = #expect(throws: PostgresError.self) {
      try connection.copy(into: "payee", columns: ["name", "pence"]) { rows in
        rows.append("x")
        rows.append("Secret Person")
        try rows.endRow()
      }
    }
    #expect(unreadable?.sqlState == "22P02")
    #expect(unreadable.map { "\($0)" }?.contains("Secret") == false)
    #expect(try connection.execute("select count(*) from payee")[0, 0] == "1")
  }

  @Test func `rows that stop half way are not there`() throws {
    struct Stop: Error {}
    let connection = try TestServer.makeDatabase().connect()
    try connection.execute("create table kept (kept integer)")
    #expect(throws: Stop.self) {
      try connection.copy(into: "kept", columns: ["kept"]) { rows in
        for number in 0..<100_000 {
          rows.append(String(number))
          try rows.endRow()
        }
        throw Stop()
      }
    }
    #expect(try connection.execute("select count(*) from kept")[0, 0] == "0")
  }

  @Test func `a statement that is cancelled ends at the server`() throws {
    let connection = try TestServer.makeDatabase().connect()
    let cancellation = try #require(connection.cancellation())
    let started = ContinuousClock.now
    Thread.detachNewThread {
      while ContinuousClock.now - started < .seconds(20) {
        cancellation.request()
        usleep(50_000)
      }
    }
    let error = #expect(throws: PostgresError.self) {
      try connection.execute("select pg_sleep(30)")
    }
    #expect(error?.isCancellation == true && ContinuousClock.now - started < .seconds(20))
  }

  @Test(arguments: [
    "postgresql://clerk:pass%20word-7@/pools?sslmode=verify-full&host=/nowhere",
    "postgresql:host=/nowhere user=clerk password='pass word-7' dbname=pools",
  ])
  func `no message holds the password`(text: String) throws {
    let address = try DatabaseAddress(text)
    #expect(address.name.contains("host=/nowhere") && address.name.contains("dbname=pools"))
    let error = #expect(throws: PostgresError.self) { try PostgresConnection(address) }
    for message in [address.name, "\(try #require(error))"] {
      #expect(!message.contains("word-7") && !message.contains("pass%20"), "\(message)")
    }
  }

  @Test(arguments: [
    "postgresql:host=x pass word-7", "postgresql://clerk:word-7@host:port:7/x?nonsense=word-7",
  ])
  func `an address that libpq does not understand is refused without being shown`(text: String) {
    let error = #expect(throws: PostgresError.self) { try DatabaseAddress(text) }
    #expect(error.map { "\($0)" }?.contains("word-7") == false)
  }
}
