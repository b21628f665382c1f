import PoolModel

/// The identifiers that a mention states and that can be used.
struct StatedIdentifiers: Hashable, Sendable {
  /// One that fails its check.
  struct Fault: Hashable, Sendable {
    let publisher: String
    /// The kind in words.
    let kind: String
    let value: String
  }

  var company = ""
  var charity = ""
  var vat = ""
  var postcode = ""
  var ods = ""
  var cqc = ""

  /// Reads the identifiers of a mention; those that fail their check are told as faults.
  init(_ mention: PayeeMention, faults: inout [Fault: RowTally]) {
    func checked(_ stated: String, _ kind: String, _ read: (String) -> String?) -> String {
      guard !stated.isEmpty, Identifier.isStated(stated) else { return "" }
      if let text = read(stated) { return text }
      let fault = Fault(publisher: mention.publisher, kind: kind, value: stated)
      faults[fault, default: RowTally()] += mention.tally
      return ""
    }
    let supplier = mention.supplier
    company = checked(supplier.companyNumber, "company number") { CompanyNumber($0)?.text }
    charity = checked(supplier.charityNumber, "charity number") { CharityNumber($0)?.text }
    vat = checked(supplier.vatNumber, "VAT number") { VATNumber($0)?.text }
    postcode = checked(supplier.postcode, "postcode") { Postcode($0)?.text }
    ods = checked(mention.odsCode, "ODS code") { ODSCode($0)?.text }
    cqc = checked(mention.cqcProvider, "CQC provider id") { CQCProviderID($0)?.text }
  }

  /// One finding a fault, in order of publisher, kind and value.
  static func findings(_ faults: [Fault: RowTally]) -> [Finding] {
    faults.sorted {
      ($0.key.publisher, $0.key.kind, $0.key.value) < ($1.key.publisher, $1.key.kind, $1.key.value)
    }.map { fault, tally in
      Finding(
        .identifierInvalid, at: SourcePosition(file: "data/exports/\(fault.publisher)"),
        value: fault.value, atStake: tally.amount, rows: max(tally.rows, 1),
        message: "\(fault.value.quotedForMessage) is no valid \(fault.kind)",
        remedy: "it is not used to match providers; correct the export or ask the publisher")
    }
  }
}
