import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

struct NameReaderTests {
  @Test
  func `every shipped rule is understood`() {
    #expect(ShippedWords.rows.count > 500)
    #expect(ProviderWordLint.findings(words: ShippedWords.rows).isEmpty)
  }

  @Test(arguments: [
    ("QUILLFERN CARE LTD", "care quillfern", LegalForm.limited),
    ("Quillfern Care Limited.", "care quillfern", .limited),
    ("THE QUILLFERN CARE (NORTH) LIMI", "care north quillfern", .limited),
    ("Quillfern & Sons PLC", "quillfern son", .plc),
    ("Quillfern + Sons p.l.c.", "quillfern son", .plc),
    ("QUILLFERN LLP", "quillfern", .llp),
    ("Quillfern Community Interest Company", "quillfern", .cic),
    ("Quillfern C.I.C.", "quillfern", .cic),
    ("Northbeck Hosp NHSFT", "hospital northbeck", .nhsTrust),
    ("NORTHBECK HOSPITAL NHS F TRUST", "hospital northbeck", .nhsTrust),
    ("N H S Northbeck CCG", "northbeck", .ccg),
    ("NORTHBECK PRIMARY CARE TRUST", "northbeck", .pct),
    ("NHS Northbeck Integrated Care Board", "northbeck", .icb),
    ("Northbeck MBC", "northbeck", .district),
    ("London Borough of Northbeck", "northbeck", .district),
    ("Northbeck County Council", "northbeck", .county),
    ("Saint Orla's Univ Svcs", "orla service st university", nil),
    ("ST ORLAS UNIVERSITY SERVICES", "orla service st university", nil),
    ("Quillfern Ltd ****5215", "quillfern", .limited),
    ("QUILLFERN LTD **USE 172362 ***", "quillfern", .limited),
    ("001447QUILLFERN LTD", "quillfern", .limited),
    ("QUILLFERN900140535", "quillfern", nil),
    ("Quillfern Ltd (BACS)", "quillfern", .limited),
    ("QUILLFERN LTD DO NOT USE SEE AB0091", "quillfern", .limited),
    ("QUILLFERNAA CAREAA LIMITED", "care quillfern", .limited),
    ("Quillférn Câre Ltd", "care quillfern", .limited),
    ("QUILLFERN\\xB4S CAREAA HOMESAA OFAA MARROW", "care home marrow quillfern", nil),
    ("QuillfÃ©rn Care", "care quillfern", nil),
    ("Quillfern\u{FFFD}s Families", "family quillfern", nil),
    ("N YORKS & S. DEVON QUILLFERN", "devon north quillfern south yorkshire", nil),
    ("NORTHBECKANDLEEDS HOSPNHSTRUST", "hospital leed northbeck", .nhsTrust),
    ("NHS NORTHBECK ABC033", "northbeck", .nhs),
    ("NORTHBECK AND QUILLFERN BOROUGH OF", "northbeck quillfern", .council),
    ("Northbeck London Borough Council (Rates)", "northbeck", .district),
    ("RJ1 NORTHBECK QUILLFERN NHS FT", "northbeck quillfern", .nhsTrust),
    ("FOUNDATION TRUST NORTHBECK MARROW NHS", "marrow northbeck", .nhsTrust),
    ("Northbeck Hospitals Trust", "hospital northbeck", .nhsTrust),
    ("NORTHBECK NHS TRUST TOTAL QUILLFERN LODGE", "northbeck", .nhsTrust),
    ("LB CAMDEN CREDIT CONTROL", "camden", .district),
    ("Camden LB", "camden", .district),
    ("L B Quillfern", "lb quillfern", nil),
    ("UNIVERSITY OF NORTHBECK DEPT OF QUILLS", "northbeck university", nil),
    ("NORTHBECK PCT NHS NORTHBECK", "northbeck", .pct),
    ("Quillfern22 247Marrow Ltd", "22 247 marrow quillfern", .limited),
    ("QUILLFERN LIMITED43821", "quillfern", .limited),
    ("QUILLFERN ACADEMY TA MARROW", "academy quillfern", nil),
    ("QUILLFERN HEALTHCARE TA", "healthcare quillfern", nil),
  ])
  func `a name is read as core words and a form`(name: String, key: String, form: LegalForm?) {
    let read = ShippedWords.reader.read(name)
    #expect(read.key == key)
    #expect(read.form == form)
  }

  @Test
  func `both sides of trading as are kept and the rule is cited`() {
    let read = ShippedWords.reader.read("QUILLFERN LTD T/A MARROW LODGE")
    #expect(read.core == ["quillfern"])
    #expect(read.aliases == [.init(role: .trading, core: ["marrow", "lodge"], form: nil)])
    let joints = ShippedWords.rows.filter { $0.kind == .tradingAs }.map(\.rule)
    #expect(!Set(joints).isDisjoint(with: read.rules))
  }

  @Test
  func `an acronym in brackets is told from a part of the name`() {
    #expect(ShippedWords.reader.read("Society of Quill Menders (SOQM)").acronym == "soqm")
    #expect(ShippedWords.reader.read("SOQM (Society of Quill Menders)").acronym == "soqm")
    #expect(ShippedWords.reader.read("Quillfern Marrow Ltd (QML)").acronym == "qml")
  }

  @Test(arguments: [
    ("Quillfern (Marrow Lodge) Ltd", ["quillfern"], ["marrow", "lodge"]),
    ("Quillfern (Marrow", ["quillfern"], ["marrow"]),
    ("Quillfern (UK) Ltd", ["quillfern", "uk"], []),
    ("Quillfern (Milton Keynes)", ["quillfern", "milton", "keynes"], []),
    ("Quillfern (No 2) (Holdings)", ["quillfern", "no", "2", "holdings"], []),
    ("Quillfern Ltd (Closed 22/05/09)", ["quillfern"], []),
    ("Quillfern Ltd (Marrow Lodge", ["quillfern"], []),
    ("Quillfern Ltd (2)", ["quillfern", "2"], []),
    ("(Marrow)", ["marrow"], []),
  ])
  func
    `what stands in brackets is another name unless it says where or what sort, or notes something of a company`(
      name: String, core: [String], bracket: [String]
    )
  {
    let read = ShippedWords.reader.readOrganisation(name)
    #expect(read.core == core)
    #expect(read.aliases.filter { $0.role == .bracket }.flatMap(\.core) == bracket)
    #expect(read.coreAndBrackets == core + bracket)
  }

  @Test(arguments: [
    ("Quillfern Milton Keynes", ["milton keynes"]),
    ("Quillfern of North Yorkshire and Leeds", ["north yorkshire", "leeds"]),
    ("Quillfern London North Ltd", ["north london"]),
    ("Quillfern St. Helens", ["st helens"]),
    ("South Quillfern", ["south"]),
    ("NEWCASTLE UPON TYNE QUILLFERN", ["newcastle tyne"]),
    ("Quillfern Bath Hire", []),
  ])
  func `places are told with their directions`(name: String, places: [String]) {
    #expect(ShippedWords.reader.readOrganisation(name).places == places)
  }

  @Test(arguments: [
    ("Quillfern Project Co One", ["1"]), ("Quillfern Project Co 1", ["1"]),
    ("Quillfern Phase II", ["2"]), ("2nd Quillfern Scouts", ["2"]), ("Quillfern 007", ["7"]),
    ("Second Quillfern", ["2"]), ("I Quillfern", []), ("Quillfern I", ["1"]),
  ])
  func `numbers are told in one spelling`(name: String, numbers: [String]) {
    #expect(ShippedWords.reader.readOrganisation(name).numbers == numbers)
  }

  @Test(arguments: [
    "Quillfern Ltd (in administration)", "QUILLFERN LTD IN LIQUIDATION",
  ])
  func `an insolvent body is flagged and keeps its name`(name: String) {
    let read = ShippedWords.reader.readOrganisation(name)
    #expect(read.core == ["quillfern"])
    #expect(read.flags.contains(.insolvent))
  }

  @Test(arguments: [
    ("NORTHBECK QUILLFERN RESIDENTI", true), ("NORTHBECK AND MARROW QUILLFERN LIM", true),
    ("NORTHBECK AND QUILLFERN (MARR", true), ("NORTHBECK AND QUILLFERN OF THE", true),
    ("QUILL RESIDENTI", false), ("NORTHBECK QUILLFERN RESIDENTIAL", false),
  ])
  func `a name that a column may have cut off is flagged`(name: String, isCut: Bool) {
    #expect(ShippedWords.reader.readOrganisation(name).flags.contains(.truncated) == isCut)
  }

  @Test(arguments: [
    ("Dr A A Quillfern & Partners", ProviderKind.practice), ("The Quillfern Surgery", .practice),
    ("Quillfern Medical Centre", .practice), ("Quillfern Health Centre", .practice),
    ("Quillfern Primary School", .school), ("Royal College of Quillferns", .charity),
    ("Quillfern Hospice", .charity), ("Northbeck NHS Trust", .nhsBody),
    ("City of Northbeck", .council), ("Quillfern Care Ltd", .company), ("Quillfern", .unknown),
    ("Northbeck University Hospital", .unknown),
  ])
  func `a name tells the kind of body`(name: String, kind: ProviderKind) {
    #expect(ShippedWords.reader.read(name).kind == kind)
  }

  @Test(arguments: [
    "REDACTED PERSONAL DATA", "Redacted under DP Act", "Various", "*** name withheld ***",
  ])
  func `a withheld name is redacted`(name: String) {
    #expect(ShippedWords.reader.read(name).kind == .redacted)
  }

  @Test(arguments: [
    "", "***", "( )", "ltd", "the", "t/a", "123456", ",", "\u{202E}\u{5D0}\u{5D1}", "&&&",
    String(repeating: "long name ", count: 1_000),
  ])
  func `an odd name is read without harm`(name: String) {
    let once = ShippedWords.reader.readOrganisation(name)
    #expect(once == ShippedWords.reader.readOrganisation(name))
  }

  @Test
  func `reading a core again changes nothing`() {
    for name in ["Quillfern Hosp Svcs Ltd", "Marrow and Thistle Co Ltd", "ST ORLAS SURG"] {
      let core = ShippedWords.reader.readOrganisation(name).core
      #expect(
        ShippedWords.reader.readOrganisation(core.joined(separator: " ")).core == core)
    }
  }
}
