import CodeMapping
import ExportReading
import LineParsing
package import MappingTables
package import PoolModel

/// What a run would say of one export, without store or trace.
package struct ExportCheck: Sendable {
  /// The counts; of a file that cannot be read at all, only the path.
  package var summary: ExportSummary
  /// The layout that its headers have; nil where none fits.
  package var layout: SourceLayout?
  /// How many different payees it names.
  package var suppliers = 0
  /// In reading order.
  package var findings: [Finding] = []

  /// Reads an export to its end.
  ///
  /// The publisher is the folder that the file lies in, where the mappings have a source of that
  /// name; otherwise the layouts of all sources are tried, in order of publisher.
  package init(file path: String, mappings: MappingSet) {
    let sources = ExportCheck.sources(for: path, mappings)
    summary = ExportSummary(
      path: path, publisher: sources.count == 1 ? sources[0].publisher : "", organisation: "",
      side: .spending)
    let rules = Dictionary(
      uniqueKeysWithValues: sources.map { source in
        (
          source.publisher,
          CompiledRules(
            publisher: mappings.codeRules[source.publisher] ?? [],
            shared: mappings.codeRules[MappingSet.sharedRules] ?? [], flows: mappings.flows)
        )
      })
    let opened = ExportLines.open(path, shownAs: path, sources: sources) {
      rules[$0.publisher]?.columns ?? []
    }
    switch opened {
    case .failure(let fault): findings = [fault.finding]
    case .success(let lines): read(lines, rules)
    }
  }

  /// The sources whose layouts an export may have.
  package static func sources(for path: String, _ mappings: MappingSet) -> [PublisherSource] {
    let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    if let source = mappings.sources[folder] { return [source] }
    return mappings.sources.keys.sorted().compactMap { mappings.sources[$0] }
  }

  private mutating func read(_ lines: ExportLines, _ rules: [String: CompiledRules]) {
    let publisher = lines.parser.summary.publisher
    var decider = rules[publisher].map { CodeDecider(rules: $0) }
    var unmapped = RowTally()
    while let batch = lines.next() {
      findings += batch.findings
      let texts = lines.parser.texts
      for line in batch.lines {
        guard
          let place = decider?.place(
            ofCodes: line.codes, fields: texts.codes[Int(line.codes)], day: line.day,
            amount: line.amount)
        else { continue }
        if decider?.decisions[Int(place)].coverage == .unmapped { unmapped.count(line.amount) }
      }
    }
    findings += lines.finish() + (decider?.ties ?? [])
    summary = lines.parser.summary
    layout = lines.parser.layout
    suppliers = Set(lines.parser.texts.suppliers.map(\.name).filter { !$0.isEmpty }).count
    if unmapped.rows > 0 {
      findings.append(
        Finding(
          .codeUnmapped, at: SourcePosition(file: summary.path), atStake: unmapped.amount,
          rows: unmapped.rows, message: "\(unmapped.rows) lines have codes that are in no rule",
          remedy: "add rules to mappings/codes/\(publisher).csv"))
    }
    findings.sort(by: Finding.inReadingOrder)
  }
}
