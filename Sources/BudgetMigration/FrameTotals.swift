import MappingTables
import PoolModel

/// Holds the sums that a return prints against the lines that they sum up.
struct FrameTotals {
  private struct Return: Hashable {
    var body: String
    var year: FinancialYear?
    var covers: DaySpan?
    var basis: FigureBasis
    var side: PoolSide
  }

  private let frame: CodeFrame?
  private var amounts: [Return: [String: Money]] = [:]
  private var positions: [Return: [String: SourcePosition]] = [:]

  init(_ frame: CodeFrame?) { self.frame = frame }

  /// Takes a line in, whether it is money or a sum.
  mutating func count(_ line: LegacyLine, covers: DaySpan?) {
    guard frame != nil else { return }
    let place = Return(
      body: line.body, year: line.statedYear, covers: covers, basis: line.basis, side: line.side)
    let code = CellPattern.folded(line.code)
    amounts[place, default: [:]][code, default: .zero] += line.amount
    positions[place, default: [:]][code] = positions[place]?[code] ?? line.position
  }

  /// One finding a printed sum that its lines do not make.
  var findings: [Finding] {
    guard let frame else { return [] }
    return frame.codes.filter { $0.kind == .total }.flatMap { total in
      amounts.compactMap { place, byCode in difference(of: total, place, byCode) }
    }
  }

  private func difference(
    of total: CodeFrame.Code, _ place: Return, _ byCode: [String: Money]
  ) -> Finding? {
    let code = CellPattern.folded(total.code)
    guard let printed = byCode[code] else { return nil }
    let added = byCode.filter { total.adds.matches(folded: $0.key) && $0.key != code }
    let sum = added.values.reduce(.zero, +)
    guard sum != printed else { return nil }
    let difference = printed - sum
    return Finding(
      .totalDiffers, at: positions[place]?[code] ?? SourcePosition(file: ""), value: total.code,
      atStake: difference.magnitude,
      message: "code \(total.code.quotedForMessage) of \(place.body) for \(place.year.printed) is "
        + "printed as \(printed), and the \(added.count) lines that it sums up make \(sum)",
      remedy: "correct the budget, or the column adds in \(total.position.file)")
  }
}
