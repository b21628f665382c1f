import ImportTestSupport
import MappingTables
import PoolModel
import PoolStore
import Testing

@testable import Pipeline

struct RemapTests {
  private static let rulesFile = "mappings/codes/northshire.csv"
  private static let exportFile = "data/exports/northshire/payments.csv"

  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `lines that are decided anew publish what a fresh import publishes`(
    seed: UInt64
  ) async throws {
    var numbers = SeededNumbers(seed: seed)
    let export = CountyWorkspace.export(&numbers)
    let county = try CountyWorkspace()
    try county.write(Self.exportFile, export)
    try county.writeRules(&numbers)
    _ = try #require(try await county.run())
    try county.writeRules(&numbers)
    let again = try #require(try await county.run())

    let fresh = try CountyWorkspace()
    try fresh.write(Self.exportFile, export)
    try fresh.write(Self.rulesFile, county.read(Self.rulesFile))
    let once = try #require(try await fresh.run())
    #expect(
      again.findings.map(\.description) == once.findings.map(\.description), "seed \(seed)")
    #expect(try county.published() == fresh.published(), "seed \(seed)")
  }

  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `a difference foretells what the run then does, to the penny`(seed: UInt64) async throws {
    var numbers = SeededNumbers(seed: seed)
    let county = try CountyWorkspace()
    try county.write(Self.exportFile, CountyWorkspace.export(&numbers))
    try county.writeRules(&numbers)
    _ = try await county.run()
    let old = try #require(try StoredRun.last(in: county.workspace))
    let before = try old.meanings()
    try county.writeRules(&numbers)
    let edited = MappingCheck.read(county.workspace).mappings
    let diff = try MappingDiff(of: old, in: county.workspace, from: old.mappings, to: edited)
    #expect(
      diff.moves.reduce(0) { $0 + $1.before.magnitude.pence }
        == diff.moves.reduce(0) { $0 + $1.after.magnitude.pence }, "seed \(seed)")

    var foretold = before
    for move in diff.moves {
      foretold[move.key.from.texts, default: 0] -= move.before.pence
      foretold[move.key.to.texts, default: 0] += move.after.pence
    }
    _ = try await county.run()
    let after = try #require(try StoredRun.last(in: county.workspace)).meanings()
    #expect(foretold.byMeaning == after.byMeaning, "seed \(seed)")
  }

  @Test func `mapping files differ from themselves in nothing`() async throws {
    var numbers = SeededNumbers(seed: 3)
    let county = try CountyWorkspace()
    try county.write(Self.exportFile, CountyWorkspace.export(&numbers))
    try county.write(Self.rulesFile, "rule,subjective-code,client-group\nr,R*,CG-LD\n")
    _ = try await county.run()
    let run = try #require(try StoredRun.last(in: county.workspace))
    let diff = try MappingDiff(
      of: run, in: county.workspace, from: run.mappings, to: run.mappings)
    #expect(diff.moves.isEmpty && diff.compared.rows == 60)
  }
}

extension StoredRun {
  /// The pence under each meaning, by the texts of a move's end.
  fileprivate func meanings() throws -> [[String]: Int64] {
    var found: [[String]: Int64] = [:]
    for fact in try store.facts() {
      let meaning = MappingMove.Meaning(fact.decision.parts[fact.part], of: fact.decision)
      found[meaning.texts, default: 0] += fact.tally.amount.pence
    }
    return found
  }
}

extension [[String]: Int64] {
  /// Without the rule, and without what holds nothing: rules of other names may say the same.
  fileprivate var byMeaning: [[String]: Int64] {
    var found: [[String]: Int64] = [:]
    for (texts, pence) in self { found[texts.dropLast(), default: 0] += pence }
    return found.filter { $0.value != 0 }
  }
}
