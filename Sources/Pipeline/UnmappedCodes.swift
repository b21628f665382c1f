import CodeMapping
import MappingTables
import PoolModel
import PoolStore

/// The codes that no rule maps, by value, and the findings about them.
struct UnmappedCodes {
  /// Largest first.
  let codes: [UnmappedCode]
  let findings: [Finding]

  /// `shared` are the store's descriptions that several payees share.
  init(facts: [StoredFact], shared: [StoredDescription], mappings: MappingSet) {
    struct Key: Hashable {
      var publisher: String
      var codes: CodeFields
    }
    var found: [Key: UnmappedCode] = [:]
    var descriptions = DescriptionSamples(shared)
    // Codes that rules tie on need no further rule.
    for fact in facts
    where fact.decision.coverage == .unmapped && fact.decision.tiedRules.isEmpty {
      let codes = fact.codes.withoutPeople
      let place = SourcePosition(file: fact.path, line: fact.firstLine)
      let key = Key(publisher: fact.publisher, codes: codes)
      var entry =
        found[key]
        ?? UnmappedCode(
          publisher: fact.publisher, codes: codes, tally: RowTally(), firstSeen: place)
      entry.tally += fact.tally
      descriptions.note(fact)
      if (place.file, place.line) < (entry.firstSeen.file, entry.firstSeen.line) {
        entry.firstSeen = place
      }
      found[key] = entry
    }
    let speech = SpeechOfLabels(mappings)
    codes = found.values.sorted(by: UnmappedCodes.largestFirst).map { code in
      var code = code
      code.descriptions = descriptions.samples(
        of: code.codes, at: code.publisher, where: speech.holds)
      return code
    }
    findings = UnmappedCodes.findings(codes, mappings)
  }

  private static func largestFirst(_ left: UnmappedCode, _ right: UnmappedCode) -> Bool {
    if left.tally.amount.magnitude != right.tally.amount.magnitude {
      return left.tally.amount.magnitude > right.tally.amount.magnitude
    }
    return left.order.lexicographicallyPrecedes(right.order)
  }

  /// One finding a code; one for all of a publisher that has no rules at all.
  private static func findings(_ codes: [UnmappedCode], _ mappings: MappingSet) -> [Finding] {
    let byPublisher = Dictionary(grouping: codes, by: \.publisher)
    return byPublisher.keys.sorted().flatMap { publisher -> [Finding] in
      let own = byPublisher[publisher] ?? []
      let file = "mappings/codes/\(publisher).csv"
      let hasRules =
        mappings.codeRules[publisher] != nil
        || mappings.codeIncludes.contains { $0.publisher == publisher }
      guard !hasRules, let first = own.first else {
        return own.map { finding($0, file) }
      }
      let tally = own.reduce(into: RowTally()) { $0 += $1.tally }
      return [
        Finding(
          .codeUnmapped, at: first.firstSeen, atStake: tally.amount, rows: tally.rows,
          message: "\(publisher) has no cost-code rules: \(own.count) codes are unmapped",
          remedy: "add \(file)")
      ]
    }
  }

  private static func finding(_ code: UnmappedCode, _ file: String) -> Finding {
    Finding(
      .codeUnmapped, at: code.firstSeen, value: code.codes.words, atStake: code.tally.amount,
      rows: code.tally.rows,
      message: "\(code.codes.words.quotedForMessage) on \(code.tally.rows) lines is in no rule",
      remedy: "add a rule to \(file), or correct the export")
  }
}

extension UnmappedCode {
  /// What tells any two of them apart, for codes of equal money.
  fileprivate var order: [String] {
    [
      publisher, codes.costCentre, codes.subjectiveCode, codes.expenseType, codes.service,
      codes.transactionPrefix,
    ]
  }
}

extension CodeFields {
  /// The codes that are filled, as one text; neither payee nor description.
  var words: String {
    [costCentre, subjectiveCode, expenseType, service, transactionPrefix]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
