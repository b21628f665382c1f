import MappingTables

/// Finds the few rules that may match a tuple of values without looking at the others.
///
/// Each rule is filed under the exact values it asks for, as one key for all its columns, and
/// under no value where it asks for none. What shares a key is searched by range and by pattern.
struct RuleIndex: Sendable {
  /// For each column the number of its value, 0 where the key does not ask for it; then the set of
  /// columns as bits.
  private typealias Key = SIMD8<Int32>

  private static let setOfColumns = 7
  /// A rule with several lists is filed under their combinations up to this many; the lists that
  /// would pass it are matched instead.
  private static let mostKeysPerRule = 4_096

  /// For each column the numbers, from 1, of the values that rules ask for.
  private var valueNumbers: [[String: Int32]]
  /// The sets of columns that occur in keys, ascending.
  private var columnSets: [Int32] = []
  private var buckets: [Key: RuleBucket] = [:]

  /// An index of rules, which it calls by their places.
  init(_ rules: [NamedRule]) {
    valueNumbers = Array(repeating: [:], count: CodeRule.Column.allCases.count)
    var filed: [Key: [Int32]] = [:]
    for (place, rule) in rules.enumerated() {
      for key in keys(of: rule) { filed[key, default: []].append(Int32(place)) }
    }
    buckets = filed.mapValues { RuleBucket($0, of: rules) }
    columnSets = Set(filed.keys.map { $0[Self.setOfColumns] }).sorted()
  }

  /// Calls `body` with each rule that may match values, one a column and folded; some more than
  /// once, and none that matches is left out.
  func forEachCandidate(for values: [String], _ body: (Int32) -> Void) {
    var numbers = Key()
    for (column, known) in valueNumbers.enumerated() where !known.isEmpty {
      numbers[column] = known[values[column]] ?? 0
    }
    for columns in columnSets {
      guard let key = Self.key(numbers, columns) else { continue }
      buckets[key]?.forEachCandidate(for: values, body)
    }
  }

  /// Nil where a column of the set has a value that no rule asks for.
  private static func key(_ numbers: Key, _ columns: Int32) -> Key? {
    var key = Key()
    for column in 0..<setOfColumns where columns & (1 << column) != 0 {
      guard numbers[column] != 0 else { return nil }
      key[column] = numbers[column]
    }
    key[setOfColumns] = columns
    return key
  }

  private mutating func keys(of rule: NamedRule) -> [Key] {
    var keys = [Key()]
    for cell in rule.cells {
      let values = cell.pattern.exactValues
      guard !values.isEmpty, keys.count == 1 || keys.count * values.count <= Self.mostKeysPerRule
      else { continue }
      let numbers = values.map { number(of: $0, in: cell.column) }
      keys = keys.flatMap { key in
        numbers.map { number in
          var longer = key
          longer[cell.column] = number
          longer[Self.setOfColumns] |= 1 << cell.column
          return longer
        }
      }
    }
    return keys
  }

  private mutating func number(of value: String, in column: Int) -> Int32 {
    if let number = valueNumbers[column][value] { return number }
    let number = Int32(valueNumbers[column].count + 1)
    valueNumbers[column][value] = number
    return number
  }
}

/// The rules that ask for the same exact values.
private struct RuleBucket: Sendable {
  /// So few rules are matched one by one sooner than searched for.
  private static let fewRules = 16

  private var tried: [Int32] = []
  private var ranges: [RangeIndex] = []
  private var patterns: [PatternIndex] = []

  init(_ places: [Int32], of rules: [NamedRule]) {
    let loose = places.filter { place in
      rules[Int(place)].cells.contains { $0.pattern.exactValues.isEmpty }
    }
    guard loose.count > Self.fewRules else {
      tried = places
      return
    }
    let isLoose = Set(loose)
    tried = places.filter { !isLoose.contains($0) }
    var rangesByColumn: [Int: [(letters: String, first: UInt64, last: UInt64, rule: Int32)]] = [:]
    var patternsByColumn: [Int: [(pattern: String, rule: Int32)]] = [:]
    for place in loose {
      let cell = rules[Int(place)].cells.filter { $0.pattern.exactValues.isEmpty }
        .min { $0.pattern.searchOrder < $1.pattern.searchOrder }
      guard let cell else { continue }
      switch cell.pattern {
      case .range(let letters, let first, let last):
        rangesByColumn[cell.column, default: []].append((letters, first, last, place))
      case .wildcard(let pattern):
        patternsByColumn[cell.column, default: []].append((pattern, place))
      case .any, .exact, .list: tried.append(place)
      }
    }
    ranges = rangesByColumn.sorted { $0.key < $1.key }
      .map { RangeIndex(column: $0.key, ranges: $0.value) }
    patterns = patternsByColumn.sorted { $0.key < $1.key }
      .map { PatternIndex(column: $0.key, patterns: $0.value) }
  }

  func forEachCandidate(for values: [String], _ body: (Int32) -> Void) {
    tried.forEach(body)
    for index in ranges { index.forEachRule(holding: values[index.column], body) }
    for index in patterns { index.forEachCandidate(for: values[index.column], body) }
  }
}

extension CellPattern {
  /// Which cell of a rule to search by, least first: narrow ranges, wide ranges, long patterns.
  fileprivate var searchOrder: (Int, UInt64) {
    switch self {
    case .range(_, let first, let last): (0, last - first)
    case .wildcard(let pattern): (1, .max - UInt64(pattern.utf8.count))
    case .any, .exact, .list: (2, 0)
    }
  }
}
