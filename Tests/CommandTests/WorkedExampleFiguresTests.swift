import Foundation
import ImportTestSupport
import Testing

/// Every counted figure of the worked examples, against what a run publishes.
struct WorkedExampleFiguresTests {
  private static let counted = Workspace.repository
    .appending(path: "Tests/ExpectedFigures/worked-examples.csv")

  @Test(arguments: [
    "birmingham", "oxfordshire", "integration-transformation-fund", "better-care-fund",
    "pioneers-speech",
  ])
  func `every counted figure of an example is published`(example: String) async throws {
    let published = PublishedFigures(workspace: try await WorkedExamples.workspace)
    let figures = CSVRows(try String(contentsOf: Self.counted, encoding: .utf8))
      .rows(where: ["example": example])
    #expect(figures.count > 5)
    for figure in figures {
      let name = figure["figure", default: ""]
      let value = try await published.value(of: name, in: example)
      #expect(value == figure["value"], "\(example): \(name)")
    }
  }

  @Test func `no example is left out`() throws {
    let counted = CSVRows(try String(contentsOf: Self.counted, encoding: .utf8))
    #expect(counted.rows.distinct("example").count == 5 && counted.records.count >= 137)
  }

  @Test func `a run of the examples ends with warnings and silence on standard error`()
    async throws
  {
    let run = try await WorkedExamples.finished.run
    #expect(run.status == 1)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("Verdict: usable with care\n"))
    #expect(run.lines.filter { $0 == "  balanced to the penny" }.count == 2)
  }
}
