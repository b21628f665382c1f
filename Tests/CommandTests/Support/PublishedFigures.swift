import Foundation
import Testing

/// The figures that were counted by hand, looked up by name in what a run published.
struct PublishedFigures {
  let workspace: Workspace

  /// A figure of an example; nil, which is equal to no counted figure, for an unknown name.
  func value(of name: String, in example: String) async throws -> String? {
    let words = name.split(separator: " ").map(String.init)
    if words.count == 2, words[0].hasSuffix(".csv") {
      return try exportFigure(words[1], of: "data/exports/\(words[0])")
    }
    return switch example {
    case "birmingham": try await birmingham(name)
    case "oxfordshire": try oxfordshire(name)
    case "integration-transformation-fund": try integrationTransformationFund(name)
    case "better-care-fund": try betterCareFund(name)
    case "pioneers-speech": try pioneersSpeech(name)
    default: nil
    }
  }

  private func exportFigure(_ name: String, of path: String) throws -> String? {
    let export = try #require(workspace.table("exports").rows(where: ["path": path]).first)
    func whole(_ column: String) -> Int { Int(export[column] ?? "") ?? -1 }
    switch name {
    case "data-rows", "blank-rows", "total-rows", "non-data-rows", "header-line", "first-day",
      "last-day":
      return export[name.replacing("-", with: "_")]
    case "printed-total-pence": return "\([export].pence("printed_total_pounds"))"
    case "net-pence":
      return
        "\(try workspace.table("waterfall").rows(where: ["export": path, "step": "kept"]).pence())"
    // What is set aside is a title above the header or a note below it.
    case "note-rows": return "\(whole("non_data_rows") - whole("header_line") + 1)"
    case "rows-without-amount":
      let findings = try workspace.table("findings")
      return "\(findings.rows(where: ["code": "amount-not-stated", "file": path]).sum("rows"))"
    default: return nil
    }
  }

  private func oxfordshire(_ name: String) throws -> String? {
    let funding = try workspace.table("funding")
      .rows(where: ["pool": "oxfordshire-mental-health-pool/2009-10", "partner": "LA-OXFORDSHIRE"])
    switch name {
    case "additional-contribution-pence":
      return "\(funding.filter { $0["source"] == "oxfordshire-annex-4c" }.pence())"
    case "council-contribution-pence": return "\(funding.pence())"
    case "to-another-pool-pence": return "\(funding.filter { $0["flow"] == "FL-XPL" }.pence())"
    default: return nil
    }
  }

  private func integrationTransformationFund(_ name: String) throws -> String? {
    let pool = "integration-transformation-fund/2015-16"
    let conditions = try workspace.table("conditions").rows(where: ["pool": pool])
    switch name {
    case "funding-pence":
      return "\(try workspace.table("funding").rows(where: ["pool": pool]).pence())"
    case "conditions": return "\(conditions.distinct("number").count)"
    case "condition-areas": return "\(conditions.distinct("area").count)"
    case "conditions-met": return "\(conditions.filter { $0["state"] == "met" }.count)"
    default: return nil
    }
  }

  private func betterCareFund(_ name: String) throws -> String? {
    let pool = "better-care-fund/2015-16"
    let areas = try workspace.table("areas").rows(where: ["pool": pool])
    let funding = try workspace.table("funding")
    let added = funding.rows(where: ["pool": pool, "label": "Additional contribution"])
    let minimum = funding.rows(where: ["pool": pool, "label": "Minimum contribution"])
    switch name {
    case "areas": return "\(areas.count)"
    case "areas-approved": return "\(areas.filter { $0["status"] == "Approved" }.count)"
    case "areas-without-plan": return "\(areas.filter { $0["funding_pounds"] == "" }.count)"
    case "minimum-pence": return "\(minimum.pence())"
    case "additional-pence": return "\(added.pence())"
    case "funding-pence": return "\(funding.rows(where: ["pool": pool]).pence())"
    case "areas-adding-nothing": return "\(added.filter { $0["pounds"] == "0.00" }.count)"
    default: return nil
    }
  }

  private func pioneersSpeech(_ name: String) throws -> String? {
    let publisher = "integration-pioneers-speech"
    switch name {
    case "grant-pence":
      return "\(try workspace.table("outside").rows(where: ["publisher": publisher]).pence())"
    case "pools":
      let funding = try workspace.table("funding").rows(where: ["source": publisher])
      return "\(funding.distinct("pool").count)"
    default: return nil
    }
  }
}
