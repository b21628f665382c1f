package import PoolModel

/// How much of a publisher's money of a year may be explained no better than so: a row of
/// `mappings/thresholds.csv`.
package struct CoverageThreshold: Sendable {
  /// The publisher's slug; empty: every publisher that has no row of its own.
  package var publisher: String
  /// Which money is meant: what no rule maps, or what a rule maps on one axis only.
  package var coverage: CodeDecision.Coverage
  /// More than this is told as a warning; hundredths of a per cent, nil: never.
  package var warning: Int?
  /// More than this is told as an error; hundredths of a per cent, nil: never.
  package var failure: Int?
  /// The row of the file.
  package var position: SourcePosition
}

/// `mappings/thresholds.csv`.
enum CoverageThresholdTable {
  static let path = "mappings/thresholds.csv"
  private static let columns = ["publisher", "coverage", "warning", "failure", "note"]

  private enum Kind: String, CaseIterable {
    case partlyMapped = "partly-mapped"
    case unmapped
  }

  /// The thresholds in the file's order.
  static func read(_ file: MappingFile, known: KnownNames) -> [CoverageThreshold] {
    guard let table = CSVTable(file, known: columns, required: ["coverage"]) else { return [] }
    var keys = RepeatedKeys(of: "the threshold")
    return table.rows.compactMap { row in
      let limits = (perCent("warning", of: row), perCent("failure", of: row))
      if let warning = limits.0, let failure = limits.1, warning > failure {
        file.reportUnreadable(
          row.place("warning"), "warning", row["warning"],
          remedy: "write no more than under failure, \(row["failure"])")
      }
      let publisher = row["publisher"]
      if !publisher.isEmpty {
        known.checkPublisher(publisher, "publisher", in: file, at: row.place("publisher"))
      }
      guard let kind = row.filledChoice("coverage", of: Kind.self),
        let coverage = CodeDecision.Coverage(rawValue: kind.rawValue),
        keys.isNew("\(publisher) \(kind.rawValue)", in: file, at: row.place("coverage"))
      else { return nil }
      return CoverageThreshold(
        publisher: publisher, coverage: coverage, warning: limits.0, failure: limits.1,
        position: SourcePosition(file: file.path, line: row.line))
    }
  }

  private static func perCent(_ column: String, of row: TableRow) -> Int? {
    guard !row[column].isEmpty else { return nil }
    guard let hundredths = HundredthsOfPerCent.read(row[column]) else {
      row.file.reportUnreadable(
        row.place(column), column, row[column], remedy: "write a per cent as 1 or 0.5")
      return nil
    }
    return hundredths
  }
}
