import MappingTables
import PoolModel

/// One agreement in one of its years, while its money is gathered.
struct OpenPool {
  let agreement: Agreement
  let year: FinancialYear
  /// The spending that it counts, with the scheme that claims each fact.
  var spending: [(fact: PoolFact, scheme: String)] = []
  /// The funding that exports state; the keys are lines whose amount is not filled.
  var funding: [FundingLine: Money] = [:]
  var transfers: [Transfer] = []
  /// What remains between payments and receipts that belong together.
  var variances: [TransferVariance] = []
  /// Capital that a scheme claims, kept apart from the spending.
  var capitalSpending: [PoolFact] = []
  /// How many groups of transfers it has so far.
  var groups = 0

  /// The agreement and the year, as ``PoolAccount/id``.
  var id: String { "\(agreement.agreement)/\(year)" }

  /// A pool without money yet.
  init(agreement: Agreement, year: FinancialYear) {
    self.agreement = agreement
    self.year = year
  }

  /// The sum of the capital; nil where there is none.
  var capital: Money? {
    capitalSpending.isEmpty ? nil : capitalSpending.reduce(.zero) { $0 + $1.tally.amount }
  }

  /// Whether a body is one of the agreement's partners.
  func hasPartner(_ organisation: String) -> Bool { agreement.partners.contains(organisation) }

  /// One pool an agreement and year, in order of id.
  static func all(of agreements: [Agreement]) -> [OpenPool] {
    agreements
      .flatMap { agreement in
        Set(agreement.years).map { OpenPool(agreement: agreement, year: $0) }
      }
      .sorted { $0.id < $1.id }
  }
}
