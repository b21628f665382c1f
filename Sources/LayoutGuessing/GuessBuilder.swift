import ExportReading
import LineParsing
import MappingTables
import PoolModel

/// Makes a layout of a survey.
struct GuessBuilder {
  private let survey: ExportSurvey
  private let reading: HeaderReading
  private let path: String
  private let roles: RoleAssignment
  private let money: MoneyReading
  private let dates: DateOrderDecision?
  private let dateColumn: Int?
  private let period: FileNamePeriod?

  init(_ survey: ExportSurvey, _ reading: HeaderReading, _ path: String) {
    self.survey = survey
    self.reading = reading
    self.path = path
    let roles = RoleAssignment(GuessBuilder.evidence(survey, reading))
    self.roles = roles
    let period = FileNamePeriod(fileName: path.fileNameOfPath)
    self.period = period
    let dateColumn = roles.column(.date) ?? GuessBuilder.periodColumn(roles, survey)
    self.dateColumn = dateColumn
    dates = dateColumn.flatMap { [period] in
      DateOrderDecision(survey.dates[$0], period: period, titles: survey.header.titles)
    }
    money = MoneyReading(
      survey, reading, roles, year: period?.financialYear, hasDates: dateColumn != nil)
  }

  /// Header words first; where no header names one of the roles that a line cannot do without, the
  /// cells alone.
  private static func evidence(_ survey: ExportSurvey, _ reading: HeaderReading) -> [[RoleEvidence]]
  {
    let scoring = RoleScoring(reading: reading, rows: survey.rows)
    let byHeader = survey.columns.indices.map { column in
      scoring.evidence(
        column: column, header: survey.header.wordings[column], survey: survey.columns[column])
    }
    // A claim that the cells speak against does not keep them from being asked.
    let named = Set(byHeader.joined().filter { $0.score >= 40 }.map(\.role.family))
    return survey.columns.indices.map { column in
      let cells = survey.columns[column]
      guard (byHeader[column].first?.score ?? 0) < 60 else { return byHeader[column] }
      let unnamed = ValueScoring.evidence(column: column, survey: cells).filter {
        !named.contains($0.role.family)
          && ($0.role != .transaction || !survey.header.wordings[column].contains("£"))
      }
      let isOther = byHeader[column].isEmpty && named.contains(.amount)
      let other = isOther ? ValueScoring.otherMoney(column: column, survey: cells) : nil
      return byHeader[column] + unnamed + (other.map { [$0] } ?? [])
    }
  }

  /// A column of months or periods dates the lines where no column holds days.
  private static func periodColumn(_ roles: RoleAssignment, _ survey: ExportSurvey) -> Int? {
    guard !roles.ambiguous.contains(where: { $0.role == .date }), let column = roles.column(.period)
    else { return nil }
    let cells = survey.columns[column]
    return cells.share(cells.months + cells.days) >= 50 ? column : nil
  }

  var guess: LayoutGuess {
    LayoutGuess(
      source: layout.amounts.isEmpty ? nil : source, layout: layout,
      headerLine: survey.headerLine, headerReason: survey.header.reason, evidence: evidence,
      dateOrder: dates,
      findings: findings, confidence: confidence, furtherDescriptions: furtherDescriptions)
  }

  private var evidence: [RoleEvidence] {
    let others = roles.assigned.filter { claim in
      !money.evidence.contains { $0.column == claim.column }
    }
    return (others + money.evidence).sorted { $0.column < $1.column }
  }

  private var source: PublisherSource {
    var source = PublisherSource(
      publisher: path.folderOfPath, organisation: "", encodings: [], layouts: [layout], file: "")
    source.totalWords = reading.totalWords
    return source
  }

  private var layout: SourceLayout {
    var layout = SourceLayout(
      name: "guessed", headers: survey.header.headers, side: .spending, basis: .outturn,
      year: dates?.order == .period ? period?.financialYear : nil, columns: columns,
      amounts: money.amounts, sign: .asPrinted,
      dateOrder: dates?.order ?? .dayFirst, notes: [])
    layout.headerRows = survey.header.rows
    layout.rowTotal = money.rowTotal.map(name)
    layout.hasOpenDateOrder = dates != nil && dates?.order == nil
    return layout
  }

  private func name(_ column: Int) -> String {
    ColumnPlace.name(column, among: survey.header.headers)
  }

  private var columns: [ColumnRole: String] {
    var columns: [ColumnRole: String] = [:]
    for claim in roles.assigned where claim.role != .date {
      if let role = claim.role.column { columns[role] = name(claim.column) }
    }
    if let dateColumn { columns[.date] = name(dateColumn) }
    func fill(_ role: ColumnRole, with others: [HeaderRole]) {
      guard columns[role] == nil else { return }
      columns[role] = others.lazy.compactMap { roles.column($0) }.first.map(name)
    }
    fill(.service, with: [.directorate])
    fill(.transaction, with: [.invoiceNumber, .orderNumber])
    fill(.description, with: [.procurementCategory])
    return columns
  }

  private var furtherDescriptions: [String] {
    roles.evidence(.procurementCategory).map { name($0.column) }
  }

  private var confidence: Int {
    let supplier = roles.evidence(.supplier).first?.score ?? 0
    let date = dateColumn == nil ? 60 : dates?.order == nil ? 0 : 100
    return min(100, min(money.score, max(supplier, 40), max(date, 40)))
  }

  private var findings: [Finding] {
    let columns = GuessFindings(path: path, line: survey.headerLine, name: name)
    var findings =
      roles.ambiguous.map { columns.ambiguous($0.role, $0.columns) } + money.findings(columns)
    if survey.paymentsAbove.count > 2 {
      findings.append(columns.tableAbove(survey.paymentsAbove))
    }
    if let dates, let dateColumn, dates.order == nil {
      findings.append(columns.dateOrderUnknown(dateColumn, dates.reasons))
    }
    return findings
  }
}

extension HeaderRole {
  /// Roles that stand for one another: where one is named, the cells are not asked for another.
  fileprivate var family: HeaderRole {
    switch self {
    case .netAmount, .grossAmount, .documentAmount, .debit, .credit: .amount
    case .period: .date
    case .invoiceNumber, .orderNumber: .transaction
    default: self
    }
  }
}
