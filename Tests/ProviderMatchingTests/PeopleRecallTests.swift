import Foundation
import PoolModel
import Testing

@testable import ProviderMatching

struct PeopleRecallTests {
  @Test
  func `nineteen in twenty of the made-up people are recognised by name alone`() {
    let names = MadeUpPeople.names
    #expect(names.count >= 300)
    let missed = names.filter { ShippedWords.reader.read($0).kind != .individual }
    #expect(missed.count * 20 <= names.count, "missed: \(missed.joined(separator: "; "))")
  }

  @Test
  func `a made-up person has no provider of their own`() {
    let people = MadeUpPeople.names.filter { ShippedWords.reader.read($0).kind == .individual }
    let result = ShippedWords.matcher().match(people.map { PayeeMention($0) }, registry: [])
    #expect(Set(result.providerIDs) == ["P-INDIVIDUAL"])
    #expect(result.reviews.isEmpty)
    #expect(result.providers.allSatisfy { !people.contains($0.name) })
  }

  @Test(
    .enabled(if: OpenSet.areThere, "the labelled sets lie beside the repository, not in it"),
    arguments: ["nhs_audit", "nhs_bodies", "council_ids", "ofsted_homes"])
  func `at most one in two hundred names of bodies is taken for a person`(set: String) {
    let names = OpenSet.names(of: set)
    #expect(names.count > 1_000)
    let taken = names.filter { ShippedWords.reader.read($0).kind == .individual }
    #expect(taken.count * 200 <= names.count)
  }
}

/// The labelled sets of ../shared/matching.
enum OpenSet {
  static let areThere = FileManager.default.fileExists(
    atPath: folder.appending(path: "nhs_audit.csv").path)

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/matching")

  /// The names of a set in its order: the last cell of a row, which may be quoted.
  static func names(of set: String) -> [String] {
    let text = try? String(contentsOf: folder.appending(path: set + ".csv"), encoding: .utf8)
    return (text ?? "").split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      return cells.count == 3 ? cells[2].filter { $0 != "\"" } : nil
    }
  }
}
