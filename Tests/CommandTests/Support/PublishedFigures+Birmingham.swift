import Foundation
import ImportTestSupport
import Testing

extension PublishedFigures {
  private static let pool = "birmingham-section-75/2009-10"
  private static let publishers = [
    "birmingham-city-council", "birmingham-east-and-north-pct",
    "heart-of-birmingham-teaching-pct", "south-birmingham-pct",
  ]

  /// A figure of the Birmingham example; it has all the spending of the examples.
  func birmingham(_ name: String) async throws -> String? {
    if name.hasPrefix("CG-") { return try spending(name) }
    if name.hasPrefix("transfers-") { return try transfers(name) }
    switch name {
    case "pooled-pence", "outside-pence", "eliminated-pence":
      let steps = try workspace.table("waterfall").rows(where: ["scope": "run", "side": "spending"])
      return "\(steps.filter { $0["step"] == name.dropping("-pence") }.pence())"
    case "learning-disability-pence": return try spending("CG-LD-pence")
    case "mental-health-pence": return try spending("CG-MH-pence")
    case "capital-pence": return try await capital()
    case _ where name.hasPrefix("learning-disability-") || name.hasPrefix("residential-"):
      return try target(name)
    case _ where name.hasPrefix("providers-"): return try providers(name)
    case "individuals", "redacted-names": return try await payeesNotNamed(name)
    case _ where name.hasPrefix("individuals-") || name.hasPrefix("redacted-"):
      let kind = name.hasPrefix("individuals-") ? "individual" : "redacted"
      let payees = try workspace.table("providers").rows(where: ["kind": kind])
      return name.hasSuffix("-rows") ? "\(payees.sum("lines"))" : "\(payees.pence())"
    default: return try coverage(name)
    }
  }

  /// `CG-LD-pence`, `CG-LD/ST-RES-pence` and `CG-LD PCT-5M1-pence`.
  private func spending(_ name: String) throws -> String {
    let key = name.dropping("-pence")
    let rows = try workspace.table("spending").rows(where: ["pool": Self.pool]).filter { row in
      let group = row["client_group", default: ""]
      return [
        group, "\(group)/\(row["care_setting", default: ""])",
        "\(group) \(row["partner", default: ""])",
      ].contains(key)
    }
    return "\(rows.pence())"
  }

  /// `mapped-pence`, `unmapped-rows` and their like.
  private func coverage(_ name: String) throws -> String? {
    let word = name.dropping("-pence").dropping("-rows")
    let rows = try workspace.table("coverage").rows(where: ["coverage": word])
      .filter { Self.publishers.contains($0["publisher", default: ""]) }
    guard !rows.isEmpty else { return nil }
    return name.hasSuffix("-pence") ? "\(rows.pence())" : "\(rows.sum("lines"))"
  }

  private func transfers(_ name: String) throws -> String? {
    let all = try workspace.table("transfers").rows(where: ["pool": Self.pool])
    if name == "transfers-found-by-payee" {
      return "\(all.filter { $0["found_by"] == "payee" }.count)"
    }
    let state = name.dropping("transfers-").dropping("-pence")
    let rows = all.filter { $0["state"] == state }
    guard !rows.isEmpty else { return nil }
    guard name.hasSuffix("-pence") else { return "\(rows.count)" }
    return "\(rows.pence(state == "received-only" ? "received_pounds" : "paid_pounds"))"
  }

  private func target(_ name: String) throws -> String? {
    let targets = try workspace.table("targets")
    let both = targets.rows(where: ["basis": "residential and nursing"])
    let alone = targets.rows(where: ["basis": "residential alone"])
    switch name {
    case "learning-disability-care-home-pence": return "\(both.pence("numerator_pounds"))"
    case "learning-disability-residential-pence": return "\(alone.pence("numerator_pounds"))"
    case "residential-and-nursing-share-hundredths": return "\(both.pence("share_per_cent"))"
    case "residential-alone-share-hundredths": return "\(alone.pence("share_per_cent"))"
    default: return nil
    }
  }

  /// Capital is in no pool, so only the lines show it.
  private func capital() async throws -> String {
    let spending = try workspace.table("spending")
    #expect(spending.rows(where: ["flow": "FL-CAP"]).isEmpty)
    let lines = try await workspace.weir(
      "lines", "--quiet", "data/exports/birmingham-city-council/payments-2009-10.csv")
    return "\(lines.table.rows(where: ["subjective_code": "5610"]).pence())"
  }

  private func providers(_ name: String) throws -> String? {
    let published = try ExpectedProviders.published(in: workspace)
    let shared = Dictionary(grouping: published) { $0["provider", default: ""] }.values
      .filter { $0.distinct("publisher").count > 1 }
    switch name {
    case "providers-shared": return "\(shared.count)"
    case "providers-shared-under-different-spellings":
      return "\(shared.filter { $0.distinct("name").count > 1 }.count)"
    default: return nil
    }
  }

  /// How many names are individuals' or withheld: the results never say, so the matcher is asked.
  private func payeesNotNamed(_ name: String) async throws -> String {
    let kind = name == "individuals" ? "P-INDIVIDUAL-" : "P-REDACTED-"
    let clusters = try await PayeesOfExports.matched(in: workspace)
    return "\(clusters.values.filter { $0.hasPrefix(kind) }.count)"
  }
}

extension String {
  fileprivate func dropping(_ part: String) -> String { replacing(part, with: "") }
}
