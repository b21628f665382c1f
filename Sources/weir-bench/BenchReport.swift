/// The measurements as Markdown: a table, then the targets.
struct BenchReport {
  let measurements: Measurements
  let subjects: [Subject]

  private static let headings = [
    "what", "CPU s", "wall s", "MB/s of CPU time", "ratio to libcsv alone", "peak MB",
  ]

  /// How busy the machine was with other work meanwhile, which the seconds and speed-ups suffer
  /// from.
  var noise: String {
    guard let share = measurements.shareOfCore(of: .libcsvAlone) else { return "" }
    return "libcsv alone had a core for \((share.median * 100).fixed(0)) % of its time "
      + "(100 % on an idle machine; a second core may have been busier)"
  }

  /// The table, one row a subject.
  var table: String {
    let head = BenchReport.row(BenchReport.headings)
    let rule = "|---|" + String(repeating: "---:|", count: BenchReport.headings.count - 1)
    return ([head, rule] + subjects.map(row)).joined(separator: "\n")
  }

  private func row(of subject: Subject) -> String {
    if let reason = measurements.absence(of: subject) {
      return BenchReport.row([subject.label, reason, "", "", "", ""])
    }
    func shown(_ value: Double?, _ decimals: Int) -> String { value?.fixed(decimals) ?? "–" }
    return BenchReport.row([
      subject.label,
      shown(measurements.spread(\.cpuSeconds, of: subject)?.median, 2),
      shown(measurements.spread(\.wallSeconds, of: subject)?.median, 2),
      shown(measurements.throughput(of: subject), 0),
      shown(measurements.ratioToLibcsv(of: subject)?.median, 2),
      shown(measurements.spread(\.peakMegabytes, of: subject)?.highest, 0),
    ])
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// Each target with what was measured and whether it is met.
  var targets: String {
    let lines = measurements.ratioToLibcsv(of: .lines)
    let peak = measurements.spread(\.peakMegabytes, of: .wholeRun)
    let linesUp = measurements.speedUp(from: .linesOfOneFile, to: .linesOfTwoFiles)
    let runUp = measurements.speedUp(from: .runOfOneFile, to: .runOfTwoFiles)
    let nothingNew = measurements.spread(\.wallSeconds, of: .nothingNew)
    let sum = measurements.share(\.cpuSeconds, of: .sumOfOneThread, in: .libcsvAlone)
    let polars = measurements.share(\.wallSeconds, of: .sumOfTwoThreads, in: .polarsSum)
    let duckdb = measurements.share(\.wallSeconds, of: .sumOfTwoThreads, in: .duckdbSum)
    let sumPeak = measurements.spread(\.peakMegabytes, of: .sumOfTwoThreads)
    return [
      target("lines, share of libcsv's throughput", lines, "at least 0.5") { $0 >= 0.5 },
      target("whole run, peak MB", peak, "under 256") { $0 < 256 },
      target("sum task, CPU time of libcsv alone", sum, "at most 1.35 times") { $0 <= 1.35 },
      target("sum task, 2 threads, wall time of polars", polars, "below 1 times") { $0 < 1 },
      target("sum task, 2 threads, wall time of DuckDB", duckdb, "below 1 times") { $0 < 1 },
      target("sum task, 2 threads, peak MB", sumPeak, "under 128") { $0 < 128 },
      target("lines, two files on two cores", linesUp, "at least 1.7 times one") { $0 >= 1.7 },
      target("whole run, two files on two cores", runUp, "at least 1.7 times one") { $0 >= 1.7 },
      target("run with nothing new, wall s", nothingNew, "under 0.3") { $0 < 0.3 },
    ].joined(separator: "\n")
  }

  /// The verdict goes by the middle round, and says where others disagree.
  private func target(
    _ name: String, _ spread: Spread?, _ goal: String, isMet: (Double) -> Bool
  ) -> String {
    guard let spread else { return "- \(name), \(goal): not measured" }
    let verdict = isMet(spread.median) ? "met" : "**not met**"
    let isDisputed = isMet(spread.lowest) != isMet(spread.highest)
    let rounds = "rounds from \(spread.lowest.fixed(2)) to \(spread.highest.fixed(2))"
    return "- \(name), \(goal): \(spread.median.fixed(2)), \(verdict) (\(rounds)"
      + (isDisputed ? ", on both sides of the target)" : ")")
  }
}
