import PoolModel
import Testing

/// A sum carries what its figures stand on, and cannot be made of two.
struct BasedSumTests {
  private static let terms = FigureTerms(side: .funding, basis: .budget)

  private static func changed(_ change: (inout FigureTerms) -> Void) -> FigureTerms {
    var terms = terms
    change(&terms)
    return terms
  }

  @Test func `Figures on the same terms add`() throws {
    var sum = BasedSum()
    #expect(sum.amount == nil)
    try sum.add(Money(pence: 150), on: Self.terms)
    try sum.add(Money(pence: -50), on: Self.terms)
    #expect(sum.amount == Money(pence: 100) && sum.terms == Self.terms)
  }

  @Test(arguments: [
    changed { $0.side = .spending }, changed { $0.basis = .outturn },
    changed { $0.basis = .forecast }, changed { $0.netting = .net },
    changed { $0.use = .capital }, changed { $0.prices = FinancialYear(startYear: 2008) },
  ])
  func `A figure on other terms is refused and the sum stays`(other: FigureTerms) throws {
    var sum = BasedSum()
    try sum.add(Money(pence: 150), on: Self.terms)
    let refusal = #expect(throws: TermsMixed.self) {
      try sum.add(Money(pence: 1), on: other)
    }
    #expect(refusal?.sum == Self.terms && refusal?.added == other)
    #expect(sum.amount == Money(pence: 150))
  }
}
