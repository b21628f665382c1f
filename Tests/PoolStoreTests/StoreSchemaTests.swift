import Foundation
import GRDB
import PoolModel
import Testing

@testable import PoolStore

/// A store of an older program is brought up with all that it holds.
struct StoreSchemaTests {
  @Test func `a store of the first schema keeps its registry and gets a history`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "weir-schema-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let queue = try DatabaseQueue(path: path)
      try StoreSchema.migrator.migrate(queue, upTo: "1")
      try queue.write { database in
        try database.execute(sql: "insert into registry values ('north', 'Elm Ltd', '', 'P-1')")
        try database.execute(sql: "insert into provider values ('P-1', 'Elm Ltd', 'company')")
      }
      try queue.close()
    }
    let store = try PoolStore(path: path)
    #expect(
      try store.registry().map { "\($0.name) \($0.provider) \($0.isFormer)" } == [
        "Elm Ltd P-1 false"
      ])
    #expect(try store.providers() == [Provider(id: "P-1", name: "Elm Ltd", kind: .company)])
    #expect(try store.providerIDChanges().isEmpty)
    #expect(try store.nextRunNumber() == 1)
  }

  @Test func `the file of a new store is its owner's only`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "weir-rights-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let store = try PoolStore(path: path)
    try store.begin()
    try store.add([])
    try store.commit()
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
  }

  @Test func `families and refused merges come back, those with the most money first`() throws {
    let store = try PoolStore(path: ":memory:")
    var elm = Provider(id: "P-1", name: "Elm Ltd", kind: .company)
    elm.family = ProviderFamily(id: "F-1", name: "Elm")
    try store.setProviders(
      [elm, Provider(id: "P-2", name: "Ash", kind: .charity)], ofSuppliers: [])
    #expect(try store.providers().map(\.family) == [elm.family, nil])
    let merges = [(5, "P-1", "P-2"), (9, "P-2", "P-3")].map {
      RefusedMerge(
        provider: $1, name: "Elm", other: $2, otherName: "Ash", reason: .weakBridge, score: 900,
        atStake: Money(pence: $0))
    }
    try store.setRefusedMerges(merges)
    try store.setRefusedMerges(merges)
    #expect(try store.refusedMerges() == merges.reversed())
  }

  @Test func `the history of ids comes back in order of runs`() throws {
    let store = try PoolStore(path: ":memory:")
    let changes = [(3, "P-1", ProviderIDChange.Kind.splitFrom), (2, "P-9", .mergedInto)].map {
      ProviderIDChange(provider: $1, kind: $2, other: "P-2", runNumber: $0, run: "r\($0)")
    }
    try store.add(changes)
    #expect(try store.providerIDChanges() == changes.reversed())
  }
}
