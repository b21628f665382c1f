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

  /// The stated texts, by kind, that fail their check or stand for no number.
  private(set) var suspects: [IdentifierKind: String] = [:]

  /// Reads the identifiers of a mention; those that fail their check are told as faults.
  ///
  /// Cells that `placeholders` match and that hold no digit state nothing; those that hold one,
  /// such as `12345678`, are faults.
  init(
    _ mention: PayeeMention, placeholders: WholeNamePatterns = WholeNamePatterns(),
    faults: inout [Fault: RowTally]
  ) {
    let supplier = mention.supplier
    var suspects: [IdentifierKind: String] = [:]
    func checked(_ stated: String, _ kind: IdentifierKind, _ read: (String) -> String?) -> String {
      guard !stated.isEmpty else { return "" }
      let isPlaceholder = Identifier.isOneDigit(stated) || placeholders.match(stated) != nil
      guard Identifier.isStated(stated, kind, isPlaceholder: isPlaceholder) else { return "" }
      if !isPlaceholder, let text = read(stated) { return text }
      suspects[kind] = stated
      let fault = Fault(publisher: mention.publisher, kind: kind.rawValue, value: stated)
      faults[fault, default: RowTally()] += mention.tally
      return ""
    }
    company = checked(supplier.companyNumber, .company) { CompanyNumber($0)?.text }
    charity = checked(supplier.charityNumber, .charity) { CharityNumber($0)?.text }
    vat = checked(supplier.vatNumber, .vat) { VATNumber($0)?.text }
    postcode = checked(supplier.postcode, .postcode) { Postcode($0)?.text }
    ods = checked(mention.odsCode, .ods) { ODSCode($0)?.text }
    cqc = checked(mention.cqcProvider, .cqc) { CQCProviderID($0)?.text }
    self.suspects = suspects
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
