/// What a row of a plan says of its money besides codes and payee; each distinct one stands once in
/// an export.
package struct PlanEntry: Hashable, Sendable {
  /// The area as published; empty outside plans by area.
  package var area = ""
  /// The source that pays for it, as published.
  package var fundingSource = ""
  /// The area of spend, such as `Social Care`, as published.
  package var areaOfSpend = ""
  /// Who commissions it, such as `Joint`, as published.
  package var commissioner = ""
  /// The NHS's part where both commission, as published.
  package var nhsShare = ""
  /// The council's part where both commission, as published.
  package var laShare = ""
  /// The sort of provider, which is no payee, as published.
  package var providerType = ""

  /// An entry that says nothing.
  package init() {}

  /// Whether it says more than its area.
  package var isOfPlan: Bool { texts.dropFirst().contains { !$0.isEmpty } }
}

extension PlanEntry {
  /// Its texts: area, source of funding, area of spend, commissioner, the two shares, provider type.
  package var texts: [String] {
    [area, fundingSource, areaOfSpend, commissioner, nhsShare, laShare, providerType]
  }

  /// An entry of texts in the order of ``texts``; those not given are empty.
  package init(texts: [String]) {
    let all = texts + Array(repeating: "", count: 7)
    (area, fundingSource, areaOfSpend, commissioner) = (all[0], all[1], all[2], all[3])
    (nhsShare, laShare, providerType) = (all[4], all[5], all[6])
  }
}
