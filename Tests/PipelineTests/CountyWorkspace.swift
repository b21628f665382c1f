import Foundation
import ImportTestSupport
import Logging
import MappingTables
import Pipeline
import PoolModel

/// A small workspace of a made-up county, on disk, whose rules a test changes.
struct CountyWorkspace: ~Copyable {
  let root: URL
  var workspace: Workspace { Workspace(root: root.path) }

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "weir-\(UUID().uuidString)")
    for (path, text) in Self.mappings { try write("mappings/\(path)", text) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func read(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  func write(_ path: String, _ text: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Writes rules of which the linter has no error to tell.
  func writeRules(_ numbers: inout SeededNumbers) throws {
    var isSound = false
    while !isSound {
      try write("mappings/codes/northshire.csv", Self.rules(&numbers))
      isSound = !MappingCheck.read(workspace).findings.contains(where: \.code.isConfigurationFault)
    }
  }

  /// The run's results; nil where it was not to be done.
  func run() async throws -> RunSummary? {
    let outcome = try await WeirRun(
      workspace: workspace, jobs: 2, isDryRun: false,
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ).run()
    guard case .done(let run, _) = outcome else { return nil }
    return run
  }

  /// The published files by name.
  func published() throws -> [String: String] {
    let folder = root.appending(path: "data/pools").path
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".json") }.map {
        ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
      })
  }

  private static let mappings = [
    "organisations.csv": "organisation,name,kind\nLA-A,Northshire County Council,council\n",
    "categories/client-groups.csv":
      "code,label,parent\nCG-ALL,All,\nCG-LD,LD,CG-ALL\nCG-MH,MH,CG-ALL\nCG-UNK,Unknown,CG-ALL\n",
    "categories/care-settings.csv":
      "code,label,parent\nST-ALL,All,\nST-RES,Homes,ST-ALL\nST-HC,Home care,ST-ALL\n"
      + "ST-UNK,Unknown,ST-ALL\n",
    "categories/age-bands.csv": "code,label,parent\nAG-ALL,All,\n",
    "categories/flows.csv": "code,label,treatment\nFL-EXP,Spending,spending\n",
    "sources/northshire.yaml": """
    publisher: northshire
    organisation: LA-A
    layouts:
      - layout: payments
        headers: [Date, Code, Service, Note, Payee, Amount]
        holds: payments
        basis: outturn
        columns: {date: Date, subjective-code: Code, service: Service, description: Note, supplier: Payee}
        amounts:
          - column: Amount
        date-order: day-first

    """,
    "pools/northshire-pool.yaml": """
    agreement: northshire-pool
    title: A pool
    partners: [LA-A]
    years: [2010-11, 2011-12]
    basis: outturn
    schemes:
      - scheme: ld
        title: LD
        arrangement: FA-POOL
        claims: {client-group: [CG-LD]}

    """,
    "categories/arrangements.csv": "code,label\nFA-POOL,Pooled\n",
  ]
}

extension CountyWorkspace {
  /// An export of some rows, credits and blank dates among them.
  static func export(_ numbers: inout SeededNumbers) -> String {
    var text = "Date,Code,Service,Note,Payee,Amount\n"
    for _ in 0..<60 {
      let month = Int.random(in: 1...12, using: &numbers)
      let year = Int.random(in: 2010...2011, using: &numbers)
      let isDated = Int.random(in: 0..<9, using: &numbers) > 0
      let day = isDated ? "0\(1 + month % 9)/\(month)/\(year)" : ""
      let code = Int.random(in: 1...6, using: &numbers)
      let pence = Int.random(in: -300...900, using: &numbers)
      text += "\(day),R\(code),Service \(code % 2),week \(month % 3),Payee \(code) Ltd,"
      text += Money(pence: Int64(pence)).decimal + "\n"
    }
    return text
  }

  /// Rules of some forms, with dates, signs, shares, grace and reasons to ignore.
  static func rules(_ numbers: inout SeededNumbers) -> String {
    var text =
      "rule,subjective-code,service,description,sign,client-group,care-setting,share,set-sign,"
      + "ignore,from,to,grace-days\n"
    func pick(_ words: [String]) -> String { words.randomElement(using: &numbers) ?? "" }
    for place in 0..<4 {
      let cells = pick(["R\(place + 1),,", "R1>R\(place + 2),,", "R\(place + 1)|R6,,"])
      let cell = pick([cells, cells, "R*,Service \(place % 2),", ",,week \(place)"])
      let days = pick([",,", ",,", "2010-07-01,,", ",2011-03-31,30", "2010-04-01,2011-06-30,200"])
      let tail = "\(pick(["", "", "reverse"])),\(pick(["", "", "", "outside"])),\(days)\n"
      let name = "rule-\(place)-\(pick(["a", "b"]))"
      let sign = pick(["", "", "debit"])
      let group = pick(["CG-LD", "CG-MH", ""])
      guard Bool.random(using: &numbers) else {
        text += "\(name),\(cell),\(sign),\(group),ST-RES,,\(tail)"
        continue
      }
      text += "\(name),\(cell),\(sign),\(group),ST-RES,33.33,\(tail)"
      text += "\(name),\(cell),\(sign),CG-MH,ST-HC,66.67,\(tail)"
    }
    return text
  }
}
