import ArgumentParser
import ExportReading
import LineParsing
import MappingTables
import PoolModel

/// `weir-bench sum-task`: what the peers are held against, done by the stages that every run goes
/// through.
struct SumTaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sum-task",
    abstract: "Sums a ledger by category, with dates checked, through the real stages.",
    discussion: """
      Prints a line a category: its name, the sum in pounds, the rows, the first and the last day, \
      with tabs between them. Rows that cannot be used are told on standard error.
      """)

  @Argument(help: "The ledger, with the columns that `generate` writes.")
  var file: String

  @Option(help: "How many threads read the file.")
  var threads = 1

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
  }

  func run() throws {
    let opened = ExportLines.open(
      file, shownAs: file, sources: [try LedgerMappings.publisherSource()], threads: threads
    ) { _ in [.expenseType] }
    switch opened {
    case .failure(let fault): throw BenchError(fault.finding.description)
    case .success(let export):
      var sums = CategorySums()
      while let batch = export.next() {
        for finding in batch.findings { Machine.tell(finding.description) }
        sums.add(batch.lines)
      }
      for finding in export.finish() { Machine.tell(finding.description) }
      print(sums.table(export.parser.texts), terminator: "")
    }
  }
}

/// Sum, rows, first and last day of each category.
struct CategorySums {
  private struct Sum {
    var pence: Int64 = 0
    var rows = 0
    var first = CalendarDay(daysSince1970: .max)
    var last = CalendarDay(daysSince1970: .min)

    mutating func add(_ other: Sum) {
      pence += other.pence
      rows += other.rows
      first = min(first, other.first)
      last = max(last, other.last)
    }
  }

  /// By the place of the lines' code tuple, of which a category has several.
  private var sums: [Sum] = []

  /// Adds lines.
  mutating func add(_ lines: [SpendLine]) {
    for line in lines {
      let place = Int(line.codes)
      while place >= sums.count { sums.append(Sum()) }
      sums[place].pence += line.amount.pence
      sums[place].rows += 1
      guard let day = line.day else { continue }
      if day < sums[place].first { sums[place].first = day }
      if day > sums[place].last { sums[place].last = day }
    }
  }

  /// The categories in alphabetical order, one a line.
  func table(_ texts: ExportTexts) -> String {
    var byCategory: [String: Sum] = [:]
    for (place, sum) in sums.enumerated() {
      byCategory[texts.codes[place].expenseType, default: Sum()].add(sum)
    }
    return byCategory.sorted { $0.key < $1.key }.map { category, sum in
      let pounds = "\(sum.pence < 0 ? "-" : "")\(sum.pence.magnitude / 100)"
      let pence = sum.pence.magnitude % 100
      let days = sum.first > sum.last ? "\t" : "\(sum.first)\t\(sum.last)"
      return "\(category)\t\(pounds).\(pence < 10 ? "0" : "")\(pence)\t\(sum.rows)\t\(days)\n"
    }.joined()
  }
}
