import PoolModel

/// What stands behind one line of a memorandum account.
enum AccountTrace {
  /// Payments of the pool, narrowed to a partner or a scheme; nil is any.
  case spending(partner: String?, scheme: String?)
  /// The lines of capital, which the pool keeps apart.
  case capital
  /// What is stated of some of the pool's funding, by agreement and exports.
  case funding(FundingPart)
  /// The lines of a partner's payments into the pool.
  case paidIn(partner: String)
  /// The lines of what the pool paid to other pools.
  case paidOn
  /// The lines of what other pools paid to it.
  case paidByOtherPools
  /// All payments of the pool, and what it paid to other pools.
  case expenditure

  /// What a line's address stands for; nil for one that is worked out from others.
  init?(_ address: String) {
    let parts = address.split(separator: "/", maxSplits: 1).map(String.init)
    let item = parts.count > 1 ? parts[1] : nil
    switch MemorandumLine.Section(rawValue: parts.first ?? "") {
    case .expenditureByPartner where item == "other-pools",
      .expenditureByService where item == "other-pools":
      self = .paidOn
    case .funding where item == "other-pools": self = .paidByOtherPools
    case .expenditureByPartner where item == nil: self = .expenditure
    case .expenditureByPartner: self = .spending(partner: item, scheme: nil)
    case .expenditureByService:
      self = .spending(partner: nil, scheme: item == "no-scheme" ? "" : item)
    case .capitalExpenditure: self = .capital
    case .funding: self = .funding(FundingPart(kind: .revenue, by: .partner, item))
    case .capitalFunding: self = .funding(FundingPart(kind: .capital, by: .partner, item))
    case .inKind: self = .funding(FundingPart(kind: .inKind, by: .partner, item))
    case .fundingByKind: self = .funding(FundingPart(kind: .revenue, by: .kind, item))
    case .fundingByArrangement:
      self = .funding(FundingPart(kind: .revenue, by: .arrangement, item))
    case .paid: self = .paidIn(partner: item ?? "")
    case .broughtForward, .net, .share, .carriedForward, nil: return nil
    }
  }
}

/// The funding that one line of a memorandum account adds up.
struct FundingPart {
  /// What it is made of.
  enum Kind {
    case revenue
    case capital
    case inKind
  }

  /// What tells the lines of its section apart.
  enum Division {
    case partner
    case kind
    case arrangement
  }

  private let kind: Kind
  private let division: Division
  /// Nil: all of the section; empty: what states none.
  private let value: String?

  init(kind: Kind, by division: Division, _ item: String?) {
    (self.kind, self.division) = (kind, division)
    value = item == "no-single-body" || item == "not-stated" ? "" : item
  }

  /// Whether it is the total of the revenue, in which what other pools paid counts too.
  var isAllRevenue: Bool { kind == .revenue && value == nil }

  /// Whether the line adds up a part of the funding; `schemes` are those of the agreement.
  func holds(_ line: FundingLine, _ schemes: [PoolAgreement.Scheme]) -> Bool {
    let isOfKind =
      switch kind {
      case .revenue: line.isRevenue
      case .capital: line.isCapital
      case .inKind: !line.isCash
      }
    guard isOfKind, let value else { return isOfKind }
    switch division {
    case .partner: return line.partner == value
    case .kind: return line.kind == value
    case .arrangement:
      return schemes.first { $0.scheme == line.scheme }?.arrangement ?? "" == value
    }
  }
}
