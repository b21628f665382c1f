import FoundationEssentials
import MappingTables
import PoolModel

/// The mapping files of the made-up ledger: its source, cost-code rules, body and one agreement.
enum LedgerMappings {
  /// The publisher, and so the folder under `data/exports/`.
  static let publisher = "made-up-ledger"

  /// The files by their path within a workspace.
  static let files: [(path: String, text: String)] = [
    ("mappings/organisations.csv", organisations),
    (sourcePath, source),
    ("mappings/codes/\(publisher).csv", codes),
    ("mappings/pools/made-up-pool.yaml", agreement),
  ]

  /// What is copied from the workspace that the benchmark is started in.
  static let sharedPaths = [
    "mappings/categories", "mappings/exports/limits.csv", "mappings/providers/words.csv",
  ]

  /// The ledger's source file as the mapping stage reads it.
  static func publisherSource() throws -> PublisherSource {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "weir-bench-\(UUID().uuidString)").path
    defer { try? files.removeItem(atPath: folder) }
    for (path, text) in Self.files where path.hasSuffix("organisations.csv") || path == sourcePath {
      let name = "\(folder)/\(path)"
      let parent = String(name[..<(name.lastIndex(of: "/") ?? name.endIndex)])
      try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try text.write(toFile: name, atomically: false, encoding: .utf8)
    }
    let (mappings, findings) = MappingReader.read(workspace: folder)
    guard let source = mappings.sources[publisher] else {
      throw BenchError(findings.map(\.description).joined(separator: "\n"))
    }
    return source
  }

  private static let sourcePath = "mappings/sources/\(publisher).yaml"

  private static let organisations = """
    organisation,name,kind,other-names,ods,gss,opened,closed,certainty,note
    LA-NORTHBECK,Northbeck City Council,council,,,,,,judged,made up
    ICB-ALDERDALE,NHS Alderdale ICB,ICB,,,,,,judged,made up

    """

  private static let source = """
    publisher: \(publisher)
    organisation: LA-NORTHBECK
    layouts:
      - layout: ledger
        headers: [Body Name, Date, Transaction Number, Supplier Name, Department, Category, Description, Amount, Irrecoverable VAT]
        holds: payments
        basis: outturn
        columns:
          body: Body Name
          date: Date
          transaction: Transaction Number
          supplier: Supplier Name
          service: Department
          expense-type: Category
          description: Description
        amounts:
          - column: Amount
        sign: as-printed
        date-order: day-first

    """

  private static let agreement = """
    agreement: made-up-pool
    title: A made-up pool over the ledger
    legal-basis:
      - {power: NHS Act 2006 section 75, from: 2007-03-01}
    partners: [LA-NORTHBECK, ICB-ALDERDALE]
    host: LA-NORTHBECK
    years: [2017-18, 2018-19, 2019-20, 2020-21, 2021-22, 2022-23, 2023-24, 2024-25]
    basis: outturn
    schemes:
      - scheme: learning-disability
        title: Learning disability
        arrangement: FA-POOL
        claims:
          client-group: [CG-LD]
      - scheme: mental-health
        title: Mental health
        arrangement: FA-POOL
        claims:
          client-group: [CG-MH]
    contributions:
      - {partner: LA-NORTHBECK, year: 2020-21, kind: CK-REC, label: Contribution, amount: not stated}
      - {partner: ICB-ALDERDALE, year: 2020-21, kind: CK-REC, label: Contribution, amount: not stated}

    """

  private static let codeColumns = [
    "rule", "cost-centre", "subjective-code", "expense-type", "service", "description",
    "transaction-prefix", "supplier", "sign", "client-group", "care-setting", "age-band", "flow",
    "scheme", "share", "set-sign", "ignore", "from", "to", "confidence", "approved-by", "note",
  ]

  /// One rule a category; those without care are ignored.
  private static var codes: String {
    let rules = LedgerWords.categories.enumerated().map { place, category in
      let isCare = !category.clientGroup.isEmpty || !category.careSetting.isEmpty
      let cells = [
        "rule": "category-\(place + 1)",
        "expense-type": category.name,
        "client-group": category.clientGroup,
        "care-setting": category.careSetting,
        "ignore": isCare ? "" : "no health or care",
        "confidence": "certain",
        "approved-by": "made up",
      ]
      return codeColumns.map { LedgerWords.cell(cells[$0] ?? "") }.joined(separator: ",")
    }
    return ([codeColumns.joined(separator: ",")] + rules).joined(separator: "\n") + "\n"
  }
}
