/// What a benchmark has found: the cost of each subject in each round.
struct Measurements {
  private var costs: [Subject: [ProcessCost]] = [:]
  private var absences: [Subject: String] = [:]
  /// How many bytes each subject reads.
  let byteCounts: [Subject: Int]

  /// Nothing yet.
  init(byteCounts: [Subject: Int]) { self.byteCounts = byteCounts }

  /// Takes the cost of the next round.
  mutating func add(_ cost: ProcessCost, of subject: Subject) {
    costs[subject, default: []].append(cost)
  }

  /// Says why a subject has no figures.
  mutating func leaveOut(_ subject: Subject, because reason: String) {
    costs[subject] = nil
    absences[subject] = reason
  }

  /// Why a subject has no figures; nil: it has some, or was not asked for.
  func absence(of subject: Subject) -> String? { absences[subject] }

  /// A figure over the rounds; nil without rounds.
  func spread(_ figure: KeyPath<ProcessCost, Double>, of subject: Subject) -> Spread? {
    Spread((costs[subject] ?? []).map { $0[keyPath: figure] })
  }

  /// How much of its time a subject of one thread really had a core: what the machine's other work
  /// left it.
  func shareOfCore(of subject: Subject) -> Spread? {
    Spread((costs[subject] ?? []).map { $0.cpuSeconds / $0.wallSeconds })
  }

  /// Millions of bytes for a second of CPU time.
  func throughput(of subject: Subject) -> Double? {
    guard let bytes = byteCounts[subject], let seconds = spread(\.cpuSeconds, of: subject)?.median
    else { return nil }
    return Double(bytes) / 1_000_000 / seconds
  }

  /// The throughput as a share of libcsv's alone: worked out in each round, then the middle of it,
  /// since the noise of a shared machine lasts longer than a round's few seconds.
  func ratioToLibcsv(of subject: Subject) -> Spread? {
    guard let bytes = byteCounts[subject], let all = byteCounts[.libcsvAlone] else { return nil }
    let ratios = pairs(.libcsvAlone, subject).map { libcsv, own in
      libcsv.cpuSeconds / Double(all) / (own.cpuSeconds / Double(bytes))
    }
    return Spread(ratios)
  }

  /// What a subject takes as a share of what another takes, worked out in each round.
  func share(
    _ figure: KeyPath<ProcessCost, Double>, of subject: Subject, in other: Subject
  ) -> Spread? {
    Spread(pairs(subject, other).map { $0[keyPath: figure] / $1[keyPath: figure] })
  }

  /// How many times as fast two files on two cores are as one file after the other on one core.
  func speedUp(from one: Subject, to two: Subject) -> Spread? {
    guard let single = byteCounts[one], let double = byteCounts[two] else { return nil }
    let size = Double(double) / Double(single)
    return Spread(pairs(one, two).map { size * $0.wallSeconds / $1.wallSeconds })
  }

  /// The costs of two subjects in the rounds that both have.
  private func pairs(_ first: Subject, _ second: Subject) -> [(ProcessCost, ProcessCost)] {
    Array(zip(costs[first] ?? [], costs[second] ?? []))
  }
}
