internal import PoolModel

/// Whether an export's own grand total is what its kept rows come to.
enum PrintedTotal: Hashable {
  case notPrinted
  case agrees
  /// The printed total less the kept rows.
  case differs(by: Money)

  /// The printed total of an export held against its rows.
  init(of export: ExportSummary) {
    guard let printed = export.printedTotal else {
      self = .notPrinted
      return
    }
    let difference = printed - export.waterfall.kept.amount
    self = difference == .zero ? .agrees : .differs(by: difference)
  }

  /// For people.
  var words: String {
    switch self {
    case .notPrinted: "none printed"
    case .agrees: "agrees"
    case .differs(let difference): "differs by \(difference)"
    }
  }
}
