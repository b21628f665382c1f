/// Rows that make the figures of another when they are added up.
struct SumMatch {
  /// How little chance explains a sum.
  enum Strength {
    case none
    case weak
    case fair
    case strong
  }

  /// The total's place in the table.
  var row: Int
  /// How unlikely the sum is by chance, in bits over all columns.
  var bits: Int
  /// How many columns agree.
  var agreeing: Int
  /// How many columns could agree.
  var comparable: Int
  /// How many rows were added.
  var parts: Int
  /// The next row that the sum leaves out, seen from the total; a place in the table.
  var end: Int

  /// Whether chance alone hardly explains it.
  var isSure: Bool { bits >= 12 && agreeing * 2 >= comparable }

  var strength: Strength {
    let isMost = agreeing * 2 >= comparable
    if bits >= 20 { return isMost ? .strong : .fair }
    if bits >= 12 { return isMost ? .fair : .weak }
    return isMost ? .weak : .none
  }

  private var score: Int { bits - 4 * (comparable - agreeing) }

  /// The one that is less likely by chance; the first of two alike.
  static func better(_ one: SumMatch?, _ other: SumMatch?) -> SumMatch? {
    guard let one else { return other }
    guard let other else { return one }
    return other.score > one.score ? other : one
  }
}
