import CodeMapping
import PoolBuilding
package import PoolModel
import PoolStore

extension StoredRun {
  /// The lines of exports that state those parts of a pool's funding that are wanted, in the order of
  /// exports and lines.
  package func fundingLines(
    behind account: String, where isWanted: (FundingLine) -> Bool,
    _ body: (SourcePosition, Money, FundingLine) -> Void
  ) throws {
    let claims = FundingClaims(mappings: mappings)
    let facts = try store.facts().filter { $0.side == .funding }
    try store.forEachLine(behind: facts) { line in
      for (part, amount) in zip(line.decision.parts, line.decision.allocations(of: line.amount)) {
        let fact = PoolFact(
          line, part, provider: "", counterparty: "", tally: RowTally(rows: 1, amount: amount))
        guard let (counting, funding) = claims.account(counting: fact), counting == account,
          isWanted(funding)
        else { continue }
        body(line.position, amount, funding)
      }
    }
  }
}
