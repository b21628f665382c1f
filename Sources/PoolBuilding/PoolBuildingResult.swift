package import PoolModel

/// What the pools make of all kept money.
package struct PoolBuildingResult: Hashable, Sendable {
  /// One an agreement and year, in order of id.
  package var accounts: [PoolAccount] = []
  /// In order of account, then of the agreement's targets and readings.
  package var targets: [TargetReading] = []
  /// In order of agreement and target, then of basis and year.
  package var trends: [TrendPoint] = []
  /// Areas of the Better Care Fund with plans and without, in order of year and area; empty where no
  /// agreement is of an area.
  package var bcfAreas: [BCFAreaYear] = []
  /// In order of publisher, side and reason.
  package var outside: [OutsideMoney] = []
  /// Where each export's money went, in order of publisher, export and side: the waterfall's lower
  /// half.
  package var placements: [PoolPlacement] = []
  /// In order of ``Finding/inReadingOrder(_:_:)``.
  package var findings: [Finding] = []

  /// No pools yet.
  package init() {}
}

/// Where one export's kept money of one side went; the three tallies add up to what was given.
package struct PoolPlacement: Hashable, Sendable {
  /// The publisher's slug.
  package var publisher: String
  /// The export's path, as its facts have it.
  package var export: String
  /// The side that its lines are on.
  package var side: PoolSide
  /// Counted by a pool.
  package var pooled = RowTally()
  /// Counted by none; ``PoolBuildingResult/outside`` holds it by reason.
  package var outside = RowTally()
  /// Moved between partners or pools, and therefore not spending.
  package var eliminated = RowTally()

  /// A placement without money yet.
  package init(publisher: String, export: String = "", side: PoolSide) {
    self.publisher = publisher
    self.export = export
    self.side = side
  }
}

/// What a publisher's export of plans says of one area.
package struct AreaStatus: Hashable, Sendable {
  /// The publisher's slug.
  package var publisher: String
  /// The area as published.
  package var area: String
  /// As in the export, such as `approved`; empty where it says nothing.
  package var status: String
  /// The year that the row speaks of; nil: every year of the agreement.
  package var year: FinancialYear?
  /// How many of the area's rows state no amount.
  package var rowsWithoutAmount: Int

  /// The status of an area.
  package init(
    publisher: String, area: String, status: String, year: FinancialYear? = nil,
    rowsWithoutAmount: Int
  ) {
    self.publisher = publisher
    self.area = area
    self.status = status
    self.year = year
    self.rowsWithoutAmount = rowsWithoutAmount
  }
}
