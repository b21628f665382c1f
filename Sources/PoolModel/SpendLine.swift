/// Which side of a pool a line speaks of.
///
/// The two are never added (law 7).
package enum PoolSide: String, CaseIterable, Sendable {
  /// What the money bought.
  case spending
  /// Who put the money in.
  case funding
}

/// Whether figures were planned, forecast or happened; never mixed in one sum.
package enum FigureBasis: String, CaseIterable, Sendable {
  case budget
  case forecast
  case outturn
}

/// One line of money of an export, as stage 2 gives it: places in tables instead of texts.
///
/// A batch of lines is an array of these; they hold no reference, so that millions are cheap.
package struct SpendLine: Hashable, Sendable {
  /// The record's place in its batch, from 0.
  package var record: Int32
  /// The physical line of the record's first byte, from 1.
  package var line: Int32
  /// The offset of the record's first byte in the file, from 0.
  package var byte: Int64
  /// The amount, already scaled to pence and signed so that a payment is positive.
  package var amount: Money
  /// The day of payment; nil where the export states none that can be read.
  package var day: CalendarDay?
  /// The financial year that a wide column or the layout states; nil: the day decides.
  package var year: FinancialYear?
  /// Its place in the file's ``ExportTexts/codes``.
  package var codes: Int32
  /// Its place in the file's ``ExportTexts/suppliers``.
  package var supplier: Int32
  /// The place of its area, and of what else a plan says of it, in the file's
  /// ``ExportTexts/planEntries``; -1 where the layout has no such column.
  package var area: Int32

  /// A line with all its places.
  @inlinable
  package init(
    record: Int32, line: Int32, byte: Int64, amount: Money, day: CalendarDay?,
    year: FinancialYear?, codes: Int32, supplier: Int32, area: Int32
  ) {
    self.record = record
    self.line = line
    self.byte = byte
    self.amount = amount
    self.day = day
    self.year = year
    self.codes = codes
    self.supplier = supplier
    self.area = area
  }
}

/// The fields of a line that cost-code rules look at.
///
/// Each distinct tuple is decided once.
package struct CodeFields: Hashable, Sendable {
  /// The cost centre, code or name, as published.
  package var costCentre: String
  /// The subjective code as published.
  package var subjectiveCode: String
  /// The expense type as published.
  package var expenseType: String
  /// The service or directorate as published.
  package var service: String
  /// Filled only where a rule of the publisher looks at descriptions.
  package var description: String
  /// The transaction number's leading characters up to its first digit: `CFADRES30069157` gives
  /// `CFADRES`.
  ///
  /// Filled only where a rule of the publisher looks at it.
  package var transactionPrefix: String
  /// Filled only where a rule of the publisher looks at suppliers.
  package var supplier: String

  /// Fields; those not given are empty.
  package init(
    costCentre: String = "", subjectiveCode: String = "", expenseType: String = "",
    service: String = "", description: String = "", transactionPrefix: String = "",
    supplier: String = ""
  ) {
    self.costCentre = costCentre
    self.subjectiveCode = subjectiveCode
    self.expenseType = expenseType
    self.service = service
    self.description = description
    self.transactionPrefix = transactionPrefix
    self.supplier = supplier
  }
}

/// A payee as one export spells it, with what the export says to identify it.
package struct SupplierMention: Hashable, Sendable {
  /// The name as published, outer blanks removed; empty where the cell is.
  package var name: String
  /// The publisher's own number for the payee.
  package var localID: String
  /// As published; empty where the layout has none.
  package var companyNumber: String
  /// As published; empty where the layout has none.
  package var charityNumber: String
  /// As published; empty where the layout has none.
  package var vatNumber: String
  /// As published; empty where the layout has none.
  package var postcode: String
  /// The publisher's class of payee, such as `INDV`.
  package var creditorType: String

  /// A mention; fields not given are empty.
  package init(
    name: String, localID: String = "", companyNumber: String = "", charityNumber: String = "",
    vatNumber: String = "", postcode: String = "", creditorType: String = ""
  ) {
    self.name = name
    self.localID = localID
    self.companyNumber = companyNumber
    self.charityNumber = charityNumber
    self.vatNumber = vatNumber
    self.postcode = postcode
    self.creditorType = creditorType
  }
}

/// The distinct texts of one export that its lines point into.
package struct ExportTexts: Sendable {
  /// Distinct code tuples in order of first appearance.
  package var codes: [CodeFields] = []
  /// Distinct payees in order of first appearance.
  package var suppliers: [SupplierMention] = []
  /// Distinct areas, with what else plans say of their lines, in order of first appearance.
  package var planEntries: [PlanEntry] = []

  /// No texts yet.
  package init() {}
}
