internal import PoolModel

/// All findings of one code: how many, how much money, and where the first one is.
struct FindingGroup {
  let code: FindingCode
  private(set) var count = 0
  /// The rows that they speak for.
  private(set) var rows = 0
  /// Nil where no finding states its money.
  private(set) var atStake: Money?
  let first: SourcePosition

  /// The groups of a run: severest first, then most money, then by code.
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingCode: FindingGroup] = [:]
    for finding in findings {
      var group = groups[finding.code] ?? FindingGroup(code: finding.code, first: finding.position)
      group.count += 1
      group.rows += finding.rows
      if let amount = finding.atStake { group.atStake = (group.atStake ?? .zero) + amount }
      groups[finding.code] = group
    }
    return groups.values.sorted { left, right in
      let leftMoney = left.atStake?.magnitude ?? .zero
      let rightMoney = right.atStake?.magnitude ?? .zero
      return (right.code.severity, rightMoney, left.code.rawValue)
        < (left.code.severity, leftMoney, right.code.rawValue)
    }
  }

  private init(code: FindingCode, first: SourcePosition) {
    self.code = code
    self.first = first
  }
}
