package import PoolModel

/// One distinct way in which one publisher names a payee, with the money under it.
package struct PayeeMention: Hashable, Sendable {
  /// The slug of the publisher whose export names the payee.
  package var publisher: String
  /// The name and the identifiers as published.
  package var supplier: SupplierMention
  /// The code of the NHS Organisation Data Service, as stated; empty where none is.
  package var odsCode: String
  /// The provider id of the Care Quality Commission, as stated; empty where none is.
  package var cqcProvider: String
  /// The rows and the money that stand under it.
  package var tally: RowTally

  /// The identifiers that are stated, as one text; empty where none is.
  package var identity: String {
    var text = ""
    func add(_ part: String) {
      guard !part.isEmpty else { return }
      if !text.isEmpty { text += " " }
      text += part
    }
    add(supplier.localID)
    add(supplier.companyNumber)
    add(supplier.charityNumber)
    add(supplier.vatNumber)
    add(supplier.postcode)
    add(odsCode)
    add(cqcProvider)
    return text
  }

  /// A mention; codes not given are empty.
  package init(
    publisher: String, supplier: SupplierMention, odsCode: String = "", cqcProvider: String = "",
    tally: RowTally = RowTally()
  ) {
    self.publisher = publisher
    self.supplier = supplier
    self.odsCode = odsCode
    self.cqcProvider = cqcProvider
    self.tally = tally
  }
}
