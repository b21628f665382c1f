internal import PoolModel

extension PublishedTable where Row == PoolRow<PoolAgreement.Term> {
  static var agreementTerms: PublishedTable {
    PublishedTable(
      name: "agreement-terms",
      description: "What each pool's agreement states beside figures, and what it leaves out.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("term", "What it is; (a) to (g) are those of SI 2000/617, regulation 7.", .required) {
          $0.part.name
        },
        .text("text", "As the agreement's file has it. Empty: not stated.") {
          $0.part.text ?? ""
        },
      ])
  }
}

extension PublishedTable where Row == PoolRow<PoolAgreement.Scheme> {
  static func schemes(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "schemes", description: "The schemes of each pool with what governs their money.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("scheme", "Its slug within the agreement.", .required) { $0.part.scheme },
        .text("title", "For people.") { $0.part.title },
        .text("arrangement", "The code of the arrangement.") { $0.part.arrangement },
        .text("arrangement_name", "The arrangement in words.") { $0.part.arrangementLabel },
        .text("lead", "Who leads. Empty: not stated.") { $0.part.lead },
        .text("lead_name", "Its name.") { names($0.part.lead) },
        .text("accounting_treatment", "As the agreement says. Empty: not stated.") {
          $0.part.accountingTreatment ?? ""
        },
        .text("overspend", "Who bears it. Empty: not stated.") { $0.part.overspend ?? "" },
        .text("underspend", "Who keeps it. Empty: not stated.") { $0.part.underspend ?? "" },
        .text("shares", "The partners' stated shares, between |.") { row in
          row.part.shares.map { "\($0.partner) \($0.percent)" }.joined(separator: "|")
        },
      ])
  }
}
