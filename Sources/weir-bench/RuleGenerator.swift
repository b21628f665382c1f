import MappingTables
import PoolModel

/// Makes up cost-code rules of every form, and codes to decide by them, the same for a seed every
/// time.
struct RuleGenerator {
  private var random: SeededRandom
  private let count: Int

  /// A generator of so many rules, which spread over as many codes: a longer table knows more codes,
  /// not more rules for each.
  init(count: Int, seed: UInt64) {
    self.count = count
    random = SeededRandom(seed: seed)
  }

  /// The rules: of six in a row an exact value, a list, a range, two patterns, and three columns.
  mutating func rules() -> [CodeRule] { (0..<count).map { rule($0) } }

  /// Codes of which about half are in some rule.
  mutating func codes(_ number: Int) -> [CodeFields] {
    (0..<number).map { _ in
      let place = random.below(count * 2)
      return CodeFields(
        costCentre: "CC\(place % 997)", subjectiveCode: "R\(100_000 + place * 10)",
        expenseType: "Type \(place) of spending", service: "Service \(place % 61)",
        description: "Invoice for W\(place)x care, week \(random.below(52))",
        transactionPrefix: "CF\(place)P", supplier: "")
    }
  }

  private mutating func rule(_ place: Int) -> CodeRule {
    // The letter tells the forms apart: a code is met by few rules.
    let code = 100_000 + place * 10
    switch place % 6 {
    case 0: return made(place, [.subjectiveCode: "R\(code)"])
    case 1:
      return made(place, [.expenseType: "Type \(place) of spending|Type \(place)a|Type b\(place)"])
    case 2: return made(place, [.subjectiveCode: "R\(code)>R\(code + 9 + random.below(20))"])
    case 3: return made(place, [.transactionPrefix: "CF\(place)*"])
    case 4: return made(place, [.description: "*W\(place)x care*"])
    default:
      return made(
        place,
        [
          .costCentre: "CC\(place % 997)", .service: "Service \(place % 61)",
          .subjectiveCode: "R\(code)>R\(code + 5)",
        ])
    }
  }

  private func made(_ place: Int, _ cells: [CodeRule.Column: String]) -> CodeRule {
    CodeRule(
      name: "r\(place)",
      cells: CodeRule.Column.allCases.map { CellPattern(cell: cells[$0] ?? "") ?? .any },
      amountSign: nil, clientGroup: "CG-LD", careSetting: "ST-RES", ageBand: Category.allAges,
      flow: Flow.defaultCode, scheme: "", share: 10_000, reversesSign: false, ignoreReason: "",
      from: nil, to: nil, confidence: "certain", approvedBy: "made up", note: "",
      position: SourcePosition(file: "mappings/codes/made-up.csv", line: place + 2),
      isShared: false)
  }
}
