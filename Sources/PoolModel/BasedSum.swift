/// On what a figure stands: figures that differ in any of it are never added.
///
/// Pounds and thousands need no place here: every figure is pence once it is read.
package struct FigureTerms: Hashable, Sendable, CustomStringConvertible {
  /// Before or after charges to clients.
  package enum Netting: String, Sendable, CaseIterable {
    case gross
    case net
  }

  /// Money for services or for buildings and equipment.
  package enum Use: String, Sendable, CaseIterable {
    case revenue
    case capital
  }

  /// Which side of a pool it is on.
  package var side: PoolSide
  /// Planned, forecast or happened.
  package var basis: FigureBasis
  /// Before or after charges to clients.
  package var netting = Netting.gross
  /// Revenue or capital.
  package var use = Use.revenue
  /// The year whose prices it is in; nil: the prices of its own year.
  package var prices: FinancialYear?

  /// Gross revenue in the prices of its own year.
  package init(side: PoolSide, basis: FigureBasis) {
    self.side = side
    self.basis = basis
  }

  /// `gross revenue budget`, as findings print it.
  package var description: String {
    let words = "\(netting.rawValue) \(use.rawValue) \(basis.rawValue)"
    return prices.map { "\(words) in prices of \($0)" } ?? words
  }
}

/// Two figures of different terms, which make no sum.
package struct TermsMixed: Error, Hashable {
  /// The terms of the sum so far.
  package let sum: FigureTerms
  /// The terms of what should have been added.
  package let added: FigureTerms
}

/// A sum of figures that all stand on the same terms.
///
/// There is no other way to make one than from such figures, so that a total of two bases cannot be
/// written down by mistake.
package struct BasedSum: Hashable, Sendable {
  /// What all its figures stand on; nil before the first.
  package private(set) var terms: FigureTerms?
  /// Nil before the first figure, which is not zero.
  package private(set) var amount: Money?

  /// A sum of nothing.
  package init() {}

  /// Adds a figure.
  ///
  /// - Throws: where it stands on other terms; the sum stays as it was.
  package mutating func add(_ amount: Money, on terms: FigureTerms) throws(TermsMixed) {
    if let own = self.terms, own != terms { throw TermsMixed(sum: own, added: terms) }
    self.terms = terms
    self.amount = (self.amount ?? .zero) + amount
  }
}
