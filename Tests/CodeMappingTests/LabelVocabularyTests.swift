import CodeMapping
import MappingTables
import PoolModel
import Testing

/// What labels state by the vocabulary of this repository.
struct LabelVocabularyTests {
  /// A line's labels with the codes that they state in a year, group before setting before age.
  struct Case: CustomTestStringConvertible {
    let fields: CodeFields
    let year: Int
    let states: String

    init(_ expenseType: String, _ service: String = "", year: Int = 2018, states: String) {
      fields = CodeFields(expenseType: expenseType, service: service)
      self.year = year
      self.states = states
    }

    var testDescription: String { "\(fields.expenseType) · \(fields.service) (\(year))" }
  }

  static let stated = [
    Case("Home Care", "Learning Disabilities", states: "CG-LD ST-HC"),
    Case("Residential", "Services for Learn/Dis", states: "CG-LD ST-CH"),
    Case("Residential/Nursing Care", "Dementia", states: "CG-MEM ST-CH"),
    Case("Nursing home placements", "Older People", year: 2010, states: "CG-OPX ST-NUR AG-65"),
    Case("Nursing home placements", "Older People", year: 2016, states: "ST-NUR AG-65"),
    Case("Day centre", "Physical Disability", year: 2010, states: "CG-PDSI ST-OLT-DAY"),
    Case("Day centre", "Physical Disability", year: 2016, states: "CG-PHY ST-OLT-DAY"),
    Case("Supported Living", "LD: Adult Social Care", states: "CG-LD ST-SL"),
    Case("Day opportunities", "MH Adult Services", states: "CG-MH ST-OLT-DAY"),
    Case("Residential EMI", "Elderly", states: "CG-MEM ST-CH AG-65"),
    Case("Direct payments", "Home care", states: "ST-DP"),
    Case("Respite residential care", "Adults", states: "ST-STOTH"),
    Case("Child and adolescent mental health", states: "CG-CYP"),
    Case("Cont Care-Physical Disab (65+)", states: "CG-PHY AG-65"),
    Case("Shared lives", "Support for carers", states: "CG-CAR ST-OLT-SHL"),
    Case("Drugs & Alcohol", "Mental health", states: "CG-SOC-SUB"),
    Case("Unaccompanied asylum seekers", states: "CG-CYP"),
    Case("Elderly & Physical Disability", year: 2010, states: "CG-OPX|CG-PDSI AG-65"),
    Case("Residential Home Care", states: "ST-RES"),
  ]

  @Test(arguments: stated)
  func `Labels state the codes that their words name`(_ example: Case) throws {
    #expect(try Self.codes(example) == example.states)
  }

  static let traps = [
    Case("Environmental Health", "Public Protection", states: ""),
    Case("Environ mental health sampling", states: ""),
    Case("LD: Legal and Democratic", "Adult Social Care Lawyers", states: ""),
    Case("LD Vehicle Loading", states: ""),
    Case("OP", "Purchase orders", states: ""),
    Case("OP lease of cars", "Social Care", states: ""),
    Case("BCF", "Bridges and Coastal Flooding", states: ""),
    Case("BCF brought forward", "Collection Fund", states: ""),
    Case("Residential parking permits", "Adult Social Care", states: ""),
    Case("Educational / residential visits", "Children and adults", states: ""),
    Case("Rental payments - residential", "Adult Housing", states: ""),
    Case("Residential", "Planning", states: ""),
    Case("Agency nursing: band 5", "Ward 7", states: ""),
    Case("Agency staff nursing care", states: ""),
    Case("Nursing", "CNST premium", states: ""),
    Case("Chief Nursing Officer", states: ""),
    Case("Home office equipment", states: ""),
    Case("Home insurance", states: ""),
    Case("Home energy improvements", states: ""),
    Case("Care of buildings", states: ""),
    Case("Day rate consultants", states: ""),
    Case("Day surgery unit", states: ""),
    Case("Homecare drugs", "Pharmacy", states: ""),
    Case("Direct payment sub contractor", "Capital", states: ""),
    Case("Child care vouchers", "Balance sheet", states: ""),
    Case("Fees to carers", "Adult Services", states: ""),
    Case("Care of elderly med staff", states: ""),
    Case("Transfer payments - school children and students", states: ""),
    Case("Adult & Community Services", states: ""),
    Case("Building security and equipment", states: ""),
    Case("Primary Care Trust", states: ""),
    Case("Commissioning - non acute services", states: ""),
    Case("PD", "Planning and Development", states: ""),
    Case("DP", "Data protection", states: ""),
    Case("Window blinds", states: ""),
    Case("Older Persons Bus Passes", states: ""),
    Case("Elderly Persons Railcard", states: ""),
    Case("Care Home Business Rates Relief", states: ""),
    Case("Respite from Rates", states: ""),
    Case("Home Care Insurance", states: ""),
    Case("Homecare Software Licence", states: ""),
    Case("HIV Vehicles", states: ""),
  ]

  @Test(arguments: traps)
  func `Labels that only look like care state nothing`(_ example: Case) throws {
    #expect(try Self.codes(example) == "")
  }

  @Test func `The evidence names the words and the column`() throws {
    let fields = CodeFields(
      costCentre: "K12 Learning Disability", expenseType: "Day Centre - Adults")
    let statement = try Self.vocabulary.get().statement(of: fields)
    let found: [String] = LabelWord.Axis.allCases.flatMap { axis in
      (statement.evidence[axis] ?? []).map { "\($0.words) in \($0.column.rawValue)" }
    }
    #expect(found == ["learning disability in cost-centre", "day centre in expense-type"])
  }

  private static let vocabulary = ShippedMappings.read.map(LabelVocabulary.init)

  /// As `CG-LD ST-HC AG-65`, several codes of an axis as `CG-LD|CG-MH`; legacy ages are left out.
  private static func codes(_ example: Case) throws -> String {
    let vocabulary = try vocabulary.get()
    let statement = vocabulary.statement(of: example.fields)
    let day = FinancialYear(startYear: example.year).days.first
    return LabelWord.Axis.allCases.map { axis in
      vocabulary.codes(axis, of: statement, on: day).joined(separator: "|")
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
