import PoolModel
import Testing

@testable import PoolStore

/// What goes into the store comes out of it, and only with its transaction.
struct PoolStoreTests {
  private let store: PoolStore

  init() throws { store = try PoolStore(path: ":memory:") }

  private static let decision = CodeDecision(
    rule: "a.csv:day-care", coverage: .mapped,
    parts: [
      CodeDecision.Part(
        share: 10_000,
        category: Category(clientGroup: "CG-LD", careSetting: "ST-RES", ageBand: "AG-18"),
        flow: "FL-EXP", scheme: "pool/scheme")
    ])

  /// Writes an export of one payee's lines, which share codes and decision.
  private func write(_ path: String, pence: [Int64], bytes: [Int64]? = nil) throws {
    var texts = ExportTexts()
    texts.codes = [CodeFields(costCentre: "K01")]
    texts.suppliers = [SupplierMention(name: "Larkenby House Ltd")]
    let lines = pence.enumerated().map { place, pence in
      SpendLine(
        record: Int32(place), line: Int32(place + 2), byte: bytes?[place] ?? Int64(place * 10),
        amount: Money(pence: pence), day: CalendarDay(iso: "2010-03-31"),
        year: FinancialYear(startYear: 2009), codes: 0, supplier: 0, area: -1)
    }
    let writer = try ExportWriter(store: store, publisher: "north")
    try writer.append(
      LineChunk(
        lines: lines, decisions: lines.map { _ in 0 }, newTexts: texts,
        newDecisions: [Self.decision]))
    var summary = ExportSummary(
      path: path, publisher: "north", organisation: "LA-N", side: .spending)
    summary.dataRows = Set(lines.map(\.byte)).count
    let tally = RowTally(
      rows: lines.count, amount: Money(pence: pence.reduce(0, +)))
    let key = ExportFact.Key(
      decision: 0, part: 0, codes: 0, supplier: 0, year: 2009, area: -1)
    try writer.finish(
      summary, basis: .outturn, mappings: "m1",
      facts: [ExportFact(key: key, tally: tally, firstLine: 2)], areaStatuses: [],
      findings: [
        Finding(
          .amountUnreadable, at: SourcePosition(file: path, line: 9, byte: 80),
          message: "cannot be read", remedy: "correct it")
      ])
  }

  @Test func `a line comes back with its place, its texts and its decision`() throws {
    try store.begin()
    try write("a.csv", pence: [1234, -5])
    try store.commit()
    var lines: [StoredLine] = []
    try store.forEachLine(behind: store.facts()) { lines.append($0) }
    #expect(lines.map(\.amount.pence) == [1234, -5])
    let line = try #require(lines.last)
    #expect(line.position == SourcePosition(file: "a.csv", line: 3, byte: 10))
    #expect(line.day?.description == "2010-03-31" && line.year?.description == "2009-10")
    #expect(line.codes == CodeFields(costCentre: "K01") && line.decision == Self.decision)
    #expect(try store.usedRules() == ["a.csv:day-care"])
  }

  @Test func `a run that is rolled back leaves everything of the run before`() throws {
    try store.begin()
    try write("a.csv", pence: [100])
    try store.note(
      StoredRunRecord(id: "one", inputs: "i1", mappings: "", exitCode: 0))
    try store.commit()
    try store.begin()
    try store.removeExport(try #require(store.exports().first))
    try write("b.csv", pence: [7])
    try store.note(
      StoredRunRecord(id: "two", inputs: "i2", mappings: "", exitCode: 0))
    try store.rollback()
    #expect(try store.exports().map(\.summary.path) == ["a.csv"])
    #expect(try store.lastRun()?.id == "one")
    #expect(
      try store.countedLines().mapValues(\.kept) == [
        "a.csv": RowTally(rows: 1, amount: Money(pence: 100))
      ])
  }

  @Test func `an export that is removed takes its lines, facts and findings along`() throws {
    try store.begin()
    try write("a.csv", pence: [100])
    try write("b.csv", pence: [7, 8])
    try store.removeExport(try #require(store.exports().first))
    try store.commit()
    #expect(try store.facts().map(\.path) == ["b.csv"])
    #expect(try store.findings().map(\.position.file) == ["b.csv"])
    #expect(
      try store.countedLines().mapValues(\.kept) == [
        "b.csv": RowTally(rows: 2, amount: Money(pence: 15))
      ])
  }

  @Test func `the lines of a wide row count as one row of money`() throws {
    try store.begin()
    try write("wide.csv", pence: [100, 200, 5], bytes: [40, 40, 90])
    try store.commit()
    #expect(
      try store.countedLines().mapValues(\.kept) == [
        "wide.csv": RowTally(rows: 2, amount: Money(pence: 305))
      ])
  }

  @Test func `a payee of several exports is one row with the sum of its money`() throws {
    try store.begin()
    try write("a.csv", pence: [100])
    try write("b.csv", pence: [7, 8])
    try store.commit()
    let payees = try store.suppliers()
    #expect(payees.map(\.mention.name) == ["Larkenby House Ltd"])
    #expect(payees.map(\.tally) == [RowTally(rows: 3, amount: Money(pence: 115))])
    let payee = try #require(payees.first)
    let provider = Provider(id: "P-1", name: payee.mention.name, kind: .company)
    try store.setProviders([provider], ofSuppliers: [(payee.id, "P-1")])
    #expect(try store.suppliers().map(\.provider) == ["P-1"])
    #expect(try store.providers() == [provider])
  }

  @Test func `the registry and the run's findings are replaced as a whole`() throws {
    func known(_ publisher: String, _ name: String, _ provider: String) -> KnownSpelling {
      KnownSpelling(publisher: publisher, name: name, identity: "", provider: provider)
    }
    try store.setRegistry([known("b", "X", "P-2"), known("a", "Y", "P-1")])
    try store.setRegistry([known("b", "X", "P-3"), known("a", "Y", "P-1")])
    #expect(try store.registry().map(\.provider) == ["P-1", "P-3"])
    let finding = Finding(.noPool, at: SourcePosition(file: "a"), message: "first", remedy: "none")
    try store.setRunFindings([finding])
    try store.setRunFindings([finding])
    #expect(try store.findings(ofRun: true).map(\.message) == ["first"])
    #expect(try store.findings().isEmpty)
  }

  @Test func `names that are one text to Unicode are one payee with the money of both`() throws {
    try store.begin()
    let writer = try ExportWriter(store: store, publisher: "north")
    var texts = ExportTexts()
    texts.codes = [CodeFields(costCentre: "K01")]
    texts.suppliers = [
      SupplierMention(name: "Caf\u{E9} Care"), SupplierMention(name: "Cafe\u{301} Care"),
    ]
    try writer.append(
      LineChunk(lines: [], decisions: [], newTexts: texts, newDecisions: [Self.decision]))
    let facts = [Int32(0), 1].map { supplier in
      ExportFact(
        key: ExportFact.Key(
          decision: 0, part: 0, codes: 0, supplier: supplier, year: 2009, area: -1),
        tally: RowTally(rows: 1, amount: Money(pence: 100)), firstLine: 2 + supplier)
    }
    try writer.finish(
      ExportSummary(path: "a.csv", publisher: "north", organisation: "LA-N", side: .spending),
      basis: .outturn, mappings: "m1", facts: facts, areaStatuses: [], findings: [])
    try store.commit()
    #expect(
      try store.suppliers().map(\.tally) == [RowTally(rows: 2, amount: Money(pence: 200))])
  }
}
