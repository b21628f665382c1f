package import ExportReading
import LineParsing
import MappingTables
package import PoolModel

/// The guesses of one publisher's exports put together as a draft of its source file.
package struct SourceDraft: Sendable {
  /// What was guessed of one export.
  package struct Reading: Sendable {
    /// The file's name without folders.
    package var file: String
    /// What was found in it.
    package var guess: LayoutGuess
    /// What its lines that are not UTF-8 are decoded as; nil where it has none.
    package var encoding: FallbackEncoding?

    /// A reading.
    package init(file: String, guess: LayoutGuess, encoding: FallbackEncoding?) {
      self.file = file
      self.guess = guess
      self.encoding = encoding
    }
  }

  /// The exports that share one layout.
  struct Group {
    var name: String
    /// In order of file name, at least one.
    var readings: [Reading]
    /// Whether more exports have the same headers and another layout, so that these are named.
    var namesFiles: Bool

    /// The reading whose roles are surest; the first of equals.
    var best: Reading {
      readings.dropFirst().reduce(readings[0]) {
        $1.guess.confidence > $0.guess.confidence ? $1 : $0
      }
    }

    /// The order of dates that most files have; nil where none of them settles it.
    var dateOrder: DateOrder? {
      let orders = readings.compactMap { $0.guess.dateOrder?.order }
      let counts = Dictionary(orders.map { ($0, 1) }, uniquingKeysWith: +)
      return DateOrder.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] }
        .flatMap { counts[$0] == nil ? nil : $0 }
    }
  }

  let publisher: String
  let organisation: Organisation?
  let groups: [Group]

  /// A draft; the order of the readings does not matter.
  package init(publisher: String, organisations: [Organisation], readings: [Reading]) {
    self.publisher = publisher
    organisation = SourceDraft.organisation(of: publisher, among: organisations)
    groups = SourceDraft.groups(of: readings)
  }

  private static func groups(of readings: [Reading]) -> [Group] {
    let sorted = readings.sorted { $0.file < $1.file }
    var names: [String: Int] = [:]
    return inOrder(sorted) { headers(of: $0) }.flatMap { alike in
      let layouts = layouts(of: alike)
      // The layout of most files is that of any further file with these headers.
      let most = layouts.indices.max { (layouts[$0].count, $1) < (layouts[$1].count, $0) }
      return layouts.enumerated().map { place, readings in
        let name = SourceDraft.name(of: readings[0])
        names[name, default: 0] += 1
        let count = names[name, default: 1]
        return Group(
          name: count == 1 ? name : "\(name)-\(count)", readings: readings,
          namesFiles: place != most)
      }
    }
  }

  /// The readings with one set of headers, put together by what their money and, without header,
  /// their columns are.
  ///
  /// A reading whose amount must be asked for goes with most of the others.
  private static func layouts(of alike: [Reading]) -> [[Reading]] {
    let known = alike.filter { !$0.guess.layout.amounts.isEmpty }
    let open = alike.filter { $0.guess.layout.amounts.isEmpty }
    var layouts = inOrder(known) { meaning(of: $0.guess.layout) }
    guard let most = layouts.indices.max(by: { (layouts[$0].count, $1) < (layouts[$1].count, $0) })
    else { return [alike] }
    layouts[most] = (layouts[most] + open).sorted { $0.file < $1.file }
    return layouts
  }

  private static func headers(of reading: Reading) -> Set<String> {
    Set(FoldedText.headers(reading.guess.layout.headers).filter { !$0.isEmpty })
  }

  /// What may not differ within a layout, as text to compare.
  private static func meaning(of layout: SourceLayout) -> [String] {
    let amounts = layout.amounts.map { amount in
      "\(FoldedText.of(amount.header)) \(amount.unit) \(String(describing: amount.year)) "
        + "\(String(describing: amount.month)) \(amount.label ?? "") \(amount.partner ?? "") "
        + "\(amount.isTakenAway) \(amount.credits?.header ?? "")"
    }
    let columns =
      layout.headerRows == 0 ? layout.columns.map { "\($0.rawValue) \($1)" }.sorted() : []
    return amounts + columns + [
      String(describing: layout.year), FoldedText.of(layout.rowTotal ?? ""), "\(layout.headerRows)",
    ]
  }

  /// Values put together by a key, in the order in which the keys first stand.
  private static func inOrder<Key: Hashable>(
    _ readings: [Reading], by key: (Reading) -> Key
  ) -> [[Reading]] {
    var order: [Key] = []
    var groups: [Key: [Reading]] = [:]
    for reading in readings {
      if groups[key(reading)] == nil { order.append(key(reading)) }
      groups[key(reading), default: []].append(reading)
    }
    return order.compactMap { groups[$0] }
  }

  /// `payments-2014-06`, after the period of the first file.
  private static func name(of reading: Reading) -> String {
    let period = FileNamePeriod(fileName: reading.file)
    let parts = [
      period?.year.map { "\($0)" }, period?.month.map { $0 < 10 ? "0\($0)" : "\($0)" },
    ].compactMap(\.self)
    return (["payments"] + parts).joined(separator: "-")
  }

  /// The body whose name, or another of its names, the folder spells.
  private static func organisation(
    of publisher: String, among organisations: [Organisation]
  ) -> Organisation? {
    organisations.sorted { $0.id < $1.id }.first { body in
      ([body.name] + body.otherNames).contains { slug($0) == publisher }
    }
  }

  /// `Leeds City Council` as a folder is named.
  private static func slug(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
