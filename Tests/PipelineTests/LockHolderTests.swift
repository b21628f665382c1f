import Foundation
import Testing

@testable import Pipeline

struct LockHolderTests {
  /// What a lock's file says of this process, with one line of it changed.
  private static func text(line: Int? = nil, _ changed: String = "") -> String {
    var lines = LockHolder.this.text.split(separator: "\n").map(String.init)
    if let line { lines[line] = changed }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func `a process that is there holds what it says`() throws {
    let holder = try #require(LockHolder(text: Self.text()))
    #expect(holder == .this && holder.isAlive && holder.process == getpid())
  }

  @Test func `a process that has ended holds nothing`() throws {
    let ended = Process()
    ended.executableURL = URL(filePath: "/bin/true")
    try ended.run()
    ended.waitUntilExit()
    let text = Self.text(line: 0, "\(ended.processIdentifier)")
    #expect(try #require(LockHolder(text: text)).isAlive == false)
  }

  @Test func `a number that was given out again is not the process that had it`() throws {
    #expect(try #require(LockHolder(text: Self.text(line: 2, "1"))).isAlive == false)
  }

  @Test func `what held it before the machine was started again holds nothing`() throws {
    let machine = try #require(Self.text().split(separator: "\n").last)
    let name = try #require(machine.split(separator: " ").first)
    #expect(try #require(LockHolder(text: Self.text(line: 3, "\(name) another"))).isAlive == false)
  }

  @Test func `of another machine nobody can tell, so it may hold it`() throws {
    #expect(try #require(LockHolder(text: Self.text(line: 3, "elsewhere another"))).isAlive)
  }

  @Test(arguments: ["", "4711\n", "no number\nx\n1\nhere a\n", "-1\nx\n1\nhere a\n"])
  func `a file that names nobody is held by nobody`(text: String) {
    #expect(LockHolder(text: text) == nil)
  }
}
