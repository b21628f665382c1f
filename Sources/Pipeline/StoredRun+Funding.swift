import CodeMapping
import PoolBuilding
package import PoolModel
import PoolStore

extension StoredRun {
  /// The lines of exports that state a pool's funding, in the order of exports and lines; `partner`
  /// narrows them, and nil is everybody.
  package func fundingLines(
    behind account: String, of partner: String?, _ body: (SourcePosition, Money, String) -> Void
  ) throws {
    let claims = FundingClaims(mappings: mappings)
    let facts = try store.facts().filter { $0.side == .funding }
    try store.forEachLine(behind: facts) { line in
      for (part, amount) in zip(line.decision.parts, line.decision.allocations(of: line.amount)) {
        let fact = PoolFact(
          line, part, provider: "", counterparty: "", tally: RowTally(rows: 1, amount: amount))
        guard let (counting, payer) = claims.account(counting: fact), counting == account,
          partner == nil || payer == partner
        else { continue }
        body(line.position, amount, payer)
      }
    }
  }
}
