internal import PoolModel

/// A part of a pool with the pool it belongs to: a row of most tables.
struct PoolRow<Part> {
  let pool: PoolAccount
  let part: Part
}

/// A condition of a pool in one area; nil where no area states it.
typealias ConditionRow = PoolRow<(condition: PoolCondition, state: PoolCondition.State?)>

extension ForeignKey {
  static let pool = ForeignKey(column: "pool", table: "pools", key: "pool")
  static let provider = ForeignKey(column: "provider", table: "providers", key: "provider")
}

extension PublishedColumn {
  /// The id of the row's pool.
  static func pool<Part>() -> PublishedColumn where Row == PoolRow<Part> {
    text("pool", "The agreement and the year.", .required) { $0.pool.id }
  }

  /// The year of the row's pool.
  static func poolYear<Part>() -> PublishedColumn where Row == PoolRow<Part> {
    year { $0.pool.year }
  }
}

extension PublishedTable where Row == PoolAccount {
  static func pools(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "pools", description: "One pool in one financial year, with its two sides.",
      primaryKey: ["pool"],
      columns: [
        .text("pool", "The agreement and the year.", .required) { $0.id },
        .text("agreement", "The agreement's file under mappings/pools.", .required) {
          $0.agreement
        },
        .text("title", "The agreement's title.") { $0.title },
        .year { $0.year },
        .text(
          "basis", "Whether the figures were planned, forecast or happened.", .required,
          oneOf: FigureBasis.allCases.map(\.rawValue)
        ) { $0.basis.rawValue },
        .text("host", "The body that hosts the pool. Empty: not stated.") { $0.host },
        .text("host_name", "Its name.") { names($0.host) },
        .text("partners", "The partners' ids, between |.") { $0.partners.joined(separator: "|") },
        .text(
          "status", "Complete where both sides are stated in full.", .required,
          oneOf: ["complete", "incomplete"]
        ) { $0.isComplete ? "complete" : "incomplete" },
        .text("gaps", "Why it is incomplete, between |.") { $0.gaps.joined(separator: "|") },
        .poundsIfStated(
          "known_funding_pounds",
          "The funding that is stated; the pool's funding only where the status is complete."
        ) { $0.knownFunding },
        .poundsIfStated(
          "known_spending_pounds",
          "The spending that lines show; the pool's spending only where the status is complete."
        ) { $0.knownSpending },
      ])
  }
}

extension PublishedTable where Row == PoolRow<FundingLine> {
  static func funding(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "funding", description: "What each partner or source puts into a pool.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("partner", "Who pays. Empty: a national source without a body.") {
          $0.part.partner
        },
        .text("partner_name", "The name of who pays.") { names($0.part.partner) },
        .text("area", "The area it is for. Empty: not by area.") { $0.part.area },
        .text("kind", "The kind of contribution. Empty: not stated.") { $0.part.kind },
        .text("label", "What the agreement or the export calls it.") { $0.part.label },
        .text("client_group", "The client group it is meant for, where one is stated.") {
          $0.part.category?.clientGroup ?? ""
        },
        .text("care_setting", "The care setting it is meant for, where one is stated.") {
          $0.part.category?.careSetting ?? ""
        },
        .text("age_band", "The age band it is meant for, where one is stated.") {
          $0.part.category?.ageBand ?? ""
        },
        .text("flow", "What the money does.", .required) { $0.part.flow },
        .poundsIfStated("pounds", "The amount.") { $0.part.amount },
        .count("instalments", "In how many it is paid. Empty: not stated.", .optional) {
          $0.part.instalments.map(Int64.init)
        },
        .text("approval", "Reference and day of approval. Empty: not stated.") {
          $0.part.approval
        },
        .text("source", "Where it is stated: an agreement's file or an export's publisher.") {
          $0.part.source
        },
      ])
  }
}

extension PublishedTable where Row == PoolRow<SpendingLine> {
  static var spending: PublishedTable {
    PublishedTable(
      name: "spending",
      description: "What each partner spent from a pool, by category and provider.",
      foreignKeys: [.pool, .provider],
      columns: [
        .pool(), .poolYear(),
        .text("partner", "The body whose export holds the payments.", .required) {
          $0.part.partner
        },
        .text("scheme", "The scheme of the agreement that claims them.") { $0.part.scheme },
        .text("client_group", "For whom.", .required) { $0.part.category.clientGroup },
        .text("care_setting", "What and where.", .required) { $0.part.category.careSetting },
        .text("age_band", "At what age.", .required) { $0.part.category.ageBand },
        .text("flow", "What the money does.", .required) { $0.part.flow },
        .text("provider", "Who was paid.") { $0.part.provider },
        .count("lines", "Lines of exports; one that is split counts in its first part.") {
          Int64($0.part.tally.rows)
        },
        .pounds("pounds", "Their sum.") { $0.part.tally.amount },
      ])
  }
}
