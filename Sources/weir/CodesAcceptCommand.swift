import ArgumentParser
import MappingTables
import Pipeline
import PoolModel

extension CodesCommand {
  /// `weir codes accept`.
  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accepts suggestions: writes each as a rule with who, when and why.",
      discussion: """
        Adds rows to mappings/codes/PUBLISHER.csv; the next run follows them, and weir codes diff \
        shows beforehand what they move.

        Example: weir codes accept 3f2a90c1 --by "A Clerk, finance" --on 2010-04-12
        """)

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The suggestions, as weir codes suggest names them.")
    var suggestions: [String]

    @Option(help: "This client group instead of the one suggested.")
    var clientGroup: String?

    @Option(help: "This care setting instead of the one suggested.")
    var careSetting: String?

    @Option(help: "This age band instead of the one suggested.")
    var ageBand: String?

    @OptionGroup var decision: DecisionOptions

    func run() throws {
      guard let day = decision.day else { return }
      let opened = try writingDecision {
        try RuleDesk(
          workspace: options.folder, isDryRun: decision.dryRun, mappings: options.mappings)
      }
      guard let desk = opened else {
        throw Failure("nothing has been run in this workspace yet; run weir run")
      }
      let changes: [LabelWord.Axis: String?] = [
        .clientGroup: clientGroup, .careSetting: careSetting, .ageBand: ageBand,
      ]
      let written = try writingDecision {
        try desk.accept(
          suggestions, changes: changes.compactMapValues(\.self), by: decision.by, on: day)
      }
      for (publisher, rules) in written {
        for rule in rules {
          Terminal.show("\(AcceptedRule.path(ofPublisher: publisher)): \(rule.name)\n")
        }
      }
      if !options.quiet {
        Terminal.message(
          decision.dryRun ? "nothing was written" : "written; weir run publishes what follows")
      }
    }
  }
}
