import Foundation
import ImportTestSupport
import Testing

/// No individual is named in anything but `weir records`.
struct PeopleTests {
  private static let commands = [
    ["run"], ["run", "--json"], ["run", "--dry-run"], ["report"], ["report", "--json"],
    ["report", "--findings"], ["report", "--findings", "--json"], ["codes", "list"],
    ["codes", "list", "--json"], ["codes", "lint"], ["providers", "list"],
    ["providers", "list", "--json"], ["providers", "list", "--names"],
    ["providers", "list", "--review"], ["providers", "decisions"],
    ["providers", "decisions", "--json"], ["pools", "list"], ["status"], ["status", "--json"],
    ["pools", "show", "birmingham-section-75", "--json"],
    ["trace", "birmingham-section-75/2009-10"],
  ]

  private func expectNoName(_ names: [String], in text: String, of place: String) {
    let text = text.lowercased()
    // The name itself must not stand in the test's own message either.
    let found = names.filter { text.contains($0) }.count
    #expect(found == 0, "\(place): \(found) of \(names.count) names")
  }

  @Test func `the made-up exports pay eighteen individuals`() async throws {
    let names = try await PayeesOfExports.surnames
    #expect(Set(names).count == 18)
    #expect(names.allSatisfy { $0.count > 6 })
  }

  @Test func `no published file names an individual`() async throws {
    let workspace = try await WorkedExamples.workspace
    let names = try await PayeesOfExports.surnames
    for (file, bytes) in try workspace.published {
      expectNoName(names, in: String(decoding: bytes, as: UTF8.self), of: file)
    }
  }

  @Test(arguments: commands)
  func `no command prints an individual's name`(arguments: [String]) async throws {
    let workspace = try await WorkedExamples.workspace
    let names = try await PayeesOfExports.surnames
    let printed = try await WeirProgram.run(arguments, in: workspace.url)
    expectNoName(names, in: printed.output + printed.errors, of: "\(arguments)")
  }

  @Test(arguments: [["lines"], ["check"], ["check", "--json"]])
  func `no command over an export prints an individual's name`(arguments: [String]) async throws {
    let workspace = try await WorkedExamples.workspace
    let names = try await PayeesOfExports.surnames
    for path in try workspace.exports {
      let printed = try await WeirProgram.run(arguments + [path], in: workspace.url)
      expectNoName(names, in: printed.output + printed.errors, of: "\(arguments) \(path)")
    }
  }

  @Test func `an individual whose row cannot be used is named in the rejects alone`()
    async throws
  {
    let workspace = try Workspace.withoutExports()
    let path = "heart-of-birmingham-teaching-pct/payments-2009-10.csv"
    try FileManager.default.createDirectory(
      at: workspace.file("data/exports/\(path)").deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try Data(
      """
      Organisation,Payment Date,Cost Centre,Cost Centre Name,Account,Account Name,Vendor,\
      Vendor Type,Document Number,Amount (£)
      5MX,2009-04-01,621318,LD COMMISSIONING,52161090,Home Support,Mrs Q Zephyrbottle,INDV,AP1,x12
      5MX,Mr Q Zephyrbottle,621318,LD COMMISSIONING,52161090,Home Support,A,INDV,AP2,12.00
      5MX,2009-04-02,621318,LD COMMISSIONING,52161090,Home Support,Mrs Q Zephyrbottle,INDV,AP3,5.00

      """.utf8
    ).write(to: workspace.file("data/exports/\(path)"))
    let run = try await workspace.weir("run")
    #expect(run.status == 2)
    let findings = try await workspace.weir("report", "--findings")
    let check = try await workspace.weir("check", "data/exports/\(path)")
    for printed in [run, findings, check] {
      expectNoName(["zephyrbottle"], in: printed.output + printed.errors, of: "the commands")
    }
    for (file, bytes) in try workspace.published {
      expectNoName(["zephyrbottle"], in: String(decoding: bytes, as: UTF8.self), of: file)
    }
    let rejects = workspace.file("data/rejects/\(path)")
    #expect(try String(contentsOf: rejects, encoding: .utf8).contains("Zephyrbottle"))
    let rights = try FileManager.default.attributesOfItem(atPath: rejects.path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
  }
}
