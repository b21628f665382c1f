import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir providers review`.
struct ProvidersReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Asks about the pairs of names that may be one provider, the most money first.",
    discussion: """
      Answers: same, different, unsure, skip, explain, quit, or their letters s, d, u, k, e, q. What \
      follows the word is the reason; without one, --why is taken, or the reason is asked for. Each \
      answer is written at once as a row of mappings/providers/decisions.csv, so that the review \
      can be left at any time and goes on with the pairs that are still open. Answers are read from \
      standard input, one a line.

      Example: weir providers review --by "A Clerk, finance" --on 2010-04-12
      """)

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var decision: DecisionOptions

  @Option(help: "The reason for answers that give none.")
  var why: String?

  @Flag(help: "Ask again, after all others, about the pairs that somebody was unsure of.")
  var unsure = false

  func run() throws {
    let mappings = try options.mappings()
    guard let payees = try StoredPayees.last(in: options.folder, mappings) else {
      throw Failure("\(options.workspace): no run yet; start one with: weir run")
    }
    let open = try payees.reviews().filter { unsure || $0.unsure == nil }
    var talk = ReviewTalk(
      desk: DecisionDesk(
        workspace: options.folder, mappings: mappings, isDryRun: decision.dryRun),
      matcher: ProviderMatcher(mappings),
      mappings: mappings, day: decision.day, decidedBy: decision.by, why: why)
    for (place, review) in open.enumerated() {
      guard try talk.ask(review, number: place + 1, of: open.count) == .goOn else { break }
    }
    if !options.quiet {
      let written = decision.dryRun ? "0 written" : "\(talk.written) written"
      Terminal.message("\(open.count) pairs were open; \(written)")
    }
  }
}

/// The conversation of a review, one pair after the other.
struct ReviewTalk {
  enum Course {
    case goOn
    case quit
  }

  private enum Answer: String, CaseIterable {
    case same
    case different
    case unsure
    case skip
    case explain
    case quit

    /// The word or its letter, in any case.
    init?(_ text: Substring) {
      let word = text.lowercased()
      let letters: [String: Answer] = [
        "s": .same, "d": .different, "u": .unsure, "k": .skip, "e": .explain, "q": .quit,
      ]
      guard let answer = Answer(rawValue: word) ?? letters[word] else { return nil }
      self = answer
    }

    var verdict: ProviderDecision.Verdict? {
      switch self {
      case .same: .same
      case .different: .different
      case .unsure: .unsure
      case .skip, .explain, .quit: nil
      }
    }
  }

  let desk: DecisionDesk
  let matcher: ProviderMatcher
  let mappings: MappingSet
  let day: CalendarDay?
  let decidedBy: String
  let why: String?
  private(set) var written = 0
  /// What was answered in this review.
  private var answers: [ProviderDecision] = []

  init(
    desk: DecisionDesk, matcher: ProviderMatcher, mappings: MappingSet, day: CalendarDay?,
    decidedBy: String, why: String?
  ) {
    self.desk = desk
    self.matcher = matcher
    self.mappings = mappings
    self.day = day
    self.decidedBy = decidedBy
    self.why = why
  }

  /// Asks about one pair until it is answered; not about one that earlier answers settle.
  mutating func ask(_ review: OpenReview, number: Int, of count: Int) throws -> Course {
    let ledger = DecisionLedger(mappings.providerDecisions + answers, organisations: [])
    guard !ledger.settles(row(.different, review.pair, "")) else { return .goOn }
    show(review, number, count)
    while true {
      Terminal.write("same, different, unsure, skip, explain, quit? ")
      guard let line = readLine() else { return .quit }
      let words = line.split(separator: " ", maxSplits: 1)
      switch words.first.flatMap(Answer.init) {
      case .quit: return .quit
      case .skip: return .goOn
      case .explain: explain(review.pair)
      case let answer?:
        guard let verdict = answer.verdict, let reason = reason(words.dropFirst().first) else {
          continue
        }
        try write(verdict, review.pair, reason)
        return .goOn
      case nil:
        Terminal.write("please answer with one of these words or with s, d, u, k, e, q\n")
      }
    }
  }

  private func show(_ review: OpenReview, _ number: Int, _ count: Int) {
    let pair = review.pair
    var lines = ["", "\(number) of \(count): \(pair.atStake) at stake, \(pair.score) of 1000"]
    for side in [pair.left, pair.right] {
      lines.append(
        "  \(side.supplier.name.quotedForMessage) at \(side.publisher), \(side.tally.amount) in "
          + "\(side.tally.rows) lines")
    }
    lines += pair.reasons.map { "  \($0)" }
    if let id = review.unsure { lines.append("  somebody was unsure before: \(id)") }
    Terminal.show(lines.joined(separator: "\n") + "\n")
  }

  private func explain(_ pair: ReviewPair) {
    let lines = matcher.explain(pair.left, pair.right)
    Terminal.show(lines.map { "  \($0)\n" }.joined())
  }

  /// The reason given with the answer, else the one for all, else what is typed when asked for.
  private func reason(_ given: Substring?) -> String? {
    if let given { return String(given) }
    if let why { return why }
    Terminal.write("why? ")
    guard let line = readLine(), line.contains(where: { !$0.isWhitespace }) else { return nil }
    return line
  }

  private func row(
    _ verdict: ProviderDecision.Verdict, _ pair: ReviewPair, _ reason: String
  ) -> ProviderDecision {
    ProviderDecision(
      verdict: verdict, publisher: pair.left.publisher, name: pair.left.supplier.name,
      otherPublisher: pair.right.publisher, otherName: pair.right.supplier.name, day: day,
      decidedBy: decidedBy, reason: reason,
      position: SourcePosition(file: DecisionFile.path, line: .max))
  }

  private mutating func write(
    _ verdict: ProviderDecision.Verdict, _ pair: ReviewPair, _ reason: String
  ) throws {
    let (row, desk) = (row(verdict, pair, reason), desk)
    switch try writingDecision({ try desk.decide(row) }) {
    case .written(let row):
      written += 1
      answers.append(row)
      Terminal.write("\(row.id) \(verdict.rawValue)\n")
    case .alreadyDecided(let id): Terminal.write("\(id) says so already\n")
    case .faulty(let findings):
      Terminal.report(findings)
      throw ExitCode(3)
    case let outcome: Terminal.write((DecisionOutcome.refusal(outcome) ?? "") + "\n")
    }
  }
}
