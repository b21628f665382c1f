import MappingTables

/// How strongly a rule claims a line; the lesser wins.
///
/// The order is the one that `Mappings.md` states.
struct RulePrecedence: Hashable, Comparable, Sendable {
  /// The form of a rule, best first.
  enum Form: Int, Sendable {
    case explicit
    case list
    case range
    case severalColumns
    case pattern
    /// No filled column: the rule takes whatever the others leave.
    case anything
  }

  /// 0 for the publisher's own rules; then those it includes, in order; the shared ones last.
  let layer: Int
  let form: Form
  /// How many matching cells are filled, the sign among them.
  let filledCells: Int
  /// The literal characters of the patterns; `Int.max` where the rule has no pattern, because an
  /// exact value or a range asks more than any pattern.
  let literals: Int
  /// The summed widths of the ranges.
  let rangeWidth: UInt64

  /// The precedence of a rule with these matching cells.
  init(cells: [CellPattern], hasSign: Bool, layer: Int) {
    let filled = cells.filter { $0 != .any }
    self.layer = layer
    form = filled.count > 1 ? .severalColumns : filled.first.map(Form.init(of:)) ?? .anything
    filledCells = filled.count + (hasSign ? 1 : 0)
    literals = filled.compactMap(\.literalCharacters).reduce(nil) { ($0 ?? 0) + $1 } ?? .max
    rangeWidth = filled.reduce(0) { $0 + $1.rangeWidth }
  }

  /// The better first.
  static func < (left: RulePrecedence, right: RulePrecedence) -> Bool { left.key < right.key }

  private var key: (Int, Int, Int, Int, UInt64) {
    (layer, form.rawValue, -filledCells, -literals, rangeWidth)
  }
}

extension RulePrecedence.Form {
  fileprivate init(of cell: CellPattern) {
    switch cell {
    case .any: self = .anything
    case .exact: self = .explicit
    case .list: self = .list
    case .range: self = .range
    case .wildcard: self = .pattern
    }
  }
}

extension CellPattern {
  fileprivate var literalCharacters: Int? {
    guard case .wildcard(let pattern) = self else { return nil }
    return pattern.count { $0 != "*" && $0 != "?" }
  }

  fileprivate var rangeWidth: UInt64 {
    guard case .range(_, let first, let last) = self else { return 0 }
    return last - first
  }
}
