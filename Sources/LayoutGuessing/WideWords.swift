import MappingTables

/// What the words of headers say that a column of a wide table stands for.
struct WideWords {
  /// A header without the words of its unit.
  var withoutUnit: (String) -> String
  /// Words that do not tell columns apart.
  var fillers: Set<String>
  /// Whether a header names a body, or ends as the names of bodies do.
  var isBody: (String, BodyHeadings.Certainty) -> Bool

  /// The columns that stand for bodies.
  ///
  /// `Care Trust` may be a body or a trust fund: such a header counts beside one that is surely a
  /// body, or beside another of its kind.
  func bodies(_ money: [Int], _ columns: [WideColumns.Column]) -> [Int] {
    let mayBe = money.filter { columns[$0].known == nil || isBody(columns[$0].header, .surely) }
    let sure = mayBe.filter { isBody(columns[$0].header, .surely) }
    let likely = mayBe.filter {
      sure.contains($0) || isBody(columns[$0].header, .byItsEnd)
    }
    return likely.count >= 2 ? likely : sure
  }

  /// The amount that a column is, with what it stands for.
  func amount(
    _ header: String, _ standFor: (inout AmountColumn) -> Void
  ) -> AmountColumn {
    var amount = AmountColumn(header: header)
    standFor(&amount)
    return amount
  }

  /// The amount of a body: `Northbeck Council (£000)` is Northbeck Council.
  func body(_ header: String, hasPayee: Bool) -> AmountColumn {
    let words = withoutUnit(header).split { $0.isWhitespace || "()[]".contains($0) }
    let name = words.filter { !$0.contains("£") }.joined(separator: " ")
    return amount(header) {
      if hasPayee { $0.label = name } else { $0.partner = name }
    }
  }
}

extension WideWords {
  /// The words of the tables under `mappings/headers/`, and the names of bodies.
  init(_ reading: HeaderReading) {
    self.init(
      withoutUnit: reading.units.rest, fillers: reading.fillers,
      isBody: { reading.bodies.isBody(reading.units.rest(of: $0), $1) })
  }
}
