import ArgumentParser
import MappingTables

/// `weir providers split`.
struct ProvidersSplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Decides that two names are two providers.",
    discussion: """
      Adds a row "different" to mappings/providers/decisions.csv; the next run follows it. The part \
      with more payments keeps the provider's id.

      Example: weir providers split "Larkenby House Ltd." "LARKENBY HOUSE DAY NURSERY" \
      --by "A Clerk, finance" --on 2010-04-12 --why "a care home and a nursery"
      """)

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var pair: PairOptions

  func run() throws { try pair.decide(.different, options) }
}
