/// What money was spent on: client group × care setting × age band, each a code of the taxonomy
/// under `mappings/categories/`.
///
/// The axes are independent: "learning disability" and "residential care" are roll-ups on two of
/// them and overlap.
package struct Category: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Why: a code such as `CG-LD`.
  package var clientGroup: String
  /// What and where: a code such as `ST-RES`.
  package var careSetting: String
  /// For whom: a code such as `AG-18`.
  package var ageBand: String

  /// A category of three codes.
  package init(clientGroup: String, careSetting: String, ageBand: String) {
    self.clientGroup = clientGroup
    self.careSetting = careSetting
    self.ageBand = ageBand
  }

  /// The client group of money whose group no rule states.
  package static let unknownClientGroup = "CG-UNK"
  /// The client group of money that no single group can be charged with.
  package static let mixedClientGroups = "CG-MIX"
  /// The care setting of money whose setting no rule states.
  package static let unknownCareSetting = "ST-UNK"
  /// The age band of money that is not split by age.
  package static let allAges = "AG-ALL"

  /// No axis is known.
  package static let unknown = Category(
    clientGroup: unknownClientGroup, careSetting: unknownCareSetting, ageBand: allAges)

  /// In the order of their printed keys.
  package static func < (left: Category, right: Category) -> Bool {
    (left.clientGroup, left.careSetting, left.ageBand)
      < (right.clientGroup, right.careSetting, right.ageBand)
  }

  /// `CG-LD/ST-RES/AG-18`.
  package var description: String { "\(clientGroup)/\(careSetting)/\(ageBand)" }
}

/// One axis of the taxonomy: its codes with labels and parents.
package struct CategoryAxis: Sendable {
  /// One code of an axis.
  package struct Node: Sendable {
    /// The code, such as `CG-LD`.
    package let code: String
    /// For people.
    package let label: String
    /// The code above it; nil at the root.
    package let parent: String?
    /// Its first day of use; nil: always.
    package let from: CalendarDay?
    /// Its last day of use; nil: still in use.
    package let to: CalendarDay?

    /// A code with its label and parent.
    package init(
      code: String, label: String, parent: String?, from: CalendarDay? = nil,
      to: CalendarDay? = nil
    ) {
      self.code = code
      self.label = label
      self.parent = parent
      self.from = from
      self.to = to
    }
  }

  /// All codes, in the table's order.
  package let nodes: [Node]
  private let places: [String: Int]

  /// An axis of these codes.
  package init(nodes: [Node]) {
    self.nodes = nodes
    places = Dictionary(
      nodes.enumerated().map { ($0.element.code, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The code's row; nil where the axis has no such code.
  package subscript(code: String) -> Node? { places[code].map { nodes[$0] } }

  /// Whether `code` is `ancestor` or lies below it.
  package func isCode(_ code: String, within ancestor: String) -> Bool {
    var current: String? = code
    // A table whose parents run in a circle is refused by its reader, so that this ends; the bound
    // keeps it ending for an axis built by hand.
    for _ in 0...nodes.count {
      guard let here = current else { return false }
      if here == ancestor { return true }
      current = self[here]?.parent
    }
    return false
  }
}
