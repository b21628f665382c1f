package import MappingTables
package import PoolModel

/// What the labels of a line themselves say of what its money is for.
package struct LabelStatement: Sendable {
  /// One phrase found in one label.
  package struct Evidence: Hashable, Sendable {
    /// The words as the label has them, in lower case.
    package var words: String
    /// Where they stand.
    package var column: CodeRule.Column
    /// What they can mean: more than one code where taxonomies of different years have their own.
    package var codes: [String]
    /// The codes that give way to these.
    var outweighs: [String]
    /// The places of the words in the label.
    var place: Range<Int>
  }

  /// By axis, in the order of columns and places.
  package var evidence: [LabelWord.Axis: [Evidence]]

  /// Whether the labels state anything of an axis.
  package func states(_ axis: LabelWord.Axis) -> Bool { !(evidence[axis] ?? []).isEmpty }
}

extension LabelVocabulary {
  /// The codes of an axis that a statement leaves, on a day or on any, in order.
  ///
  /// Codes that are not in use on the day are none; a code above another of them says less and is
  /// left out. More than one is left where the labels name several.
  package func codes(
    _ axis: LabelWord.Axis, of statement: LabelStatement, on day: CalendarDay?
  ) -> [String] {
    let tree = self.tree(axis)
    let evidence = (statement.evidence[axis] ?? []).compactMap {
      found -> LabelStatement.Evidence? in
      var found = found
      found.codes.removeAll { code in !tree.isInUse(code, on: day) }
      return found.codes.isEmpty ? nil : found
    }
    let lesser = evidence.enumerated().flatMap { place, found in
      evidence.enumerated().filter { $0.offset != place }.flatMap(\.element.codes).filter { code in
        !found.codes.contains(code) && found.outweighs.contains { tree.isCode(code, within: $0) }
      }
    }
    let left = Set(evidence.flatMap(\.codes)).subtracting(lesser)
    return left.filter { code in
      !left.contains { $0 != code && tree.isCode($0, within: code) }
    }.sorted()
  }
}

extension CategoryAxis {
  /// Whether a code is in use on a day; in any case where the day is not known.
  fileprivate func isInUse(_ code: String, on day: CalendarDay?) -> Bool {
    guard let day, let node = self[code] else { return true }
    return (node.from.map { $0 <= day } ?? true) && (node.to.map { day <= $0 } ?? true)
  }
}

extension CategoryAxis {
  /// Whether a code is one of those that labels state, or one above or below it.
  ///
  /// Where they state several, the code of money that no single group can be charged with agrees.
  package func agrees(_ code: String, withStated codes: [String]) -> Bool {
    codes.contains { isCode(code, within: $0) || isCode($0, within: code) }
      || codes.count > 1 && code == Category.mixedClientGroups
  }
}

extension LabelWord.Axis {
  /// The code of a category on the axis.
  package func code(of category: Category) -> String {
    switch self {
    case .clientGroup: category.clientGroup
    case .careSetting: category.careSetting
    case .ageBand: category.ageBand
    }
  }

  /// The code of money of which no rule states the axis.
  package var unknownCode: String {
    switch self {
    case .clientGroup: Category.unknownClientGroup
    case .careSetting: Category.unknownCareSetting
    case .ageBand: Category.allAges
    }
  }
}
