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
  /// The path of the corrected export that counts instead of this one.
  let replacedBy: String?
  /// The decision by which the bytes do not count.
  let leftOut: ExportDecision?
  /// What the ledger notes the lines were made with.
  let mappingKey: MappingKey

  /// Writes the export's lines and findings, and gives what it could not use.
  ///
  /// - Throws: what the store throws, ``InputFailure`` and ``RunStopped``.
  ///
  /// A large export is read by so many `threads`.
  func run(threads: Int) throws -> Rejects {
    let writer = try ExportWriter(store: store, publisher: export.place.publisher)
    return switch lines(threads: threads) {
    case .failure(let fault): try write(throwing(fault.finding), with: writer)
    case .success(let lines):
      if replacedBy == nil {
        try write(lines, with: writer)
      } else {
        try setAside(lines, with: writer)
      }
    }
  }

  private func lines(threads: Int) -> Result<ExportLines, ExportFault> {
    let path = export.place.path
    if let leftOut {
      return .failure(
        ExportFault(finding: leftOut.finding(instead: "nothing counts instead", rows: 0)))
    }
    if let repeatOf {
      return .failure(
        ExportFault(
          finding: Finding(
            .exportRepeated, at: SourcePosition(file: path),
            message: "the same bytes as \(repeatOf): not read again",
            remedy: "remove one of the two")))
    }
    guard path.split(separator: "/").count > 3 else {
      return .failure(
        ExportFault(
          finding: Finding(
            .sourceMissing, at: SourcePosition(file: path),
            message: "the file lies in no publisher's folder, or the folder is a link",
            remedy: "put it into data/exports/<publisher>/")))
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
      workspace.path(path), shownAs: path, sources: [source], threads: threads,
      ruleColumns: { _ in rules.columns })
  }

  /// A fault of the export's own; throws where the system would not read on what it had read before,
  /// because the export's money has not gone.
  private func throwing(_ fault: Finding) throws(InputFailure) -> Finding {
    guard export.sha256 != nil, [.exportUnreadable, .exportMissing].contains(fault.code) else {
      return fault
    }
    throw InputFailure(fault)
  }

  /// An export without lines still has its row, so that the coverage shows it.
  private func write(_ fault: Finding, with writer: ExportWriter) throws -> Rejects {
    var summary = ExportSummary(
      path: export.place.path, publisher: export.place.publisher,
      organisation: source?.organisation ?? "", side: source?.layouts.first?.side ?? .spending)
    summary.sha256 = export.sha256 ?? ""
    try writer.finish(
      summary, basis: .outturn, mappings: mappingKey.text, facts: [], areaStatuses: [],
      findings: [fault])
    return Rejects(export: export.place, header: 0..<0, rows: [])
  }

  private func write(_ lines: ExportLines, with writer: ExportWriter) throws -> Rejects {
    var decider = CodeDecider(rules: rules)
    var facts = FactTally()
    var months = MonthTally()
    var findings: [Finding] = []
    var refused: [RefusedRow] = []
    var seen = Seen()
    var dates = DateOrderWatch(lines)
    while let batch = lines.next() {
      try StopRequest.check()
      dates.note(batch, of: lines)
      let texts = lines.parser.texts
      let decisions = batch.lines.map { line in
        let place = decider.place(
          ofCodes: line.codes, fields: texts.codes[Int(line.codes)], day: line.day,
          amount: line.amount)
        facts.count(line, decision: place, decider.decisions[Int(place)])
        months.count(line)
        return place
      }
      var chunk = LineChunk(
        lines: batch.lines, decisions: decisions, newTexts: seen.new(of: texts),
        newDecisions: seen.new(of: decider.decisions))
      chunk.references = batch.references
      try writer.append(chunk)
      findings += batch.findings
      refused += batch.refused
    }
    let last = lines.finish()
    // The file stopped being an export half way: none of its money is used.
    if let fault = last.first(where: { [.exportNotCSV, .exportUnreadable].contains($0.code) }) {
      try writer.discardLines()
      return try write(throwing(fault), with: writer)
    }
    var summary = lines.parser.summary
    summary.sha256 = export.sha256 ?? ""
    try writer.finish(
      summary, basis: lines.parser.layout.basis, mappings: mappingKey.text, facts: facts.facts,
      areaStatuses: lines.parser.areaStatuses.map { ($0.area, $0.status, $0.statesAmount) },
      descriptions: lines.parser.sharedDescriptions, months: months.months,
      findings: findings + last + [dates.finding(lines)].compactMap(\.self))
    return Rejects(export: export.place, header: lines.header, rows: refused)
  }

  /// All money of an export that a re-issue replaces is set aside: it is read to be proved, and what
  /// else is wrong with it matters no more.
  private func setAside(_ lines: ExportLines, with writer: ExportWriter) throws -> Rejects {
    while lines.next() != nil { try StopRequest.check() }
    if let fault = lines.finish().first(where: { $0.code == .exportUnreadable }) {
      throw InputFailure(fault)
    }
    var summary = lines.parser.summary
    summary.sha256 = export.sha256 ?? ""
    summary.waterfall.setAside += summary.waterfall.kept + summary.waterfall.refused
    (summary.waterfall.kept, summary.waterfall.refused) = (RowTally(), RowTally())
    try writer.finish(
      summary, basis: lines.parser.layout.basis, mappings: mappingKey.text, facts: [],
      areaStatuses: [], findings: [])
    return Rejects(export: export.place, header: lines.header, rows: [])
  }

  /// How much of the export's tables the store has already.
  private struct Seen {
    var codes = 0
    var suppliers = 0
    var planEntries = 0
    var decisions = 0

    mutating func new(of texts: ExportTexts) -> ExportTexts {
      var new = ExportTexts()
      new.codes = Array(texts.codes[codes...])
      new.suppliers = Array(texts.suppliers[suppliers...])
      new.planEntries = Array(texts.planEntries[planEntries...])
      (codes, suppliers) = (texts.codes.count, texts.suppliers.count)
      planEntries = texts.planEntries.count
      return new
    }

    mutating func new(of all: [CodeDecision]) -> [CodeDecision] {
      defer { decisions = all.count }
      return Array(all[decisions...])
    }
  }
}
