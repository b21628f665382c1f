import FoundationEssentials

/// Weir's reader over the cases of the public suites.
struct CaseScore {
  /// A case that Weir reads otherwise than its suite.
  struct Difference: Equatable {
    var suite: String
    var id: String
    /// Why: ``DifferenceReason``, or `wrong` where the case has one right reading.
    var reason: String
  }

  /// By suite, in the order of the file.
  private(set) var suites: [(name: String, verdicts: [CaseVerdict])] = []
  /// In the order of the file.
  private(set) var differences: [Difference] = []

  /// Reads every case of `path`; `folder` takes the temporary file.
  init(casesAt path: String, in folder: String) throws {
    for robust in try RobustCase.all(in: path) {
      let verdict = CaseVerdict(robust, try CaseReading(robust, in: folder))
      if suites.last?.name != robust.suite { suites.append((robust.suite, [])) }
      suites[suites.count - 1].verdicts.append(verdict)
      switch verdict {
      case .right, .agrees: break
      case .wrong: note(robust, "wrong")
      case .silent(let reason): note(robust, "silent: \(reason.rawValue)")
      case .differs(let reason): note(robust, reason.rawValue)
      }
    }
  }

  private mutating func note(_ robust: RobustCase, _ reason: String) {
    differences.append(Difference(suite: robust.suite, id: robust.id, reason: reason))
  }

  /// A line a suite: cases with one right reading and how many are right; the others.
  var table: String {
    var table = MarkdownTable(headings: [
      "suite", "cases", "with one right reading", "read right", "with several readings",
      "read as the suite",
    ])
    table.rows = suites.map { CaseScore.row($0.name, $0.verdicts) }
    table.rows.append(CaseScore.row("all", suites.flatMap(\.verdicts)))
    return table.text
  }

  private static func row(_ name: String, _ verdicts: [CaseVerdict]) -> [String] {
    let right = verdicts.count { $0 == .right }
    let single = right + verdicts.count { $0 == .wrong }
    let agrees = verdicts.count { $0 == .agrees }
    let counts = [verdicts.count, single, right, verdicts.count - single, agrees]
    return [name] + counts.map(String.init)
  }
}
