package import ExportReading
package import PoolModel

/// What one publisher's exports look like: `mappings/sources/<publisher>.yaml`.
package struct PublisherSource: Sendable {
  /// The folder under `data/exports/`, such as `devon-county-council`.
  package var publisher: String
  /// The id of the body whose money the exports show.
  package var organisation: String
  /// What lines that are not UTF-8 are decoded as; nil: what each file's bytes speak for.
  package var encoding: FallbackEncoding?
  /// Other fallbacks, by file name pattern; the first that fits wins.
  package var encodings: [(file: CellPattern, encoding: FallbackEncoding)]
  /// How fields are set apart and quoted; nil: each export's beginning decides it.
  package var dialect: Dialect?
  /// Whether characters that were misread before an export was written are put right.
  package var repairsMojibake = false
  /// Orders of dates that differ from the layout's, by file name pattern; the first that fits wins.
  package var dateOrders: [(file: CellPattern, order: DateOrder)] = []
  /// Which exports take the place of others, in the file's order.
  package var reissues: [Reissue] = []
  /// What counts where exports tell of the same month, in the file's order.
  package var overlaps: [Overlap] = []
  /// Which periods are to be published, in the file's order.
  package var expects: [ExpectedPeriods] = []
  /// The layouts, in the file's order.
  package var layouts: [SourceLayout]
  /// What labels of printed sums say, besides the word total.
  package var totalWords: [TotalWord] = []
  /// The mapping file, relative to the workspace.
  package var file: String

  /// A publisher's source file.
  package init(
    publisher: String, organisation: String, encoding: FallbackEncoding? = nil,
    encodings: [(file: CellPattern, encoding: FallbackEncoding)], layouts: [SourceLayout],
    file: String
  ) {
    self.publisher = publisher
    self.organisation = organisation
    self.encoding = encoding
    self.encodings = encodings
    self.layouts = layouts
    self.file = file
  }

  /// What lines of an export with this file name are decoded as where they are not UTF-8; nil: what
  /// the file's bytes speak for.
  package func fallbackEncoding(forFileNamed name: String) -> FallbackEncoding? {
    encodings.first { $0.file.matches(name) }?.encoding ?? encoding
  }
}

extension PublisherSource {
  /// The source as a file with this name is read by it: layouts that name such files go before those
  /// for any file, and those that name others are left out.
  package func source(forFileNamed name: String) -> PublisherSource {
    var source = self
    source.layouts =
      layouts.filter { $0.files.contains { $0.matches(name) } } + layouts.filter(\.files.isEmpty)
    return source
  }

  /// A layout as an export with this file name is read by it.
  package func layout(_ place: Int, forFileNamed name: String) -> SourceLayout {
    var layout = layouts[place]
    if let order = dateOrders.first(where: { $0.file.matches(name) })?.order {
      layout.dateOrder = order
    }
    return layout
  }
}

/// The meaning of the columns of one shape of export.
package struct SourceLayout: Sendable {
  /// Its name within the source file.
  package var name: String
  /// The headers as the source file writes them; without header rows, names for the columns by
  /// place.
  package var headers: [String]
  /// The files that alone have it, by name; empty: any file with its headers.
  package var files: [CellPattern] = []
  /// How many rows the header takes, their cells joined column by column; 0: the exports have none.
  package var headerRows = 1
  /// Which side of a pool its lines are on: payments are spending, contributions funding.
  package var side: PoolSide
  /// What its figures are: a budget, a forecast or an outturn.
  package var basis: FigureBasis
  /// The year of every line; nil: the dates or the amount columns decide.
  package var year: FinancialYear?
  /// The header in each role that the layout fills.
  package var columns: [ColumnRole: String]
  /// The columns that hold money, at least one.
  package var amounts: [AmountColumn]
  /// Whether payments are printed negative.
  package var sign: PrintedSign
  /// In which order its dates are written.
  package var dateOrder: DateOrder
  /// Whether nobody knows the order of its dates: its date column is known, and no cell gives a day.
  package var hasOpenDateOrder = false
  /// The header of a column that holds the sum of a row's amounts: a check, never added in.
  package var rowTotal: String?
  /// Rows that are notes and not money.
  package var notes: [NoteRule]

  /// A layout with all its keys.
  package init(
    name: String, headers: [String], side: PoolSide, basis: FigureBasis, year: FinancialYear?,
    columns: [ColumnRole: String], amounts: [AmountColumn], sign: PrintedSign,
    dateOrder: DateOrder, notes: [NoteRule]
  ) {
    self.name = name
    self.headers = headers
    self.side = side
    self.basis = basis
    self.year = year
    self.columns = columns
    self.amounts = amounts
    self.sign = sign
    self.dateOrder = dateOrder
    self.notes = notes
  }
}

/// What a column of an export means.
package enum ColumnRole: String, CaseIterable, Sendable {
  case body
  case service
  case costCentre = "cost-centre"
  case subjectiveCode = "subjective-code"
  case expenseType = "expense-type"
  case description
  case transaction
  /// The number of an invoice or a remittance, which both sides of a transfer print.
  case reference
  case supplier
  case supplierID = "supplier-id"
  case companyNumber = "company-number"
  case charityNumber = "charity-number"
  case vatNumber = "vat-number"
  case postcode
  case creditorType = "creditor-type"
  case date
  case area
  case status
  /// What a plan says of a line: its source of funding and the like.
  case fundingSource = "funding-source"
  case areaOfSpend = "area-of-spend"
  case commissioner
  /// The NHS's part in per cent where both commission.
  case nhsShare = "nhs-share"
  /// The council's part.
  case laShare = "la-share"
  /// The sort of provider, which is no payee.
  case providerType = "provider-type"
}

/// One column that holds money.
package struct AmountColumn: Sendable {
  /// What a figure in the column stands for.
  package enum Unit: String, CaseIterable, Sendable {
    case pence
    case pounds
    case thousands
    case millions
    /// Each cell states its own: `£2.653m`, `£3.8bn`, `£500k`, `£12.50`.
    case inCell = "in-cell"
  }

  /// As published.
  package var header: String
  /// The unit of its figures.
  package var unit: Unit
  /// The year the column stands for; nil: the date or the layout decides.
  package var year: FinancialYear?
  /// The first day of the month the column stands for; nil: the row's date decides.
  package var month: CalendarDay?
  /// Becomes the line's expense type; nil: the expense-type column does.
  package var label: String?
  /// The body the column stands for, which becomes the line's payee; nil: the supplier column does.
  package var partner: String?
  /// Tells the rows whose figure is a credit though it has no sign; nil: each figure has its own.
  package var credits: CreditMark?
  /// Whether its figures are taken away, as those of a column of credits are.
  package var isTakenAway = false

  /// An amount column.
  package init(
    header: String, unit: Unit = .pounds, year: FinancialYear? = nil, month: CalendarDay? = nil,
    label: String? = nil, partner: String? = nil
  ) {
    self.header = header
    self.unit = unit
    self.year = year
    self.month = month
    self.label = label
    self.partner = partner
  }
}

/// A column that says in words which figures are credits: `Dr` and `Cr`, `Invoice` and
/// `Credit note`.
package struct CreditMark: Sendable {
  /// The header of the column, as published.
  package var header: String
  /// What its cell holds in the row of a credit.
  package var cells: [CellPattern]

  /// A credit mark.
  package init(header: String, cells: [CellPattern]) {
    self.header = header
    self.cells = cells
  }
}

/// How payments are printed.
package enum PrintedSign: String, CaseIterable, Sendable {
  case asPrinted = "as-printed"
  case reversed
}

/// The order of day, month and year in a layout's dates.
package enum DateOrder: String, CaseIterable, Sendable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
  case yearFirst = "year-first"
  /// Days as Excel counts them.
  case excelSerial = "excel-serial"
  /// `Jun-14`, `2014-06`: the month's first day stands for it.
  case monthOnly = "month-only"
  /// `P01`, `2015-16 M3`, `201504`: months of the financial year, from April.
  case period
}

/// Which rows of a layout are notes.
package struct NoteRule: Sendable {
  /// The header of the column that tells, as published.
  package var header: String
  /// A row whose cell matches one of these is a note.
  package var when: [CellPattern]
  /// A row whose cell matches none of these is a note; empty: the rule does not ask.
  package var unless: [CellPattern]

  /// A note rule.
  package init(header: String, when: [CellPattern], unless: [CellPattern]) {
    self.header = header
    self.when = when
    self.unless = unless
  }
}
