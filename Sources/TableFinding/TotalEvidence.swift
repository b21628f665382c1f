/// What speaks for a row of a table being a total, and against it.
struct TotalEvidence {
  let signs: [TotalSign]
  private let below: SumMatch?
  private let above: SumMatch?

  /// Whether the signs weigh enough.
  var isTotal: Bool { signs.reduce(0) { $0 + $1.weight } > TotalSign.enough }

  /// Looks at the row at `place` of the table's body `rows`.
  init(_ body: TableBodyRows, place: Int, below: SumMatch?, above: SumMatch?) {
    self.below = below
    self.above = above
    signs =
      TotalEvidence.labelSigns(body, place) + TotalEvidence.sumSigns(below, above)
      + TotalEvidence.placeSigns(body, place) + TotalEvidence.figureSigns(body, place)
  }

  /// Why the row is a total, in words.
  var reason: String {
    if let sum = [above, below].compactMap({ $0 }).first(where: \.isSure) {
      let side = sum.end < sum.row ? "above" : "below"
      return "the \(sum.parts) rows \(side) it add up to it in \(sum.agreeing) of "
        + "\(sum.comparable) columns"
    }
    return signs.filter { $0.weight > 0 }.map(\.words).joined(separator: ", ")
  }

  private static func labelSigns(_ body: TableBodyRows, _ place: Int) -> [TotalSign] {
    switch TotalLabel(body.label(place)) {
    case .alone, .begins: [.labelBegins]
    case .ends: [.labelEnds]
    case .all: [.labelAll]
    case .average: [.labelAverage]
    case .carried, .none: body.hasLabel(place) ? [] : [.noLabel]
    }
  }

  private static func sumSigns(_ below: SumMatch?, _ above: SumMatch?) -> [TotalSign] {
    var signs: [TotalSign] = []
    switch below?.strength ?? .none {
    case .strong: signs.append(.strongBelow)
    case .fair: signs.append(.fairBelow)
    case .weak: signs.append(.weakBelow)
    case .none: break
    }
    switch above?.strength ?? .none {
    case .strong: signs.append(.strongAbove)
    case .fair: signs.append(.fairAbove)
    case .weak, .none: break
    }
    if max(below?.parts ?? 0, above?.parts ?? 0) >= 10 { signs.append(.manyParts) }
    return signs
  }

  private static func placeSigns(_ body: TableBodyRows, _ place: Int) -> [TotalSign] {
    var signs: [TotalSign] = []
    if place == 0 { signs.append(.first) }
    if place == body.rows.count - 1 { signs.append(.last) }
    if body.isAfterBlank(place) { signs.append(.afterBlank) }
    if body.isNextDeeper(place) { signs.append(.deeperBelow) }
    return signs
  }

  private static func figureSigns(_ body: TableBodyRows, _ place: Int) -> [TotalSign] {
    var signs: [TotalSign] = []
    if body.areAllHundreds(place) { signs.append(.hundreds) }
    if body.isLargest(place) { signs.append(.largest) }
    if body.isLargerThanNext(place) { signs.append(.largerThanNext) }
    if body.usualTexts >= 2 {
      if body.texts(place) * 2 <= body.usualTexts {
        signs.append(.bare)
      } else {
        signs.append(body.usualTexts >= 4 ? .identified : .labelled)
      }
    }
    return signs
  }
}
