import Foundation
import ImportTestSupport
import Testing

/// The folder `data/pools/` as a data package.
struct PublishedPackageTests {
  private struct Package: Decodable {
    var resources: [Resource]
  }

  private struct Resource: Decodable {
    var name: String
    var path: String
    var bytes: Int
    var hash: String
    var schema: Schema
  }

  private struct Schema: Decodable {
    var fields: [Field]
  }

  private struct Field: Decodable {
    var name: String
    var type: String
    var description: String
  }

  private func resources() async throws -> [Resource] {
    let file = try await WorkedExamples.workspace.file("data/pools/datapackage.json")
    return try JSONDecoder().decode(Package.self, from: try Data(contentsOf: file)).resources
  }

  @Test func `every file is listed and every listed file is there`() async throws {
    let published = try await WorkedExamples.workspace.published.keys
    let listed = try await resources().map(\.path)
    #expect(Set(listed).union(["datapackage.json"]) == Set(published))
    #expect(Set(listed).count == listed.count)
  }

  @Test func `every file has the bytes and the SHA-256 that are stated`() async throws {
    let workspace = try await WorkedExamples.workspace
    for resource in try await resources() {
      let file = workspace.file("data/pools/\(resource.path)")
      #expect(try Data(contentsOf: file).count == resource.bytes, "\(resource.name)")
      #expect(resource.hash == "sha256:\(try await sum(of: file))", "\(resource.name)")
    }
  }

  @Test func `every header has the fields of its schema, and every field says what it is`()
    async throws
  {
    let workspace = try await WorkedExamples.workspace
    for resource in try await resources() {
      let table = try workspace.table(resource.name)
      #expect(table.header == resource.schema.fields.map(\.name), "\(resource.name)")
      #expect(table.records.allSatisfy { $0.count == table.header.count }, "\(resource.name)")
      #expect(resource.schema.fields.allSatisfy { !$0.description.isEmpty }, "\(resource.name)")
    }
  }

  @Test func `the run's money is the sum of its exports, side by side`() async throws {
    let waterfall = try await WorkedExamples.workspace.table("waterfall")
    for side in ["funding", "spending"] {
      for step in ["read", "kept", "totals", "pooled", "outside", "eliminated"] {
        let run = waterfall.rows(where: ["scope": "run", "side": side, "step": step])
        let exports = waterfall.rows(where: ["scope": "export", "side": side, "step": step])
        #expect(run.pence() == exports.pence(), "\(side) \(step)")
      }
    }
  }

  /// The system's own tool: the program must not be its own judge.
  private func sum(of file: URL) async throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [file.path]
    process.standardOutput = output
    try process.run()
    let bytes = try #require(try output.fileHandleForReading.readToEnd())
    return String(decoding: bytes.prefix(64), as: UTF8.self)
  }
}
