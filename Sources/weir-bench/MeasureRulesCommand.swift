import ArgumentParser
import CodeMapping
import Glibc
import PoolModel

/// `weir-bench measure-rules`: what a line costs with few rules and with many.
struct MeasureRulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-rules",
    abstract: "Measures the cost-code rules: CPU time a line with 10, 1,000 and 100,000 of them.",
    discussion: """
      The rules are made up, of every form. "new codes" is the cost of codes that were never seen: \
      every line has its own. "a ledger's line" is that of a line among so many whose codes come \
      back, as they do in exports: each distinct tuple is decided once.
      """)

  @Option(help: "How many lines are decided.")
  var lines = 1_000_000

  @Option(help: "How many distinct codes the lines of a ledger have.")
  var codes = 10_000

  @Option(help: "How many rules, with commas between.")
  var rules = "10,1000,100000"

  func run() throws {
    print(Machine.description)
    var table = MarkdownTable(
      headings: ["rules", "new codes, ns", "a ledger's line, ns", "made ready, s"])
    for count in rules.split(separator: ",").compactMap({ Int($0) }) {
      var generator = RuleGenerator(count: count, seed: 7)
      let rows = generator.rules()
      let start = Self.cpuSeconds
      let compiled = CompiledRules(layers: [rows], flows: [:])
      let ready = Self.cpuSeconds - start
      let fields = generator.codes(codes)
      let new = cost(of: codes) { decide(codes, fields, CodeDecider(rules: compiled)) }
      let ledger = cost(of: lines) { decide(lines, fields, CodeDecider(rules: compiled)) }
      table.rows.append(["\(count)", new.fixed(0), ledger.fixed(1), ready.fixed(2)])
    }
    print(table.text)
  }

  private func decide(_ lines: Int, _ fields: [CodeFields], _ fresh: CodeDecider) {
    var decider = fresh
    let day = CalendarDay(daysSince1970: 15_000)
    for line in 0..<lines {
      let codes = line % fields.count
      _ = decider.place(
        ofCodes: Int32(codes), fields: fields[codes], day: day, amount: Money(pence: 100))
    }
  }

  /// Nanoseconds of CPU time for each of so many.
  private func cost(of count: Int, _ work: () -> Void) -> Double {
    let start = Self.cpuSeconds
    work()
    return (Self.cpuSeconds - start) * 1e9 / Double(max(1, count))
  }

  private static var cpuSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
