import MappingTables

extension CellPattern {
  /// Whether the cell asks nothing: blank, or only `*`.
  var meansAnything: Bool {
    switch self {
    case .any: true
    case .wildcard(let pattern): pattern.allSatisfy { $0 == "*" }
    case .exact, .list, .range: false
    }
  }

  /// Values that the cell matches: all of a list, the ends of a range, one of a pattern.
  var samples: [String] {
    switch self {
    case .any: [""]
    case .exact, .list: exactValues
    case .range(let letters, let first, let last):
      first == last ? ["\(letters)\(first)"] : ["\(letters)\(first)", "\(letters)\(last)"]
    case .wildcard(let pattern): [Self.value(of: pattern, star: "")]
    }
  }

  /// Whether the cell surely matches every value that another matches.
  func covers(_ other: CellPattern) -> Bool {
    if meansAnything { return true }
    switch other {
    case .any: return false
    case .exact, .list: return other.exactValues.allSatisfy(matches(folded:))
    case .range(let letters, let first, let last):
      guard case .range(let ours, let lower, let upper) = self, ours == letters
      else { return false }
      return lower <= first && last <= upper
    case .wildcard(let pattern):
      guard case .wildcard = self else { return false }
      // Characters that no table holds are matched by wildcards alone, so that three lengths of
      // them stand for all that a `*` can be.
      return ["", "\u{1}", "\u{1}\u{2}"].allSatisfy { star in
        matches(folded: Self.value(of: pattern, star: star))
      }
    }
  }

  /// A value that a pattern matches, with `star` for each `*`.
  private static func value(of pattern: String, star: String) -> String {
    var value = ""
    for character in pattern {
      switch character {
      case "*": value += star
      case "?": value += "\u{3}"
      default: value.append(character)
      }
    }
    return value
  }
}
