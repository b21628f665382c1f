import Foundation
import ImportTestSupport
import Testing

@testable import Publishing

extension TemporaryFolder {
  fileprivate var pools: String { path + "/pools" }

  fileprivate func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }

  fileprivate func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  fileprivate func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}

private func files(_ text: String) -> [PublishedFile] {
  [
    PublishedFile(name: "pools.csv", bytes: Array(text.utf8)),
    PublishedFile(name: "datapackage.json", bytes: Array("{}".utf8)),
  ]
}

struct PoolsFolderTests {
  @Test(arguments: [PoolsFolder.Swap.exchange, .twoRenames])
  func `a second set takes the first one's place and leaves nothing beside it`(
    swap: PoolsFolder.Swap
  ) throws {
    let temporary = try TemporaryFolder()
    let folder = PoolsFolder(path: temporary.pools + "/", swap: swap)
    #expect(try folder.publish(files("one")) == .published)
    #expect(try folder.publish(files("two")) == .published)
    #expect(try temporary.text("pools/pools.csv") == "two")
    #expect(try temporary.names("pools") == ["datapackage.json", "pools.csv"])
    #expect(try temporary.names() == ["pools"])
  }

  @Test func `the same bytes again touch nothing`() throws {
    let temporary = try TemporaryFolder()
    let folder = PoolsFolder(path: temporary.pools)
    _ = try folder.publish(files("one"))
    func inodes() throws -> [Int?] {
      try ["pools", "pools/pools.csv"].map {
        try FileManager.default.attributesOfItem(atPath: temporary.path + "/" + $0)[
          .systemFileNumber] as? Int
      }
    }
    let before = try inodes()
    #expect(try folder.publish(files("one")) == .unchanged)
    #expect(try inodes() == before)
  }

  @Test(arguments: ["on", "one!", "onE", ""])
  func `a file that differs is replaced`(there: String) throws {
    let temporary = try TemporaryFolder()
    let folder = PoolsFolder(path: temporary.pools)
    _ = try folder.publish(files(there))
    #expect(try folder.publish(files("one")) == .published)
    #expect(try temporary.text("pools/pools.csv") == "one")
  }

  @Test func `what a killed run left behind is cleared away`() throws {
    let temporary = try TemporaryFolder()
    let folder = PoolsFolder(path: temporary.pools)
    _ = try folder.publish(files("one"))
    try FileManager.default.createDirectory(
      atPath: temporary.path + "/.pools.new", withIntermediateDirectories: false)
    try temporary.write("half", to: ".pools.new/pools.csv")
    #expect(try folder.publish(files("one")) == .unchanged)
    #expect(try temporary.names() == ["pools"])
  }

  @Test func `a run killed between two renames gets its old pools back`() throws {
    let temporary = try TemporaryFolder()
    let folder = PoolsFolder(path: temporary.pools)
    _ = try folder.publish(files("one"))
    try FileManager.default.moveItem(
      atPath: temporary.pools, toPath: temporary.path + "/.pools.old")
    #expect(try folder.publish(files("one")) == .unchanged)
    #expect(try temporary.names() == ["pools"])
  }

  @Test func `somebody else's folder is not replaced`() throws {
    let temporary = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: temporary.pools, withIntermediateDirectories: false)
    try temporary.write("mine", to: "pools/letter.txt")
    #expect {
      _ = try PoolsFolder(path: temporary.pools).publish(files("one"))
    } throws: { error in
      "\(error)" == "cannot replace \(temporary.pools): it holds files but no datapackage.json"
    }
    #expect(try temporary.text("pools/letter.txt") == "mine")
  }

  @Test func `a link in its place is refused, a link beside it not followed`() throws {
    let temporary = try TemporaryFolder()
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: temporary.path + "/other", withIntermediateDirectories: false)
    try temporary.write("mine", to: "other/letter.txt")
    try manager.createSymbolicLink(
      atPath: temporary.path + "/.pools.new", withDestinationPath: temporary.path + "/other")
    #expect(try PoolsFolder(path: temporary.pools).publish(files("one")) == .published)
    #expect(try temporary.text("other/letter.txt") == "mine")
    try manager.createSymbolicLink(
      atPath: temporary.path + "/link", withDestinationPath: temporary.pools)
    #expect(throws: PoolsFolderError.self) {
      try PoolsFolder(path: temporary.path + "/link").publish(files("two"))
    }
  }

  @Test func `an error names the path and the system's words`() throws {
    let temporary = try TemporaryFolder()
    #expect {
      _ = try PoolsFolder(path: temporary.path + "/none/pools").publish(files("one"))
    } throws: { error in
      "\(error)" == "cannot make \(temporary.path)/none/.pools.new: No such file or directory"
        && (error as? PoolsFolderError)?.errorNumber == 2
    }
  }
}
