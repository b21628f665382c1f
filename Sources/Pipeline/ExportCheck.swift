import CodeMapping
package import ExportReading
package import LayoutGuessing
import LineParsing
package import MappingTables
package import PoolModel
package import TableFinding

/// What a run would say of one export, without store or trace.
package struct ExportCheck: Sendable {
  /// Which layouts an export may be read by.
  package enum Sources: Sendable {
    /// Those of the mappings, and a guess where none of them fits.
    case stated
    /// A guess alone.
    case guessed
  }

  /// Is told what became of each physical line, some at a time in the file's order.
  package typealias Listing = ([ClassifiedLine]) -> Void

  /// The counts; of a file that cannot be read at all, only the path.
  package var summary: ExportSummary
  /// The layout that it was read by; nil where it was not read.
  package var layout: SourceLayout?
  /// What was guessed where no source file fits.
  package var guess: LayoutGuess?
  /// How its text is written; nil where it cannot be opened.
  package var encoding: EncodingReading?
  /// In which order its dates are written, as its cells show; nil where it has none.
  package var dateOrder: DateOrderDecision?
  /// How many different payees it names.
  package var suppliers = 0
  /// In reading order.
  package var findings: [Finding] = []
  private let occasion: LayoutGuess.Occasion
  private var codeRules: [String: [CodeRule]] = [:]

  /// Reads an export to its end.
  ///
  /// The publisher is the folder that the file lies in, where the mappings have a source of that
  /// name; otherwise the layouts of all sources are tried, in order of publisher. Where none fits,
  /// the layout is guessed from the export itself. `listing` is given every line.
  package init(
    file path: String, mappings: MappingSet, reading: HeaderReading, sources: Sources = .stated,
    listing: Listing? = nil
  ) {
    let stated = sources == .stated ? ExportCheck.sources(for: path, mappings) : []
    occasion = sources == .stated ? .noSourceFits : .sourcesLeftOut
    summary = ExportSummary(
      path: path, publisher: stated.count == 1 ? stated[0].publisher : "", organisation: "",
      side: .spending)
    switch ExportFile.open(path, shownAs: path) {
    case .failure(let fault): findings = [fault.finding]
    case .success(let file):
      encoding = file.encodingReading
      read(file, stated, mappings, reading, listing)
    }
  }

  /// The sources whose layouts an export may have.
  package static func sources(for path: String, _ mappings: MappingSet) -> [PublisherSource] {
    if let source = mappings.sources[path.folderOfPath] { return [source] }
    return mappings.sources.keys.sorted().compactMap { mappings.sources[$0] }
  }

  private mutating func read(
    _ file: ExportFile, _ stated: [PublisherSource], _ mappings: MappingSet,
    _ reading: HeaderReading, _ listing: Listing?
  ) {
    if !stated.isEmpty {
      let rules = ExportCheck.rules(of: stated, mappings)
      codeRules = mappings.codeRules
      let opened = ExportLines.open(file, shownAs: summary.path, sources: stated) {
        rules[$0.publisher]?.columns ?? []
      }
      switch opened {
      case .success(let lines): return read(lines, rules, listing)
      case .failure(let fault):
        // Only of a publisher with a source file was the header to be expected.
        if mappings.sources[summary.path.folderOfPath] != nil {
          findings = [fault.finding]
        }
      }
    }
    readGuessed(file, reading, listing)
  }

  private static func rules(
    of sources: [PublisherSource], _ mappings: MappingSet
  ) -> [String: CompiledRules] {
    Dictionary(
      uniqueKeysWithValues: sources.map { source in
        (
          source.publisher,
          CompiledRules(
            layers: mappings.codeRuleLayers(of: source.publisher), flows: mappings.flows)
        )
      })
  }

  private mutating func readGuessed(
    _ file: ExportFile, _ reading: HeaderReading, _ listing: Listing?
  ) {
    switch LayoutGuess.guess(file, shownAs: summary.path, reading) {
    case .failure(let fault):
      findings.append(fault.finding)
      list(file, listing)
    case .success(let guess):
      self.guess = guess
      dateOrder = guess.dateOrder
      findings += guess.findings + [guess.notice(file: summary.path, occasion)]
      layout = guess.layout
      summary.headerLine = guess.layout.headerRows == 0 ? 0 : guess.headerLine
      guard let source = guess.source else {
        list(file, listing)
        break
      }
      switch ExportLines.open(
        file, shownAs: summary.path, sources: [source], ruleColumns: { _ in [] })
      {
      case .failure(let fault):
        findings.append(fault.finding)
        list(file, listing)
      case .success(let lines): read(lines, [:], listing)
      }
    }
    findings.sort(by: Finding.inReadingOrder)
  }

  /// Lists the lines of an export that no layout reads.
  private func list(_ file: ExportFile, _ listing: Listing?) {
    guard let listing else { return }
    var lines = UnreadLines(file, shownAs: summary.path)
    while let classified = lines.next() { listing(classified) }
  }

  private mutating func read(
    _ lines: ExportLines, _ rules: [String: CompiledRules], _ listing: Listing?
  ) {
    let publisher = lines.parser.summary.publisher
    var decider = rules[publisher].map { CodeDecider(rules: $0) }
    var unmapped = RowTally()
    var remarks = DecisionRemarks()
    var dates = guess == nil ? DateOrderWatch(lines) : nil
    while let batch = lines.next() {
      findings += batch.findings
      dates?.note(batch, of: lines)
      listing?(lines.classifiedLines(batch))
      let texts = lines.parser.texts
      for line in batch.lines {
        guard
          let place = decider?.place(
            ofCodes: line.codes, fields: texts.codes[Int(line.codes)], day: line.day,
            amount: line.amount)
        else { continue }
        guard let decision = decider?.decisions[Int(place)] else { continue }
        let position = SourcePosition(file: summary.path, line: Int(line.line), byte: line.byte)
        remarks.note(decision, of: publisher, RowTally(rows: 1, amount: line.amount), at: position)
        if decision.coverage == .unmapped, decision.tiedRules.isEmpty {
          unmapped.count(line.amount)
        }
      }
    }
    findings += lines.finish() + remarks.findings(rules: codeRules)
    summary = lines.parser.summary
    layout = lines.parser.layout
    if let dates {
      dateOrder = dates.decision(lines)
      findings += [dates.finding(lines)].compactMap(\.self)
    }
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
