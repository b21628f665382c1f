import ExportReading
import MappingTables
import PoolModel

/// Makes a layout of a survey.
struct GuessBuilder {
  private let survey: ExportSurvey
  private let reading: HeaderReading
  private let path: String
  private let roles: RoleAssignment
  private let amount: AmountChoice
  private let wide: WideColumns?
  private let dates: DateOrderDecision?
  private let dateColumn: Int?
  private let period: FileNamePeriod?

  init(_ survey: ExportSurvey, _ reading: HeaderReading, _ path: String) {
    self.survey = survey
    self.reading = reading
    self.path = path
    let roles = RoleAssignment(GuessBuilder.evidence(survey, reading))
    self.roles = roles
    amount = AmountChoice(roles, surveys: survey.columns)
    let period = FileNamePeriod(fileName: path.split(separator: "/").last.map(String.init) ?? path)
    self.period = period
    wide = WideColumns(
      survey.wideColumns, year: period?.financialYear, hasPayee: roles.column(.supplier) != nil,
      unit: reading.unit(of:), isBody: reading.bodies.isBody)
    let dateColumn = roles.column(.date) ?? GuessBuilder.periodColumn(roles, survey)
    self.dateColumn = dateColumn
    dates = dateColumn.flatMap { [period] in
      DateOrderDecision(survey.dates[$0], period: period)
    }
  }

  /// Header words first; where no header names one of the roles that a line cannot do without, the
  /// cells alone.
  private static func evidence(_ survey: ExportSurvey, _ reading: HeaderReading) -> [[RoleEvidence]]
  {
    let scoring = RoleScoring(reading: reading, rows: survey.rows)
    let byHeader = survey.columns.indices.map { column in
      scoring.evidence(
        column: column, header: survey.header.headers[column], survey: survey.columns[column])
    }
    let named = Set(byHeader.joined().map(\.role.family))
    return survey.columns.indices.map { column in
      byHeader[column]
        + ValueScoring.evidence(column: column, survey: survey.columns[column]).filter {
          !named.contains($0.role.family) && (byHeader[column].first?.score ?? 0) < 60
        }
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
    guard let wide else { return roles.assigned }
    let places = wide.amounts.map(\.place)
    let amounts = places.map {
      RoleEvidence(column: $0, role: .amount, score: 100, reasons: [wide.reason])
    }
    let others = roles.assigned.filter { !places.contains($0.column) }
    return (others + amounts).sorted { $0.column < $1.column }
  }

  private var source: PublisherSource {
    let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    return PublisherSource(
      publisher: folder, organisation: "", encodings: [],
      layouts: [layout], file: "")
  }

  private var layout: SourceLayout {
    var layout = SourceLayout(
      name: "guessed", headers: survey.header.headers, side: .spending, basis: .outturn,
      year: dates?.order == .period ? period?.financialYear : nil, columns: columns,
      amounts: wide?.amounts.map(\.column) ?? amount.column.map { [amountColumn($0)] } ?? [],
      sign: .asPrinted,
      dateOrder: dates?.order ?? .dayFirst, notes: [])
    layout.headerRows = survey.header.rows
    layout.rowTotal = wide?.rowTotal.map(name)
    return layout
  }

  private func amountColumn(_ claim: RoleEvidence) -> AmountColumn {
    let header = name(claim.column)
    var amount = AmountColumn(header: header, unit: reading.unit(of: header) ?? .pounds)
    let marks = reading.creditMarks.marks(
      of: survey.columns[claim.column], among: survey.columns)
    amount.credits = marks.map { column, cells in
      CreditMark(header: name(column), cells: cells.compactMap { CellPattern(cell: $0) })
    }
    return amount
  }

  private func name(_ column: Int) -> String {
    let name = survey.header.headers[column]
    return name.isEmpty ? "Column \(column + 1)" : name
  }

  private var columns: [ColumnRole: String] {
    var columns: [ColumnRole: String] = [:]
    for claim in roles.assigned where claim.role != .date {
      if let role = claim.role.column { columns[role] = name(claim.column) }
    }
    if dates?.order != nil, let dateColumn { columns[.date] = name(dateColumn) }
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
    let amount = wide == nil ? amount.column?.score ?? 0 : 100
    return min(100, min(amount, max(supplier, 40), max(date, 40)))
  }

  private var findings: [Finding] {
    let columns = GuessFindings(path: path, line: survey.headerLine, name: name)
    var findings = roles.ambiguous.map { columns.ambiguous($0.role, $0.columns) }
    if wide != nil {
      // Each of the columns is an amount of its own.
    } else if !amount.ambiguous.isEmpty {
      findings.append(columns.ambiguous(.amount, amount.ambiguous))
    } else if amount.column == nil {
      findings.append(columns.noAmount)
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
    case .netAmount, .grossAmount: .amount
    case .period: .date
    case .invoiceNumber, .orderNumber: .transaction
    default: self
    }
  }
}
