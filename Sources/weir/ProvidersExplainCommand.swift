import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir providers explain`.
struct ProvidersExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why two names are one provider, may be, or are not.",
    discussion: """
      Give the two names as published, each in quotes. A provider's id stands for the spelling that \
      most of its money goes under.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "A name as published, or a provider's id.")
  var name: String

  @Argument(help: "Another name as published, or a provider's id.")
  var otherName: String

  func run() throws {
    let mappings = try options.mappings()
    let matcher = ProviderMatcher(mappings)
    let bodies = DatedBodies(mappings)
    let (name, otherName) = (try spelling(name, mappings), try spelling(otherName, mappings))
    let payees = try StoredPayees.last(in: options.folder, mappings)
    let lines =
      try matcher.explain(name, otherName, among: payees?.payees ?? [])
      + (payees?.familyLines(of: name, otherName) ?? [])
      + [name, otherName].flatMap { bodies.explanation(of: $0, publisher: "") }
    Terminal.show(lines.map(\.harmlessLine).joined(separator: "\n") + "\n")
  }

  /// The name itself, or that of the provider with the id.
  private func spelling(_ text: String, _ mappings: MappingSet) throws -> String {
    guard text.hasPrefix("P-"), text.utf8.count == 10, !text.contains(" ") else { return text }
    guard
      let known = try StoredPayees.last(in: options.folder, mappings)?.spelling(ofProvider: text)
    else {
      throw Failure("no provider \(text.quotedForMessage); list them with: weir providers list")
    }
    return known.supplier.name
  }
}
