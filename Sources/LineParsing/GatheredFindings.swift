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
  }

  private var gathered: [Kind: Gathered] = [:]

  /// Counts a row.
  ///
  /// Unreadable dates are told by value, the others by code alone.
  mutating func note(_ code: FindingCode, at position: SourcePosition, value: String = "") {
    let kind = Kind(code: code, value: code == .dateUnreadable ? value : "")
    gathered[kind, default: Gathered(first: position, value: value, rows: 0)].rows += 1
  }

  /// One finding a kind, in reading order.
  func findings(file: String, layout: SourceLayout) -> [Finding] {
    gathered.map { kind, found in
      Finding(
        kind.code, at: found.first, value: found.value, rows: found.rows,
        message: GatheredFindings.message(kind.code, found.rows, found.value, layout),
        remedy: GatheredFindings.remedy(kind.code, layout))
    }.sorted(by: Finding.inReadingOrder)
  }

  private static func message(
    _ code: FindingCode, _ rows: Int, _ value: String, _ layout: SourceLayout
  ) -> String {
    let count = rows == 1 ? "1 row" : "\(rows) rows"
    switch code {
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
    case .amountRounded:
      return "\(count) with fractions of a penny: rounded half away from zero"
    default:
      return
        "\(count) with a status (\(value.quotedForMessage)) and no amount: not stated, not zero"
    }
  }

  private static func remedy(_ code: FindingCode, _ layout: SourceLayout) -> String {
    switch code {
    case .dateMissing, .dateUnreadable: "ask the publisher for the dates"
    case .dateOrderDiffers: "check date-order of layout \"\(layout.name)\""
    case .totalDiffers: "ask the publisher which is right"
    case .mojibake: "nothing for the amounts; names of the same rows may have lost characters too"
    case .amountRounded: "nothing: the waterfall states what rounding moved"
    default: "ask the publisher whether a figure exists"
    }
  }
}
