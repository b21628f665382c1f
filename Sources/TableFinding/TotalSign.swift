/// One sign that a row is a total or not.
///
/// The weights were fitted on tables that people had labelled line by line and rounded to whole
/// numbers; ``identified`` was set by hand from exports of payments.
enum TotalSign {
  /// The label begins with total; ends with it; begins with all or both; names an average.
  case labelBegins
  case labelEnds
  case labelAll
  case labelAverage
  case noLabel
  /// Rows below or above add up to it, with how little chance explains that.
  case strongBelow
  case fairBelow
  case weakBelow
  case strongAbove
  case fairAbove
  /// Ten or more rows add up to it.
  case manyParts
  case first
  case last
  case afterBlank
  /// The label of the next row is indented more.
  case deeperBelow
  /// All its figures are 100.
  case hundreds
  case largest
  case largerThanNext
  /// As many texts as the rows around it have, of two or three; of four or more.
  case labelled
  case identified
  /// At most half of the texts that the rows around it have.
  case bare

  /// The weight that a total's signs have to exceed.
  static let enough = 10

  var weight: Int {
    switch self {
    case .strongBelow: 13
    case .strongAbove: 11
    case .labelEnds: 5
    case .labelBegins, .labelAverage, .manyParts, .fairAbove, .fairBelow, .hundreds: 4
    case .deeperBelow, .bare, .first, .last: 3
    case .labelAll, .weakBelow, .largest, .largerThanNext, .afterBlank: 2
    case .labelled: -1
    case .noLabel: -2
    case .identified: -30
    }
  }

  var words: String {
    switch self {
    case .labelBegins, .labelEnds: "its label says total"
    case .labelAll: "its label says all"
    case .labelAverage: "its label says average"
    case .strongBelow, .fairBelow, .weakBelow: "rows below it add up to it"
    case .strongAbove, .fairAbove: "rows above it add up to it"
    case .manyParts: "many rows add up to it"
    case .first: "it is the table's first row"
    case .last: "it is the table's last row"
    case .afterBlank: "a blank row is above it"
    case .deeperBelow: "the rows below it are indented"
    case .hundreds: "its figures are all 100"
    case .largest: "its figures are the largest"
    case .largerThanNext: "its figures are larger than the next row's"
    case .bare: "the cells that name a row are blank"
    case .noLabel, .labelled, .identified: ""
    }
  }
}
