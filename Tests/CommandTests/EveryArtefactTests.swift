import Foundation
import ImportTestSupport
import Testing

/// Law 8 over everything that a run and the commands leave, with people in the shapes of ledgers.
///
/// An output is what the program prints and every file that it writes, but two: the rejects and the
/// store. Both keep rows as received, because nothing may be lost (law 2); neither is published, and
/// `weir records` alone prints such rows. The exports and the mappings are the user's own files.
struct EveryArtefactTests {
  private static let people = [
    "Mrs E Quennelbrook", "QUENNELBROOK EDNA (DP)", "Varrowdine, Harold", "PLUMBELLOW SUSAN",
    "Agnieszka Szczepanelle", "J B OKONKWELLE 00123456", "MR & MRS D THORNWHISTLE",
    "The Estate of Harold Gossamerine", "Dr K Dhaliwelle", "GURPREET KAUR MARCHBANELLE",
    "FOSTER CARER - T FERNWITHY", "Tina Fernwithy c/o Marrow Solicitors",
  ]

  private static let surnames = [
    "quennelbrook", "varrowdine", "plumbellow", "szczepanelle", "okonkwelle", "thornwhistle",
    "gossamerine", "dhaliwelle", "marchbanelle", "fernwithy",
  ]

  private static let path = "birmingham-city-council/payments-2009-11.csv"

  /// The rows of all people: each with a withheld one of the same supplier number beside it.
  private static let export: String = {
    let header = """
      Directorate,Service,Cost Centre,Subjective,Expense Description,Supplier,Supplier ID,\
      Supplier Type,Payment Date,Document No,Net Amount (£)
      """
    let rows = people.enumerated().flatMap { place, name in
      [name, "REDACTED PERSONAL DATA"].map { payee in
        """
        Adults,Learning Disability,RB110,6010,Residential Care,"\(payee)",90\(place),\
        ,15/06/2009,D\(place),\(place + 1)00.00
        """
      }
    }
    let broken = "Adults,LD,RB110,6010,Care,Mrs E Quennelbrook,900,,15/06/2009,D99,1x.00"
    return ([header] + rows + [broken]).joined(separator: "\n") + "\n"
  }()

  private static let workspace = Task {
    let workspace = try Workspace.ofWorkedExamples()
    try Data(export.utf8).write(to: workspace.file("data/exports/\(path)"))
    return (workspace, try await workspace.weir("run"))
  }

  private static let commands = [
    ["status"], ["status", "--json"], ["report"], ["report", "--json"], ["report", "--findings"],
    ["report", "--findings", "--json"], ["codes", "list"], ["codes", "lint"],
    ["providers", "list"], ["providers", "list", "--json"], ["providers", "list", "--names"],
    ["providers", "list", "--review"], ["providers", "list", "--by", "family"], ["pools", "list"],
    ["trace", "birmingham-section-75/2009-10"], ["check", "data/exports/\(path)"],
    ["check", "--json", "data/exports/\(path)"], ["lines", "data/exports/\(path)"],
    ["guess", "data/exports/\(path)"], ["run", "--dry-run"], ["run", "--json"],
  ]

  private func expectNobody(in text: String, of place: String) {
    let text = text.lowercased()
    // The name itself must not stand in the test's own message either.
    let found = EveryArtefactTests.surnames.filter(text.contains).count
    #expect(found == 0, "\(place): \(found) names")
  }

  @Test func `no file that a run writes names an individual, but the rejects and the store`()
    async throws
  {
    let (workspace, run) = try await EveryArtefactTests.workspace.value
    expectNobody(in: run.output + run.errors, of: "weir run")
    let kept = ["mappings/", "data/exports/", "data/rejects/", "data/weir.sqlite"]
    var written = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: workspace.url.path)
    where !kept.contains(where: path.hasPrefix) {
      guard let bytes = try? Data(contentsOf: workspace.file(path)) else { continue }
      expectNobody(in: String(decoding: bytes, as: UTF8.self), of: path)
      written += 1
    }
    #expect(written > 10)
  }

  @Test(arguments: commands)
  func `no command prints an individual of a ledger`(arguments: [String]) async throws {
    let (workspace, _) = try await EveryArtefactTests.workspace.value
    let printed = try await WeirProgram.run(arguments, in: workspace.url)
    expectNobody(in: printed.output + printed.errors, of: "\(arguments)")
  }

  @Test func `every person and every withheld row is in a class, none has a provider`()
    async throws
  {
    let (workspace, _) = try await EveryArtefactTests.workspace.value
    let lines = try await workspace.weir("lines", "data/exports/\(EveryArtefactTests.path)").table
    let names = lines.rows.distinct("supplier")
    #expect(lines.rows.count == 2 * EveryArtefactTests.people.count)
    #expect(names == ["Individuals (names withheld)", "Redacted payees (names withheld)"])
  }
}
