import ArgumentParser
import ExportReading
import LineParsing
import MappingTables
import PoolModel

/// `weir-bench stage`: one stage over files and nothing else, run as a measured child process.
struct StageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage", abstract: "Runs one stage, to be measured.", shouldDisplay: false)

  /// What is run.
  enum Stage: String, ExpressibleByArgument {
    case tokenise
    case records
    case lines
  }

  @Argument var stage: Stage
  @Argument var files: [String]
  @Option(help: "The workspace with the ledger's mappings.") var workspace: String
  @Option(help: "How many files are read at the same time.") var jobs = 1

  func run() async throws {
    // Only lines need mappings; reading them would burden the yardstick.
    let sources = stage == .lines ? try sources() : []
    let stage = stage
    let queues = (0..<jobs).map { job in
      files.indices.filter { $0 % jobs == job }.map { files[$0] }
    }
    let rows = try await withThrowingTaskGroup(of: Int.self) { group in
      for queue in queues {
        group.addTask {
          try queue.reduce(0) { try $0 + StageCommand.rows(of: $1, stage, sources) }
        }
      }
      return try await group.reduce(0, +)
    }
    print("\(rows) rows")
  }

  private func sources() throws(BenchError) -> [PublisherSource] {
    let (mappings, findings) = MappingReader.read(workspace: workspace)
    if let fault = findings.first { throw BenchError(fault.description) }
    return mappings.sources.values.sorted { $0.publisher < $1.publisher }
  }

  /// Runs the stage over one file; what it gives is counted and dropped.
  private static func rows(
    of path: String, _ stage: Stage, _ sources: [PublisherSource]
  ) throws(BenchError) -> Int {
    switch stage {
    case .tokenise:
      try BareTokenising.run(over: path)
      return 0
    case .records: return try records(of: path)
    case .lines: return try lines(of: path, sources)
    }
  }

  private static func records(of path: String) throws(BenchError) -> Int {
    switch ExportFile.open(path) {
    case .failure(let fault): throw BenchError(fault.finding.message)
    case .success(let file):
      let (reader, batch) = (RecordReader(file), RecordBatch())
      var rows = 0
      while reader.read(into: batch) { rows += batch.records.count }
      return rows
    }
  }

  private static func lines(
    of path: String, _ sources: [PublisherSource]
  ) throws(BenchError) -> Int {
    let opened = ExportLines.open(path, shownAs: path, sources: sources) { _ in [.expenseType] }
    switch opened {
    case .failure(let fault): throw BenchError(fault.finding.message)
    case .success(let export):
      var rows = 0
      while let batch = export.next() {
        // Refusing is cheaper than parsing and would make the figure look better.
        guard batch.refused.isEmpty else { throw BenchError("rows of \(path) are refused") }
        rows += batch.lines.count
      }
      _ = export.finish()
      return rows
    }
  }
}
