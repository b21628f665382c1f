import MappingTables

/// What the money of a table is counted in, by its headers and the titles above it.
struct TableUnits {
  private let units: HeaderUnits
  /// What the titles say; each once.
  private let ofTitles: Set<AmountColumn.Unit>
  private let survey: ExportSurvey

  init(_ survey: ExportSurvey, _ units: HeaderUnits) {
    self.units = units
    self.survey = survey
    ofTitles = Set(survey.header.titles.compactMap(units.unit(ofTitle:))).subtracting([.pounds])
  }

  /// The unit of a column: what its header says, else what the title does, else pounds.
  func unit(ofColumn place: Int) -> AmountColumn.Unit {
    ownUnit(place) ?? (ofTitles.count == 1 ? ofTitles.first : nil) ?? .pounds
  }

  /// Why a column counts in its unit, where its own header does not say; nil: its header or nothing
  /// says.
  func reason(forColumn place: Int) -> String? {
    let unit = unit(ofColumn: place)
    return unit == .pounds || ownUnit(place) != nil
      ? nil : "a title above the table counts in \(unit.rawValue)"
  }

  /// Whether the titles contradict one another, or the cells what is said of them: figures with odd
  /// pence are hardly thousands, and figures with a decimal point no pence.
  func isDoubtful(_ place: Int) -> Bool {
    let cells = survey.columns[place]
    switch unit(ofColumn: place) {
    case .pence: return cells.share(cells.withPence) >= 30
    case .thousands, .millions:
      let figures = cells.firstPence.compactMap(\.self)
      let odd = figures.count { $0 % 10 != 0 }
      return ownUnit(place) == nil && odd * 10 >= figures.count * 3
    case .pounds, .inCell: return ofTitles.count > 1 && ownUnit(place) == nil
    }
  }

  private func ownUnit(_ place: Int) -> AmountColumn.Unit? {
    units.unit(of: survey.header.wordings[place])
  }
}
