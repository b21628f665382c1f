import ArgumentParser
import PoolModel

/// `weir-bench generate`: writes the made-up ledger.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes the made-up ledger, the same bytes every time.")

  @Argument(help: "The file to write.")
  var file: String

  @Option(help: "Its size in millions of bytes.")
  var megabytes = 500

  @Option(help: "Another seed gives another ledger.")
  var seed: UInt64 = 7

  @Option(help: "Dates of this month only, such as 2019-04; of seven years unless given.")
  var month: String?

  @Option(help: "How many payees to make up besides those of every ledger.")
  var payees = 0

  func validate() throws {
    guard month == nil || stated != nil else {
      throw ValidationError("--month takes a month, such as 2019-04")
    }
    guard payees >= 0 else { throw ValidationError("--payees must be 0 or more") }
    guard megabytes > 0 else { throw ValidationError("--megabytes must be 1 or more") }
  }

  private var stated: CalendarMonth? { month.flatMap { CalendarMonth(iso: $0) } }

  func run() throws {
    let rows = try LedgerGenerator.write(
      to: file, byteCount: megabytes * 1_000_000, seed: seed, month: stated, payees: payees)
    print("\(rows) rows")
  }
}
