import ArgumentParser

/// `weir providers`: who is behind the names.
struct ProvidersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "providers", abstract: "The providers behind the names that partners pay.",
    subcommands: [
      ProvidersListCommand.self, ProvidersExplainCommand.self, ProvidersMatchCommand.self,
      ProvidersMergeCommand.self, ProvidersSplitCommand.self, ProvidersReviewCommand.self,
      ProvidersDecisionsCommand.self,
    ])
}
