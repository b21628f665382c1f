package import ExportReading
import MappingTables
package import PoolModel

/// The guesses of one publisher's exports put together as a draft of its source file.
package struct SourceDraft: Sendable {
  /// What was guessed of one export.
  package struct Reading: Sendable {
    /// The file's name without folders.
    package var file: String
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

  /// The exports that share one set of headers.
  struct Group {
    var name: String
    /// In order of file name, at least one.
    var readings: [Reading]

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
    var order: [Set<String>] = []
    var bySet: [Set<String>: [Reading]] = [:]
    for reading in readings.sorted(by: { $0.file < $1.file }) {
      let set = Set(FoldedText.headers(reading.guess.layout.headers).filter { !$0.isEmpty })
      if bySet[set] == nil { order.append(set) }
      bySet[set, default: []].append(reading)
    }
    var names: [String: Int] = [:]
    return order.compactMap { set in
      guard let readings = bySet[set], let first = readings.first else { return nil }
      let name = SourceDraft.name(of: first)
      names[name, default: 0] += 1
      let count = names[name, default: 1]
      return Group(name: count == 1 ? name : "\(name)-\(count)", readings: readings)
    }
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
