import MappingTables

/// What figures without letters say, worked out digit by digit: slow, plain and without the
/// arithmetic of the parser it is held against.
struct PlainAmount {
  /// The characters whose meaning is known here; a cell with any other has no plain amount.
  static let alphabet = [
    "0", "1", "2", "3", "5", "9", "00", "000", ".", ",", "-", "+", "(", ")", "£", " ", "'",
  ]

  /// Digits of the pence before and behind the point, and the sign; nil digits: blank.
  private(set) var isNegative = false
  private var figure: [Character]

  /// What a cell says: nothing, no figure, or a number of 10⁻¹⁸ pennies with its sign.
  enum Reading: Equatable {
    case blank
    case unreadable
    case units(Int128)
  }

  static func read(_ cell: String, unit: AmountColumn.Unit) -> Reading {
    var figure = Array(cell)
    // A pound sign says something before the figure only.
    let firstDigit = figure.firstIndex(where: \.isNumber) ?? figure.count
    figure = figure[..<firstDigit].filter { $0 != "£" } + figure[firstDigit...]
    var amount = PlainAmount(figure: trimmed(figure))
    if amount.figure.isEmpty { return .blank }
    if amount.figure == ["-"] { return .units(0) }
    guard amount.takeSign(), let parts = amount.parts() else { return .unreadable }
    return amount.reading(of: parts, unit: unit)
  }

  private init(figure: [Character]) { self.figure = figure }

  private static func trimmed(_ figure: [Character]) -> [Character] {
    let start = figure.drop { $0 == " " }
    return Array(start.reversed().drop { $0 == " " }.reversed())
  }

  /// One sign at most, and a plus before what is left; false where there is more or nothing else.
  private mutating func takeSign() -> Bool {
    var signs = 0
    if figure.last == ")", figure.first == "(" {
      figure = PlainAmount.trimmed(Array(figure.dropFirst().dropLast()))
      signs += 1
    }
    if figure.last == "-" {
      figure = PlainAmount.trimmed(figure.dropLast())
      signs += 1
    }
    if figure.first == "-" {
      figure = PlainAmount.trimmed(Array(figure.dropFirst()))
      signs += 1
    } else if figure.first == "+" {
      figure.removeFirst()
    }
    isNegative = signs == 1
    return signs <= 1
  }

  /// The digits before and behind the point; nil where the rest is no figure.
  private func parts() -> (whole: [Character], decimals: [Character])? {
    let point = figure.firstIndex(of: ".") ?? figure.count
    let (whole, decimals) = (Array(figure[..<point]), Array(figure[point...].dropFirst()))
    // One kind of mark of thousands, if any.
    let mark = whole.first { [",", " ", "'"].contains($0) }
    let digits = whole.filter { $0 != mark }
    guard !(digits + decimals).isEmpty, (digits + decimals).allSatisfy({ "0"..."9" ~= $0 })
    else { return nil }
    guard let mark else { return (digits, decimals) }
    // Marks cut off threes from the right, and leave at least one digit before the first.
    for (place, character) in whole.reversed().enumerated() {
      if (character == mark) != (place % 4 == 3) { return nil }
    }
    let isCode = mark != "," && whole.first == "0" || mark == " " && decimals.isEmpty
    return whole.first == mark || isCode ? nil : (digits, decimals)
  }

  private func reading(
    of parts: (whole: [Character], decimals: [Character]), unit: AmountColumn.Unit
  ) -> Reading {
    let scale =
      switch unit {
      case .pence: 0
      case .pounds, .inCell: 2
      case .thousands: 5
      case .millions: 8
      }
    let digits = parts.whole + parts.decimals + [Character](repeating: "0", count: scale + 18)
    let point = parts.whole.count + scale
    let pence = digits[..<point].drop { $0 == "0" }
    // £100bn and more is no amount: fourteen digits of pence.
    if pence.count > 13 { return .unreadable }
    let units = Int128(String(pence + digits[point..<point + 18])) ?? 0
    return .units(isNegative ? -units : units)
  }
}
