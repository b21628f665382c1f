import MappingTables
import PoolModel

/// Findings that can stand on thousands of rows of one export and are told once, with the first
/// place and the number of rows.
struct GatheredFindings {
  private struct Kind: Hashable {
    var code: FindingCode
    var value: String
  }

  private struct Gathered {
    var first: SourcePosition
    var value: String
    var rows: Int
    /// What the rows state together; nil where that is not told.
    var pence: Int64?
  }

  private var gathered: [Kind: Gathered] = [:]
  /// How many different dates that are none were told by value.
  private var datesTold = 0
  static let mostDatesTold = 10

  /// Counts a row.
  ///
  /// Lines set aside, rows in doubt and the first few unreadable dates are told by value, the others by
  /// code alone; `pence` is the money at stake.
  mutating func note(
    _ code: FindingCode, at position: SourcePosition, value: String = "", pence: Int64? = nil
  ) {
    let isByValue = [.dateUnreadable, .linesSetAside, .totalDoubtful].contains(code)
    var kind = Kind(code: code, value: isByValue ? value : "")
    if code == .dateUnreadable, gathered[kind] == nil {
      if datesTold == GatheredFindings.mostDatesTold { kind.value = "" } else { datesTold += 1 }
    }
    var found = gathered[kind] ?? Gathered(first: position, value: value, rows: 0)
    found.rows += 1
    if let pence {
      // Rows that are not believed may state more than a sum can hold.
      let (sum, isTooMuch) = (found.pence ?? 0).addingReportingOverflow(pence)
      found.pence = isTooMuch ? (pence < 0 ? .min : .max) : sum
    }
    gathered[kind] = found
  }

  /// One finding a kind, in reading order.
  func findings(file: String, layout: SourceLayout) -> [Finding] {
    gathered.map { kind, found in
      Finding(
        kind.code, at: found.first, value: found.value,
        atStake: found.pence.map(Money.init(pence:)),
        rows: found.rows,
        message: kind.code == .dateUnreadable && kind.value.isEmpty
          ? GatheredFindings.message(ofFurtherDates: found.rows, found.value)
          : GatheredFindings.message(kind.code, found.rows, found.value, layout),
        remedy: GatheredFindings.remedy(kind.code, layout))
    }.sorted(by: Finding.inReadingOrder)
  }

  private static func message(ofFurtherDates rows: Int, _ value: String) -> String {
    let count = rows == 1 ? "1 more row" : "\(rows) more rows"
    return "\(count) whose dates, such as \(value.quotedForMessage), are none: kept, without a day"
  }

  private static func message(
    _ code: FindingCode, _ rows: Int, _ value: String, _ layout: SourceLayout
  ) -> String {
    let count = rows == 1 ? "1 row" : "\(rows) rows"
    switch code {
    case .cellsTooMany:
      return rows == 1
        ? "the row has a filled \(value) of its header"
        : "\(count) have filled cells beyond their header, the first a \(value) of its header"
    case .dateMissing:
      return "\(count) without a date: kept, in no financial year unless the layout states one"
    case .dateUnreadable:
      return "the date \(value.quotedForMessage) on \(count) is none: kept, without a day"
    case .dateOrderDiffers:
      return "\(count) whose dates, such as \(value.quotedForMessage), are not "
        + "\(layout.dateOrder.rawValue): read in the only order that gives a day"
    case .totalDiffers:
      return
        "\(count) whose printed sum is not that of the amounts beside it; the amounts are used"
    case .mojibake:
      return "\(count) whose pound sign was lost before the export was written: read without it"
    case .totalUnreadable:
      return "\(count) with a printed total that cannot be read, such as "
        + "\(value.quotedForMessage): it checks nothing"
    case .totalDoubtful:
      return "\(count) without a label that can be trusted, which \(value)"
    case .linesSetAside:
      return "\(rows == 1 ? "1 line" : "\(rows) lines") set aside as \(value)"
    case .amountRounded:
      return "\(count) with fractions of a penny: rounded half away from zero"
    default:
      return
        "\(count) with a status (\(value.quotedForMessage)) and no amount: not stated, not zero"
    }
  }

  private static func remedy(_ code: FindingCode, _ layout: SourceLayout) -> String {
    switch code {
    case .cellsTooMany: LineParser.quoteRemedy
    case .dateMissing, .dateUnreadable: "ask the publisher for the dates"
    case .dateOrderDiffers: "check date-order of layout \"\(layout.name)\""
    case .totalDiffers: "ask the publisher which is right"
    case .mojibake: "nothing for the amounts; names of the same rows may have lost characters too"
    case .totalUnreadable: "ask the publisher for the total"
    case .totalDoubtful:
      "look at the rows, and correct the export or add a set-aside rule to the layout"
    case .linesSetAside: "nothing to do, unless a row of the table is among them"
    case .amountRounded: "nothing: the waterfall states what rounding moved"
    default: "ask the publisher whether a figure exists"
    }
  }
}
