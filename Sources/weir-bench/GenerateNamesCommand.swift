import ArgumentParser

/// `weir-bench generate-names`: writes made-up suppliers' names with the truth about them.
struct GenerateNamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-names",
    abstract: "Writes made-up names of suppliers, the same bytes every time.",
    discussion: """
      The file has the columns record_id, source and name, as weir providers match reads them; the \
      truth beside it has record_id and entity_id.
      """)

  @Argument(help: "The file to write; NAMES.csv comes with NAMES.truth.csv.")
  var file: String

  @Option(help: "How many names.")
  var count = 100_000

  @Option(help: "Another seed gives other names.")
  var seed: UInt64 = 7

  @Option(help: "Leaves so many of them out, the last ones.")
  var withoutLast = 0

  /// Where the truth about a file of names stands.
  static func truth(of file: String) -> String {
    (file.hasSuffix(".csv") ? String(file.dropLast(4)) : file) + ".truth.csv"
  }

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count must be 1 or more") }
    guard (0..<count).contains(withoutLast) else {
      throw ValidationError("--without-last must be less than --count")
    }
  }

  func run() throws {
    let records = Array(NameGenerator.records(count, seed: seed).dropLast(withoutLast))
    try NameGenerator.write(records, names: file, truth: GenerateNamesCommand.truth(of: file))
    print("\(records.count) names of \((records.map(\.body).max() ?? 0) + 1) bodies")
  }
}
