import ExportReading
import LayoutGuessing
import MappingTables
import Pipeline
import PoolModel
import QualityReporting
import TableFinding

/// What `weir check --json` prints.
struct CheckJSON {
  private let check: ExportCheck

  init(_ check: ExportCheck) { self.check = check }

  /// The object and a line end; keys in alphabetical order, null where a thing is not known.
  var line: String {
    var object: [String: JSONText] = [
      "file": .text(check.summary.path),
      "findings": .list(check.findings.map(ReportJSON.finding)),
    ]
    if let encoding = check.encoding {
      object["encoding"] = .text(encoding.encodingName)
      object["newline"] = .text(encoding.newline.rawValue)
    }
    if let layout = check.layout {
      object["header_line"] = .whole(Int64(check.summary.headerLine))
      object.merge(columns(of: layout)) { first, _ in first }
    }
    // An export that was not read has no counts: not stated is not zero.
    if !check.summary.layout.isEmpty { object.merge(counts) { first, _ in first } }
    if let guess = check.guess {
      object["confidence"] = .whole(Int64(guess.confidence))
      object["evidence"] = .list(guess.evidence.map { evidence(of: $0, guess.layout) })
    }
    return JSONText.object(object).line + "\n"
  }

  /// The object and a line end for one physical line of an export.
  static func line(_ line: ClassifiedLine, of file: String) -> String {
    JSONText.object([
      "class": .text(line.lineClass.rawValue), "file": .text(file),
      "line": .whole(Int64(line.line)), "reason": .text(line.reason),
    ]).line + "\n"
  }

  private var counts: [String: JSONText] {
    let summary = check.summary
    return [
      // A row that cannot be used is a payment all the same: it is in both counts.
      "data_rows": .whole(Int64(summary.dataRows + summary.unparseableRows)),
      "blank_rows": .whole(Int64(summary.blankRows)),
      "total_rows": .whole(Int64(summary.totalRows)),
      "non_data_rows": .whole(Int64(summary.nonDataRows)),
      "unparseable_rows": .whole(Int64(summary.unparseableRows)),
      "net_pence": .whole(summary.waterfall.kept.amount.pence),
      "printed_total_pence": summary.printedTotal.map { .whole($0.pence) } ?? .null,
      "min_date": summary.firstDay.map { .text($0.description) } ?? .null,
      "max_date": summary.lastDay.map { .text($0.description) } ?? .null,
      "suppliers": .whole(Int64(check.suppliers)),
    ]
  }

  private func columns(of layout: SourceLayout) -> [String: JSONText] {
    func header(_ role: ColumnRole) -> JSONText { layout.columns[role].map { .text($0) } ?? .null }
    let roles: [ColumnRole] = [.expenseType, .subjectiveCode, .service, .costCentre, .description]
    let headers =
      roles.compactMap { layout.columns[$0] } + (check.guess?.furtherDescriptions ?? [])
    var seen: Set<String> = []
    return [
      "amount_column": layout.amounts.first.map { .text($0.header) } ?? .null,
      "date_column": header(.date), "supplier_column": header(.supplier),
      "reference_column": header(.transaction),
      "date_order": dateOrder(of: layout),
      "description_or_type_column": .list(
        headers.filter { seen.insert($0).inserted }.map { .text($0) }),
    ]
  }

  /// `dmy`, `mdy`, `ymd`, `month-only`, `excel-serial`, `period`; `none` without dates and null where
  /// the order cannot be known.
  private func dateOrder(of layout: SourceLayout) -> JSONText {
    if layout.columns[.date] == nil { return .text("none") }
    if check.guess != nil, check.dateOrder?.order == nil { return .null }
    let order = check.dateOrder?.order ?? layout.dateOrder
    switch order {
    case .dayFirst: return .text("dmy")
    case .monthFirst: return .text("mdy")
    case .yearFirst: return .text("ymd")
    case .excelSerial, .monthOnly, .period: return .text(order.rawValue)
    }
  }

  private func evidence(of evidence: RoleEvidence, _ layout: SourceLayout) -> JSONText {
    .object([
      "column": .text(layout.headers[evidence.column]),
      "role": .text(evidence.role.rawValue), "score": .whole(Int64(evidence.score)),
      "reasons": .list(evidence.reasons.map { .text($0) }),
    ])
  }
}
