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
    discussion: "Give the two names as published, each in quotes.")

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "A name as published.")
  var name: String

  @Argument(help: "Another name as published.")
  var otherName: String

  func run() throws {
    let mappings = try options.mappings()
    let matcher = ProviderMatcher(
      words: mappings.providerWords, decisions: mappings.providerDecisions,
      organisations: mappings.organisations.values.sorted { $0.id < $1.id })
    let bodies = DatedBodies(mappings)
    let lines =
      matcher.explain(name, otherName)
      + [name, otherName].flatMap { bodies.explanation(of: $0, publisher: "") }
    Terminal.write(lines.joined(separator: "\n") + "\n")
  }
}
