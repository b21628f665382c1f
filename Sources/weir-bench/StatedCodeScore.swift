import CodeMapping
import MappingTables
import Pipeline
import PoolModel

/// One publisher's money whose labels state a code of an axis, by what the rules made of it.
struct StatedCodeScore {
  /// Labels that are not mapped as they state.
  struct Miss: Hashable {
    var labels: String
    var stated: String
    var mapped: String
  }

  /// Money and lines.
  struct Sum {
    var pence: Int64 = 0
    var lines = 0

    static func += (sum: inout Sum, entry: StoredCodes.Entry) {
      sum.pence += entry.magnitude.pence
      sum.lines += entry.tally.rows
    }
  }

  let publisher: String
  private(set) var stated = Sum()
  private(set) var mapped = Sum()
  private(set) var same = Sum()
  /// Ignored with a reason, or moved between partners, which needs no category.
  private(set) var setAside = Sum()
  private(set) var misses: [Miss: Sum] = [:]

  /// The scores of all publishers whose labels state anything, in their order.
  static func scores(
    _ entries: [StoredCodes.Entry], _ axis: LabelWord.Axis, _ mappings: MappingSet
  ) -> [StatedCodeScore] {
    let vocabulary = LabelVocabulary(mappings)
    var scores: [String: StatedCodeScore] = [:]
    var statements: [CodeFields: LabelStatement] = [:]
    for entry in entries {
      let statement = statements[entry.codes] ?? vocabulary.statement(of: entry.codes)
      statements[entry.codes] = statement
      let stated = vocabulary.codes(axis, of: statement, on: entry.year?.days.first)
      guard !stated.isEmpty else { continue }
      scores[entry.publisher, default: StatedCodeScore(publisher: entry.publisher)]
        .count(entry, stated: stated, on: axis, mappings.axis(axis))
    }
    return scores.values.sorted { $0.publisher < $1.publisher }
  }

  private init(publisher: String) { self.publisher = publisher }

  private mutating func count(
    _ entry: StoredCodes.Entry, stated codes: [String], on axis: LabelWord.Axis,
    _ tree: CategoryAxis
  ) {
    stated += entry
    let code = axis.code(of: entry.part.category)
    let isKnown = code != axis.unknownCode
    if entry.decision.coverage == .ignored || entry.decision.coverage == .mapped && !isKnown {
      setAside += entry
      return
    }
    if isKnown { mapped += entry }
    if isKnown, tree.agrees(code, withStated: codes) {
      same += entry
    } else {
      let fields = entry.codes
      let labels = [fields.expenseType, fields.service, fields.costCentre, fields.subjectiveCode]
      misses[
        Miss(
          labels: labels.filter { !$0.isEmpty }.joined(separator: " · "),
          stated: codes.joined(separator: "|"), mapped: isKnown ? code : "-"), default: Sum()] +=
        entry
    }
  }

  /// The scores as a table, with all publishers together in the last row.
  static func table(_ scores: [StatedCodeScore]) -> String {
    var table = MarkdownTable(headings: [
      "publisher", "stated £", "lines", "set aside £", "mapped £", "mapped %", "same £", "same %",
    ])
    table.rows = scores.map(\.row)
    var all = StatedCodeScore(publisher: "all")
    for score in scores { all.add(score) }
    return
      (table.rows.isEmpty
      ? table : MarkdownTable(headings: table.headings, rows: table.rows + [all.row])).text
  }

  private mutating func add(_ other: StatedCodeScore) {
    for part in [\StatedCodeScore.stated, \.mapped, \.same, \.setAside] {
      self[keyPath: part].pence += other[keyPath: part].pence
      self[keyPath: part].lines += other[keyPath: part].lines
    }
  }

  private var row: [String] {
    let due = stated.pence - setAside.pence
    return [
      publisher, pounds(stated.pence), "\(stated.lines)", pounds(setAside.pence),
      pounds(mapped.pence), percent(mapped.pence, of: due), pounds(same.pence),
      percent(same.pence, of: mapped.pence),
    ]
  }

  /// The labels with the most money that are unmapped on the axis or mapped to another code.
  func worstMisses(_ count: Int) -> String {
    let sorted = misses.sorted {
      ($1.value.pence, $0.key.labels, $0.key.mapped) < (
        $0.value.pence, $1.key.labels, $1.key.mapped
      )
    }
    let lines = sorted.prefix(count).map { miss, sum in
      "- £\(pounds(sum.pence)) on \(sum.lines) lines: \(miss.labels): states \(miss.stated), mapped \(miss.mapped)"
    }
    return "### \(publisher)\n\n" + lines.joined(separator: "\n") + "\n"
  }

  private func pounds(_ pence: Int64) -> String { "\(pence / 100)" }

  private func percent(_ part: Int64, of whole: Int64) -> String {
    guard whole > 0 else { return "-" }
    let tenths = part * 1_000 / whole
    return "\(tenths / 10).\(tenths % 10)"
  }
}
