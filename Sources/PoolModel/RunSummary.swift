/// Everything that a run publishes and reports: what ``Publishing`` writes to files and
/// ``QualityReporting`` to the terminal.
///
/// It holds no individual's name (law 8).
package struct RunSummary: Sendable {
  /// The first 16 hexadecimal digits of the SHA-256 of all inputs: the same inputs, the same id.
  package var id: String
  /// In order of path.
  package var exports: [ExportSummary] = []
  /// One a side that has exports, funding first.
  package var waterfalls: [Waterfall] = []
  /// In order of id.
  package var pools: [PoolAccount] = []
  /// In the order of agreements and of their files.
  package var targets: [TargetReading] = []
  /// In order of agreement and target, then of basis and year.
  package var trends: [TrendPoint] = []
  /// Areas of the Better Care Fund with plans and without, in order of year and area.
  package var bcfAreas: [BCFAreaYear] = []
  /// Kept money that no pool counts, with the reason.
  package var outside: [OutsideMoney] = []
  /// In order of publisher, month and side.
  package var periods: [PublisherPeriod] = []
  /// In order of publisher, side, year and coverage.
  package var coverage: [CoverageLine] = []
  /// Largest first.
  package var unmapped: [UnmappedCode] = []
  /// In order of id.
  package var providers: [ProviderSummary] = []
  /// In order of provider, publisher and name.
  package var providerNames: [ProviderName] = []
  /// In order of providers and bodies.
  package var providerBodies: [ProviderBody] = []
  /// In order of days and bodies.
  package var providerSuccessions: [ProviderSuccession] = []
  /// Those with the most money first.
  package var refusedMerges: [RefusedMerge] = []
  /// In order of runs and ids.
  package var providerIDChanges: [ProviderIDChange] = []
  /// In order of ``Finding/inReadingOrder(_:_:)``.
  package var findings: [Finding] = []

  /// A run without results yet.
  package init(id: String) { self.id = id }
}

/// One export as a run saw it.
package struct ExportSummary: Hashable, Sendable {
  /// Relative to the workspace.
  package var path: String
  /// The publisher's slug.
  package var publisher: String
  /// The organisation id of the publisher's body.
  package var organisation: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  package var sha256: String
  /// The file's size.
  package var bytes: Int64
  /// The layout's name; empty where none fits.
  package var layout: String
  /// The physical line of the header, from 1; 0: none found.
  package var headerLine: Int
  /// Records that gave lines.
  package var dataRows: Int
  /// Rows without a cell that says anything.
  package var blankRows: Int
  /// Rows that print a total.
  package var totalRows: Int
  /// Title, repeated header, note and script rows.
  package var nonDataRows: Int
  /// Rows that cannot be used.
  package var unparseableRows: Int
  /// The sum of the printed grand total; nil where none is printed.
  package var printedTotal: Money?
  /// The first and the last day of payment; nil where no line is dated.
  package var firstDay: CalendarDay?
  /// The last day of payment; nil where no line is dated.
  package var lastDay: CalendarDay?
  /// Where its money went, to the penny.
  package var waterfall: Waterfall

  /// An export about which nothing is known but its place.
  package init(path: String, publisher: String, organisation: String, side: PoolSide) {
    self.path = path
    self.publisher = publisher
    self.organisation = organisation
    sha256 = ""
    bytes = 0
    layout = ""
    headerLine = 0
    dataRows = 0
    blankRows = 0
    totalRows = 0
    nonDataRows = 0
    unparseableRows = 0
    printedTotal = nil
    firstDay = nil
    lastDay = nil
    waterfall = Waterfall(side: side)
  }
}

/// Kept money that belongs to no pool.
package struct OutsideMoney: Hashable, Sendable {
  /// The publisher's slug.
  package var publisher: String
  /// Which side of a pool it speaks of.
  package var side: PoolSide
  /// `ignored: <reason of the rule>`, `no agreement claims it`, ..
  package var reason: String
  /// Its rows and their sum.
  package var tally: RowTally

  /// Money outside any pool.
  package init(publisher: String, side: PoolSide, reason: String, tally: RowTally) {
    self.publisher = publisher
    self.side = side
    self.reason = reason
    self.tally = tally
  }
}

/// Codes that no rule maps, with the money on them.
package struct UnmappedCode: Hashable, Sendable {
  /// The publisher's slug.
  package var publisher: String
  /// The codes as published.
  package var codes: CodeFields
  /// Its rows and their sum.
  package var tally: RowTally
  /// The first line that has them.
  package var firstSeen: SourcePosition
  /// What lines with these codes are described as, most lines first: only texts that stand beside
  /// several payees and consist of words that name nobody (law 8).
  package var descriptions: [String]

  /// Unmapped codes.
  package init(
    publisher: String, codes: CodeFields, tally: RowTally, firstSeen: SourcePosition,
    descriptions: [String] = []
  ) {
    self.publisher = publisher
    self.codes = codes
    self.tally = tally
    self.firstSeen = firstSeen
    self.descriptions = descriptions
  }
}

/// A provider with what all partners paid it.
package struct ProviderSummary: Hashable, Sendable {
  /// The provider.
  package var provider: Provider
  /// How many publishers pay it.
  package var publishers: Int
  /// Under how many spellings.
  package var names: Int
  /// Its rows and their sum.
  package var tally: RowTally

  /// A provider's summary.
  package init(provider: Provider, publishers: Int, names: Int, tally: RowTally) {
    self.provider = provider
    self.publishers = publishers
    self.names = names
    self.tally = tally
  }
}

/// One spelling of a provider in one publisher's exports; never of an individual.
package struct ProviderName: Hashable, Sendable {
  /// The provider's id.
  package var provider: String
  /// The publisher's slug.
  package var publisher: String
  /// The spelling as published.
  package var name: String
  /// Its rows and their sum.
  package var tally: RowTally

  /// A spelling.
  package init(provider: String, publisher: String, name: String, tally: RowTally) {
    self.provider = provider
    self.publisher = publisher
    self.name = name
    self.tally = tally
  }
}
