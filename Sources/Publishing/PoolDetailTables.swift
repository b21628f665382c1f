internal import PoolModel

extension PublishedTable where Row == PoolRow<Transfer> {
  static func transfers(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "transfers",
      description: "Money that moved between partners; it is eliminated and is not spending.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("payer", "Who paid.") { $0.part.payer },
        .text("payer_name", "The name of who paid.") { names($0.part.payer) },
        .text("payee", "Who received. Empty: no known body.") { $0.part.payee },
        .text("payee_name", "The name of who received.") { names($0.part.payee) },
        .text("flow", "What the money does.", .required) { $0.part.flow },
        .poundsIfStated("paid_pounds", "What the payer's line says.") { $0.part.paid },
        .poundsIfStated("received_pounds", "What the receiver's line says, as a positive amount.") {
          $0.part.received
        },
        .text(
          "state", "Whether both ends were found.", .required,
          oneOf: Transfer.State.allCases.map(\.rawValue)
        ) { $0.part.state.rawValue },
        .text(
          "match", "By what the ends were found to belong together. Empty: not found.",
          oneOf: Transfer.Match.allCases.map(\.rawValue)
        ) { $0.part.match?.rawValue ?? "" },
        .text(
          "match_state", "Whether a number or a person says so. Empty: not found.",
          oneOf: ["suggested", "confirmed"]
        ) { $0.part.match.map { $0.isConfirmed ? "confirmed" : "suggested" } ?? "" },
        .count("group", "The number of its group within the pool. Empty: no group.", .optional) {
          $0.part.group.map(Int64.init)
        },
        .text("payee_pool", "The account of the other pool that received it. Empty: none.") {
          $0.part.payeePool
        },
        .text("found_by", "What named it a transfer: a rule, or the payee being a partner.") {
          $0.part.foundBy
        },
        .text("paid_file", "The export of the payer's line.") { $0.part.paidAt?.file ?? "" },
        .count("paid_line", "Its physical line, from 1.", .optional) {
          ($0.part.paidAt?.line).statedLine
        },
        .text("received_file", "The export of the receiver's line.") {
          $0.part.receivedAt?.file ?? ""
        },
        .count("received_line", "Its physical line, from 1.", .optional) {
          ($0.part.receivedAt?.line).statedLine
        },
      ])
  }
}

extension PublishedTable where Row == PoolRow<TransferVariance> {
  static func variances(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "variances",
      description: "What remains between payments and receipts that belong together.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("payer", "Who paid.") { $0.part.payer },
        .text("payer_name", "The name of who paid.") { names($0.part.payer) },
        .text("payee", "Who received.") { $0.part.payee },
        .text("payee_name", "The name of who received.") { names($0.part.payee) },
        .text(
          "kind", "What explains it.", .required,
          oneOf: TransferVariance.Kind.allCases.map(\.rawValue)
        ) { $0.part.kind.rawValue },
        .poundsIfStated("paid_pounds", "What the payer's lines of the year say.") {
          $0.part.paid
        },
        .poundsIfStated(
          "received_pounds", "What the receiver's lines of the year say."
        ) { $0.part.received },
        .pounds("variance_pounds", "Paid less received.") { $0.part.amount },
        .count("group", "The number of the group. Empty: a pair.", .optional) {
          $0.part.group.map(Int64.init)
        },
        .text("file", "The export of the first line.", .required) { $0.part.at.file },
        .count("line", "Its physical line, from 1.", .optional) {
          Optional($0.part.at.line).statedLine
        },
      ])
  }
}

extension PublishedTable where Row == PoolRow<StatedFigure> {
  static var statedFigures: PublishedTable {
    PublishedTable(
      name: "stated-figures",
      description: "Figures that agreements quote from documents, beside what the lines give.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("figure", "What it is.", .required) { $0.part.figure },
        .pounds("pounds", "The amount as stated.") { $0.part.amount },
        .text("precision", "How exact the source is: exact, rounded or reported.") {
          $0.part.precision
        },
        .text("source", "Where it is said.") { $0.part.source },
        .poundsIfStated("computed_pounds", "What the lines give for the same figure.") {
          $0.part.computed
        },
        .text("part_of", "The figure of which it is a part. Empty: none.") { $0.part.partOf },
      ])
  }
}

extension PublishedTable where Row == PoolRow<PoolArea> {
  static var areas: PublishedTable {
    PublishedTable(
      name: "areas", description: "The areas of a roll-up, with those that state no figure.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("area", "The area.", .required) { $0.part.name },
        .text("status", "What the export says of its plan.") { $0.part.status },
        .poundsIfStated("funding_pounds", "Its pool.") { $0.part.funding },
      ])
  }
}

extension PublishedTable where Row == ConditionRow {
  static var conditions: PublishedTable {
    PublishedTable(
      name: "conditions", description: "The conditions of an agreement, with their state by area.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .count("number", "The condition's number in the agreement.") {
          Int64($0.part.condition.number)
        },
        .text("condition", "Its text.") { $0.part.condition.text },
        .text("area", "The area. Empty: no area states it.") { $0.part.state?.area ?? "" },
        .text("state", "Its state there, such as met.") { $0.part.state?.state ?? "" },
      ])
  }
}

extension PublishedTable where Row == TargetReading {
  static var targets: PublishedTable {
    PublishedTable(
      name: "targets",
      description: "Where targets stand, each reading on a stated basis; bases are never compared.",
      primaryKey: ["agreement", "target", "year", "basis"],
      columns: [
        .text("agreement", "The agreement's file under mappings/pools.", .required) {
          $0.agreement
        },
        .text("target", "The target's name within the agreement.", .required) { $0.target },
        .year { $0.year },
        .text("basis", "What is counted as the numerator.", .required) { $0.measureBasis },
        .pounds("numerator_pounds", "The part.") { $0.numerator },
        .pounds("denominator_pounds", "The whole.") { $0.denominator },
        .exactDecimal(
          "share_per_cent", "The part of the whole. Empty: the whole is not positive.", .optional
        ) { $0.share.map(percent) ?? "" },
        .exactDecimal("base_per_cent", "What the agreement says it starts from.", .required) {
          percent($0.base)
        },
        .exactDecimal("goal_per_cent", "What it is to become.", .required) { percent($0.goal) },
        .text("refusal", "Why no progress is reported. Empty: the bases agree.") { $0.refusal },
      ])
  }

}

extension PublishedTable where Row == TrendPoint {
  static var trends: PublishedTable {
    PublishedTable(
      name: "trends",
      description: "Targets over the years; a line goes on only on one basis and across no break.",
      primaryKey: ["agreement", "target", "basis", "year", "origin"],
      columns: [
        .text("agreement", "The agreement's file under mappings/pools.", .required) {
          $0.agreement
        },
        .text("target", "The target's name within the agreement.", .required) { $0.target },
        .text("basis", "What is counted.", .required) { $0.basis },
        .year { $0.year },
        .text(
          "origin", "Stated by a source, or counted by the run.", .required,
          oneOf: TrendPoint.Origin.allCases.map(\.rawValue)
        ) { $0.origin.rawValue },
        .pounds("numerator_pounds", "The part.") { $0.numerator },
        .pounds("denominator_pounds", "The whole.") { $0.denominator },
        .exactDecimal(
          "share_per_cent", "The part of the whole. Empty: the whole is not positive.", .optional
        ) { $0.share.map(percent) ?? "" },
        .text("since", "The year it is compared with. Empty: with none.") {
          $0.since?.description ?? ""
        },
        .exactDecimal("movement_points", "Percentage points gained since then.", .optional) {
          $0.movement.map(percent) ?? ""
        },
        .text("broken_because", "Why it is not compared. Empty: it is, or nothing is before it.") {
          $0.brokenBecause
        },
        .text("source", "Who states it. Empty: counted.") { $0.source },
      ])
  }
}

/// Hundredths of a per cent as a decimal: 5250 gives `52.50`.
private func percent(_ hundredths: Int) -> String { Money(pence: Int64(hundredths)).decimal }

extension Int? {
  /// A line number for a cell; nil for 0, which stands for the file as a whole.
  var statedLine: Int64? {
    guard let self, self > 0 else { return nil }
    return Int64(self)
  }
}
