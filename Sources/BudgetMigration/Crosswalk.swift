import MappingTables
import PoolModel

/// The rows of a crosswalk by what they match: a lookup does not try them all.
struct Crosswalk {
  /// The rows that together say what becomes of a code: one, or the shares of a split.
  struct Entry {
    var rows: [CrosswalkRow]
    /// The lesser goes first.
    let rank: Int

    var kind: CrosswalkRow.Kind { rows[0].kind }
  }

  /// What a crosswalk says of a code on a day.
  enum Answer {
    /// The place of an entry, and whether the day is one of its days.
    case entry(Int, isInForce: Bool)
    /// Two entries of equal rank, by their places.
    case tie(Int, Int)
    case nothing
  }

  private(set) var entries: [Entry] = []
  /// Places of entries by the exact codes that they ask for.
  private var exact: [String: [Int]] = [:]
  /// Places of entries that ask for ranges, patterns or any code.
  private var loose: [Int] = []

  init(_ rows: [CrosswalkRow]) {
    struct Key: Hashable {
      var body: CellPattern
      var code: CellPattern
      var from: CalendarDay?
      var to: CalendarDay?
    }
    var places: [Key: Int] = [:]
    for row in rows {
      let key = Key(body: row.oldBody, code: row.oldCode, from: row.from, to: row.to)
      if let place = places[key] {
        entries[place].rows.append(row)
      } else {
        places[key] = entries.count
        entries.append(Entry(rows: [row], rank: Crosswalk.rank(of: row)))
      }
    }
    for (place, entry) in entries.enumerated() {
      let codes = entry.rows[0].oldCode.exactValues
      if codes.isEmpty { loose.append(place) }
      for code in codes { exact[code, default: []].append(place) }
    }
  }

  /// What becomes of a code of a body on a day.
  ///
  /// Entries for named bodies go before those for any, an exact code before a list, a range and a
  /// pattern. Where no entry is in force on the day, the one whose days are nearest answers: codes
  /// are used for some weeks after their time.
  func answer(body: String, code: String, on day: CalendarDay) -> Answer {
    let (body, code) = (CellPattern.folded(body), CellPattern.folded(code))
    let matching = ((exact[code] ?? []) + loose).filter { place in
      let row = entries[place].rows[0]
      return row.oldBody.matches(folded: body) && row.oldCode.matches(folded: code)
    }
    guard let best = matching.map({ entries[$0].rank }).min() else { return .nothing }
    let first = matching.filter { entries[$0].rank == best }
    let inForce = first.filter { entries[$0].rows[0].isInForce(on: day) }
    if inForce.count > 1 { return .tie(inForce[0], inForce[1]) }
    if let place = inForce.first { return .entry(place, isInForce: true) }
    let nearest = first.min {
      (entries[$0].rows[0].distance(to: day), $0) < (entries[$1].rows[0].distance(to: day), $1)
    }
    return nearest.map { .entry($0, isInForce: false) } ?? .nothing
  }

  private static func rank(of row: CrosswalkRow) -> Int {
    let body = row.oldBody == .any ? 5 : 0
    let code =
      switch row.oldCode {
      case .exact: 0
      case .list: 1
      case .range: 2
      case .wildcard: 3
      case .any: 4
      }
    return body + code
  }
}

extension CrosswalkRow {
  /// How many days lie between a day and the row's own days.
  fileprivate func distance(to day: CalendarDay) -> Int32 {
    if let from, day < from { return from.daysSince1970 - day.daysSince1970 }
    if let to, to < day { return day.daysSince1970 - to.daysSince1970 }
    return 0
  }
}
