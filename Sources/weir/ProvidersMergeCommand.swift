import ArgumentParser
import MappingTables

/// `weir providers merge`.
struct ProvidersMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Decides that two names are one provider.",
    discussion: """
      Adds a row "same" to mappings/providers/decisions.csv; the next run follows it. For an id, \
      the decision is about the spelling that most of the provider's money goes under.

      Example: weir providers merge "Larkenby House Ltd." "Pennardle Grange" \
      --by "A Clerk, finance" --on 2010-04-12 --why "the contract names both"
      """)

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var pair: PairOptions

  func run() throws { try pair.decide(.same, options) }
}
