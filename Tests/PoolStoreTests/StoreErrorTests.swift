import Foundation
import GRDB
import Testing

@testable import PoolStore

struct StoreErrorTests {
  @Test func `an error names the store and what is the matter, and no statement or value`() throws {
    #expect {
      _ = try PoolStore(path: "/nowhere/weir.sqlite")
    } throws: { "\($0)" == "/nowhere/weir.sqlite: unable to open database file" }
    let store = try PoolStore(path: ":memory:")
    #expect {
      try store.queue.writeWithoutTransaction { database in
        try database.execute(
          sql: "insert into text (text_id, text) values (1, ?), (1, ?)",
          arguments: ["ROSE COTTAGE LTD", "MRS A PAYEE"])
      }
    } throws: { "\($0)".hasPrefix(":memory:: UNIQUE constraint failed: text.") }
  }

  @Test func `after SQLite took a run back by itself nothing more of it is written`() throws {
    let store = try PoolStore(path: ":memory:")
    try store.begin()
    // As a full disk does in the middle of a run.
    try store.queue.writeWithoutTransaction { try $0.execute(sql: "rollback") }
    #expect {
      try store.queue.writeWithoutTransaction {
        try $0.execute(sql: "insert into text (text) values ('half a run')")
      }
    } throws: { "\($0)" == ":memory:: an error before this one took the run back" }
    try store.rollback()
    let texts = try store.queue.unsafeRead {
      try Int.fetchOne($0, sql: "select count(*) from text where text = 'half a run'")
    }
    #expect(texts == 0)
  }
}
