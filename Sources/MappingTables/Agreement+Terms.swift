package import PoolModel

extension Agreement {
  /// What regulation 7(3) of SI 2000/617 wants every agreement on a pooled fund to specify.
  package enum Term: String, CaseIterable, Sendable {
    /// (a) The agreed aims and outcomes.
    case aims
    /// (b) The contributions, and how they may be varied.
    case variation
    /// (c) The functions that the arrangements are about.
    case functions
    /// (d) The persons and the kinds of services.
    case services
    /// (e) Staff, goods, services or accommodation that the partners provide.
    case resources
    /// (f) Duration, review, variation and termination.
    case duration
    /// (g) How the pooled fund is managed and monitored.
    case management

    /// The letter of the paragraph with its words, for findings.
    package var words: String {
      switch self {
      case .aims: "(a) aims and outcomes"
      case .variation: "(b) how contributions may be varied"
      case .functions: "(c) functions"
      case .services: "(d) persons and kinds of services"
      case .resources: "(e) staff, goods, services or accommodation"
      case .duration: "(f) duration, review, variation and termination"
      case .management: "(g) management and monitoring"
      }
    }
  }

  /// What a year begins with.
  package struct Balance: Hashable, Sendable {
    /// The year that begins.
    package var year: FinancialYear
    /// Nil: not stated, which is not zero.
    package var broughtForward: Money?

    /// A balance.
    package init(year: FinancialYear, broughtForward: Money?) {
      self.year = year
      self.broughtForward = broughtForward
    }
  }

  /// What a scheme's agreement says of spending more or less than was put in.
  package struct RiskShare: Hashable, Sendable {
    /// A code of `risk-shares.csv`; nil: not stated.
    package var overspend: String?
    /// A code of `risk-shares.csv`; nil: not stated.
    package var underspend: String?
    /// The partners' stated shares in hundredths of a per cent, in the file's order.
    package var shares: [(partner: String, hundredths: Int)] = []

    /// Nothing stated.
    package init() {}

    /// Whether two schemes say the same.
    package static func == (left: RiskShare, right: RiskShare) -> Bool {
      (left.overspend, left.underspend) == (right.overspend, right.underspend)
        && left.shares.map(\.partner) == right.shares.map(\.partner)
        && left.shares.map(\.hundredths) == right.shares.map(\.hundredths)
    }

    /// Hashes what `==` compares.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(overspend)
      hasher.combine(underspend)
      for share in shares {
        hasher.combine(share.partner)
        hasher.combine(share.hundredths)
      }
    }
  }
}

/// What an agreement's kind of contribution does: a row of `contribution-kinds.csv`.
package struct ContributionKind: Hashable, Sendable {
  /// For people.
  package var label: String
  /// Whether it is part of the base of the year after; nil: each contribution says so.
  package var rolls: Bool?
  /// Whether it is money: what is in kind is valued and kept out of the cash.
  package var isCash = true
  /// Whether it is capital, which is kept apart from revenue.
  package var isCapital = false
  /// Whether charges to clients are taken off.
  package var isNetOfCharges = false
  /// Whether a contribution of the kind needs a day and a reference of approval.
  package var needsApproval = false

  /// A kind of money that each contribution says the rolling of.
  package init(label: String) { self.label = label }
}

/// Who bears what a pool spends beyond its funding, or has what is left: a row of
/// `risk-shares.csv`.
package struct RiskShareRule: Hashable, Sendable {
  /// What the rule does.
  package enum Division: String, CaseIterable, Sendable {
    /// In proportion to the contributions.
    case proportionate
    /// By the shares that the agreement states.
    case fixed
    /// Each partner bears its own.
    case originating
    /// The lead commissioner bears all.
    case lead
    /// It stays in the pool.
    case pool
    /// It needs a decision, which is not in the agreement.
    case decision
  }

  /// For people.
  package var label: String
  /// What the rule does.
  package var division: Division

  /// A rule.
  package init(label: String, division: Division) {
    self.label = label
    self.division = division
  }
}

/// A power that arrangements rest on: a row of `powers.csv`.
package struct Power: Hashable, Sendable {
  /// Its name as agreements give it.
  package var power: String
  /// The first day it could be used; nil: not stated.
  package var from: CalendarDay?
  /// The last day it could be used; nil: it stands.
  package var to: CalendarDay?
  /// The codes of the arrangements that need it.
  package var arrangements: [String]

  /// A power.
  package init(power: String, from: CalendarDay?, to: CalendarDay?, arrangements: [String]) {
    self.power = power
    self.from = from
    self.to = to
    self.arrangements = arrangements
  }

  /// Whether it could be used on some day of a year.
  package func isInForce(in year: FinancialYear) -> Bool {
    let first = CalendarDay(year: year.startYear, month: 4, day: 1)
    let last = CalendarDay(year: year.startYear + 1, month: 3, day: 31)
    guard let first, let last else { return true }
    return from ?? last <= last && first <= to ?? first
  }
}
