import MappingTables
import PoolModel

/// Which exports are replaced by corrected ones, after `supersedes` of their source files.
struct Reissues {
  /// Something about a re-issue that a person should look at.
  struct Doubt: Hashable {
    /// What is the matter.
    enum Reason: Hashable {
      /// It takes the place of several exports, none of whose names it holds.
      case severalReplaced
      /// Others that correct the same exports are set aside for it, the last by name.
      case severalReissues
      /// It cannot be used, so that what it should replace counts.
      case unusable
    }

    /// The re-issue's path.
    var reissue: String
    /// The paths of the exports that it is about, in order.
    var others: [String]
    var reason: Reason
  }

  /// The path of the export that takes the place of another, by the path of that other.
  private(set) var replacedBy: [String: String] = [:]
  /// In order of publisher, row and path.
  private(set) var doubts: [Doubt] = []

  /// Finds the re-issues among exports.
  ///
  /// An export that a row takes for a re-issue is not replaced by that row, whatever its pattern for
  /// others says. Where names of re-issues hold the names of exports that the row names, each
  /// replaces only those. Of several re-issues of one export the last by name counts, numbers in names
  /// compared as numbers. Of rows that contradict each other the first stands. `isUsable` says whether
  /// an export has any line of money; one that has none replaces nothing.
  init(
    of exports: [Workspace.ExportPlace], sources: [String: PublisherSource],
    isUsable: (String) throws -> Bool
  ) rethrows {
    let byPublisher = Dictionary(grouping: exports, by: \.publisher)
    for publisher in byPublisher.keys.sorted() {
      let paths = (byPublisher[publisher] ?? []).map(\.path).sorted(by: FileNameOrder.precedes)
      for row in sources[publisher]?.reissues ?? [] { try apply(row, to: paths, isUsable) }
    }
  }

  private mutating func apply(
    _ row: Reissue, to paths: [String], _ isUsable: (String) throws -> Bool
  ) rethrows {
    let reissues = paths.filter { row.file.matches($0.fileNameOfPath) }
    let named = paths.filter { row.replaces.matches($0.fileNameOfPath) && !reissues.contains($0) }
    guard !reissues.isEmpty, !named.isEmpty else { return }
    let holds = { (reissue: String, path: String) in
      FileNameOrder.stem(of: reissue).contains(FileNameOrder.stem(of: path))
    }
    let areHeld = named.contains { path in reissues.contains { holds($0, path) } }
    var replaced: [[String]: [String]] = [:]
    for path in named {
      let own = areHeld ? reissues.filter { holds($0, path) } : reissues
      if !own.isEmpty { replaced[own, default: []].append(path) }
    }
    for own in replaced.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try replace(replaced[own] ?? [], by: own, areHeld: areHeld, isUsable)
    }
  }

  /// Lets the last usable of some re-issues take the place of exports, and of the re-issues before it.
  private mutating func replace(
    _ paths: [String], by reissues: [String], areHeld: Bool,
    _ isUsable: (String) throws -> Bool
  ) rethrows {
    let usable = try reissues.filter(isUsable)
    for reissue in reissues where !usable.contains(reissue) {
      doubts.append(Doubt(reissue: reissue, others: paths, reason: .unusable))
    }
    guard let reissue = usable.last else { return }
    let earlier = Array(usable.dropLast())
    if !earlier.isEmpty {
      doubts.append(Doubt(reissue: reissue, others: earlier, reason: .severalReissues))
    }
    if !areHeld, paths.count > 1 {
      doubts.append(Doubt(reissue: reissue, others: paths, reason: .severalReplaced))
    }
    for path in paths + earlier where replacedBy[path] == nil && last(from: reissue) != path {
      replacedBy[path] = reissue
    }
  }

  /// The export at the end of a chain of re-issues.
  private func last(from path: String) -> String {
    var path = path
    while let next = replacedBy[path] { path = next }
    return path
  }
}

/// The order of file names in which `april-2.csv` comes after `april.csv` and before `april-10.csv`.
enum FileNameOrder {
  /// A file's name without its last ending.
  static func stem(of path: String) -> String {
    let name = path.fileNameOfPath
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Whether a path comes before another.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let (first, second) = (pieces(of: stem(of: left)), pieces(of: stem(of: right)))
    for (one, other) in zip(first, second) where one != other {
      guard let one = UInt64(one), let other = UInt64(other), one != other else {
        return one < other
      }
      return one < other
    }
    return first.count != second.count ? first.count < second.count : left < right
  }

  /// Runs of digits and of everything else.
  private static func pieces(of stem: String) -> [String] {
    var pieces: [String] = []
    var wasDigit: Bool?
    for character in stem {
      let isDigit = ("0"..."9").contains(character)
      if wasDigit == isDigit {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      wasDigit = isDigit
    }
    return pieces
  }
}
