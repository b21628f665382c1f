import CodeMapping
import ExportReading
import LineParsing
import MappingTables
import PoolModel
import PoolStore

/// Takes one export through reading, line parsing and code mapping into the store.
struct ExportImport: Sendable {
  let workspace: Workspace
  let store: PoolStore
  let export: RunInputs.Export
  /// Nil: `mappings/sources/` has no file for the publisher.
  let source: PublisherSource?
  let rules: CompiledRules
  /// The path of an export with the same bytes that is read instead of this one.
  let repeatOf: String?
  /// What the ledger notes the lines were made with.
  let mappingKey: String

  /// Writes the export's lines and findings; throws only what the store throws.
  func run() throws {
    switch lines() {
    case .failure(let fault): try writeFault(fault.finding)
    case .success(let lines): try write(lines)
    }
  }

  private func lines() -> Result<ExportLines, ExportFault> {
    let path = export.place.path
    if let repeatOf {
      return .failure(
        ExportFault(
          finding: Finding(
            .exportRepeated, at: SourcePosition(file: path),
            message: "the same bytes as \(repeatOf): not read again",
            remedy: "remove one of the two")))
    }
    guard let source else {
      return .failure(
        ExportFault(
          finding: Finding(
            .sourceMissing, at: SourcePosition(file: path),
            message: "mappings/sources/ has no file for \(export.place.publisher)",
            remedy: "add mappings/sources/\(export.place.publisher).yaml with the layout")))
    }
    return ExportLines.open(
      workspace.path(path), shownAs: path, sources: [source], ruleColumns: { _ in rules.columns })
  }

  /// An export without lines still has its row, so that the coverage shows it.
  private func writeFault(_ finding: Finding) throws {
    var summary = ExportSummary(
      path: export.place.path, publisher: export.place.publisher,
      organisation: source?.organisation ?? "", side: source?.layouts.first?.side ?? .spending)
    summary.sha256 = export.sha256 ?? ""
    let writer = try ExportWriter(store: store, publisher: export.place.publisher)
    try writer.finish(
      summary, basis: .outturn, mappings: mappingKey, facts: [], areaStatuses: [],
      findings: [finding])
  }

  private func write(_ lines: ExportLines) throws {
    let writer = try ExportWriter(store: store, publisher: export.place.publisher)
    var decider = CodeDecider(rules: rules)
    var facts = FactTally()
    var findings: [Finding] = []
    var refused: [RefusedRow] = []
    var seen = Seen()
    while let batch = lines.next() {
      let texts = lines.parser.texts
      var decisions: [Int32] = []
      decisions.reserveCapacity(batch.lines.count)
      for line in batch.lines {
        let place = decider.place(
          ofCodes: line.codes, fields: texts.codes[Int(line.codes)], day: line.day,
          amount: line.amount)
        decisions.append(place)
        facts.count(line, decision: place, decider.decisions[Int(place)])
      }
      try writer.append(
        LineChunk(
          lines: batch.lines, decisions: decisions, newTexts: seen.new(of: texts),
          newDecisions: seen.new(of: decider.decisions)))
      findings += batch.findings
      refused += batch.refused
    }
    findings += lines.finish() + decider.ties
    var summary = lines.parser.summary
    summary.sha256 = export.sha256 ?? ""
    if let problem = RejectsFile(workspace: workspace, export: export.place).write(
      refused, of: lines.file, header: lines.header)
    {
      throw RejectsError(description: problem)
    }
    try writer.finish(
      summary, basis: lines.parser.layout.basis, mappings: mappingKey, facts: facts.facts,
      areaStatuses: lines.parser.areaStatuses.map { ($0.area, $0.status, $0.statesAmount) },
      findings: findings)
  }

  /// How much of the export's tables the store has already.
  private struct Seen {
    var codes = 0
    var suppliers = 0
    var areas = 0
    var decisions = 0

    mutating func new(of texts: ExportTexts) -> ExportTexts {
      var new = ExportTexts()
      new.codes = Array(texts.codes[codes...])
      new.suppliers = Array(texts.suppliers[suppliers...])
      new.areas = Array(texts.areas[areas...])
      (codes, suppliers, areas) = (texts.codes.count, texts.suppliers.count, texts.areas.count)
      return new
    }

    mutating func new(of all: [CodeDecision]) -> [CodeDecision] {
      defer { decisions = all.count }
      return Array(all[decisions...])
    }
  }
}

/// The rejects of an export could not be written; the run fails, because a row would be lost.
struct RejectsError: Error, CustomStringConvertible {
  let description: String
}
