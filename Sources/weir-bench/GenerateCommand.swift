import ArgumentParser

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

  func validate() throws {
    guard megabytes > 0 else { throw ValidationError("--megabytes must be 1 or more") }
  }

  func run() throws {
    let rows = try LedgerGenerator.write(
      to: file, byteCount: megabytes * 1_000_000, seed: seed)
    print("\(rows) rows")
  }
}
