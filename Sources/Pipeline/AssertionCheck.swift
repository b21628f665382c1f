import ExportReading
import MappingTables
import PoolModel
import PoolStore

/// Holds the store's lines and exports against what `mappings/codes/_assertions.csv` claims.
struct AssertionCheck {
  let store: PoolStore
  let mappings: MappingSet

  /// What fails: rows, money and the first of them.
  private struct Failure {
    var tally = RowTally()
    var first: SourcePosition?

    mutating func count(_ tally: RowTally, at position: SourcePosition) {
      self.tally += tally
      guard let first, (first.file, first.line) <= (position.file, position.line) else {
        return self.first = position
      }
    }
  }

  /// One finding a failed assertion, in the order of the file.
  func findings(_ facts: [StoredFact]) throws -> [Finding] {
    guard !mappings.codeAssertions.isEmpty else { return [] }
    var failures = mappings.codeAssertions.map { _ in Failure() }
    for (place, assertion) in mappings.codeAssertions.enumerated() {
      try check(assertion, facts, &failures[place])
    }
    return zip(mappings.codeAssertions, failures).compactMap { assertion, failure in
      failure.first.map { finding(assertion, failure, first: $0) }
    }
  }

  private func check(
    _ assertion: CodeAssertion, _ facts: [StoredFact], _ failure: inout Failure
  ) throws {
    switch assertion.claim {
    case .hasHeaders(let headers, let from): try check(headers, from, assertion, &failure)
    case .neverBefore(let day): try scan(assertion, { $0 < day }, &failure)
    case .neverAfter(let day): try scan(assertion, { $0 > day }, &failure)
    case .never: count(facts, of: assertion, where: { _ in true }, &failure)
    case .alwaysClientGroup(let code):
      count(
        facts, of: assertion,
        where: { part in
          !mappings.clientGroups.isCode(part.category.clientGroup, within: code)
        }, &failure)
    case .alwaysCareSetting(let code):
      count(
        facts, of: assertion,
        where: { part in
          !mappings.careSettings.isCode(part.category.careSetting, within: code)
        }, &failure)
    }
  }

  private func count(
    _ facts: [StoredFact], of assertion: CodeAssertion,
    where isWrong: (CodeDecision.Part) -> Bool, _ failure: inout Failure
  ) {
    for fact in facts
    where fact.publisher == assertion.publisher && isWrong(fact.decision.parts[fact.part])
      && assertion.matches(fact.codes)
    {
      failure.count(fact.tally, at: SourcePosition(file: fact.path, line: fact.firstLine))
    }
  }

  /// Days are in no fact: the publisher's lines are looked through.
  private func scan(
    _ assertion: CodeAssertion, _ isWrong: (CalendarDay) -> Bool, _ failure: inout Failure
  ) throws {
    let codes = try store.codes(of: assertion.publisher)
    let isMeant = codes.fields.map(assertion.matches)
    guard isMeant.contains(true) else { return }
    var found = failure
    for export in try store.exports() where export.summary.publisher == assertion.publisher {
      try store.forEachCodedLine(of: export) { coded in
        guard isMeant[Int(codes.place(ofCodes: coded.line.codes))], let day = coded.line.day,
          isWrong(day)
        else { return }
        found.count(
          RowTally(rows: 1, amount: coded.line.amount),
          at: SourcePosition(file: export.summary.path, line: Int(coded.line.line)))
      }
    }
    failure = found
  }

  private func check(
    _ headers: [String], _ from: CalendarDay?, _ assertion: CodeAssertion,
    _ failure: inout Failure
  ) throws {
    let wanted = Set(FoldedText.headers(headers))
    let layouts = mappings.sources[assertion.publisher]?.layouts ?? []
    let lacking = Set(
      layouts.filter { !wanted.isSubset(of: FoldedText.headers($0.headers)) }.map(\.name))
    for export in try store.exports().map(\.summary)
    where export.publisher == assertion.publisher && lacking.contains(export.layout)
      && (from.map { day in export.firstDay.map { $0 >= day } ?? true } ?? true)
    {
      failure.count(
        export.waterfall.kept, at: SourcePosition(file: export.path, line: export.headerLine))
    }
  }

  private func finding(
    _ assertion: CodeAssertion, _ failure: Failure, first: SourcePosition
  ) -> Finding {
    let rows = failure.tally.rows == 1 ? "1 line" : "\(failure.tally.rows) lines"
    return Finding(
      .assertionFailed, at: assertion.position, value: assertion.publisher,
      atStake: failure.tally.amount, rows: failure.tally.rows,
      message: "\(assertion.publisher): \(assertion.sentence), which \(rows), "
        + "\(failure.tally.amount), contradict, first \(first)",
      remedy: "look at the export; where it is right, correct or end the assertion")
  }
}

extension CodeAssertion {
  fileprivate var sentence: String {
    switch claim {
    case .never: "\(codes) never appears"
    case .neverBefore(let day): "\(codes) never appears before \(day)"
    case .neverAfter(let day): "\(codes) never appears after \(day)"
    case .alwaysClientGroup(let code), .alwaysCareSetting(let code): "\(codes) is always \(code)"
    case .hasHeaders(let headers, let from):
      "exports\(from.map { " from \($0) on" } ?? "") have the columns "
        + headers.map(\.quotedForMessage).joined(separator: ", ")
    }
  }
}
