import LineParsing
import MappingTables
import PoolModel

/// Amount cells: what is read is what the plain reading gives, and what is printed is read again.
enum AmountsCheck {
  static func fault(of input: [UInt8]) -> String? {
    let input = CellInput(input, alphabet: PlainAmount.alphabet)
    let unit = AmountColumn.Unit.allCases[input.choice % AmountColumn.Unit.allCases.count]
    return boundFault(of: input.cell, unit) ?? readingFault(of: input, unit)
      ?? roundTripFault(of: input.number, input.choice / 4)
  }

  private static func read(_ cell: [UInt8], _ unit: AmountColumn.Unit) -> ParsedAmount {
    unsafe cell.withUnsafeBufferPointer { cell in unsafe ParsedAmount(cell, unit: unit) }
  }

  /// Whatever a cell holds, its amount is within bounds and the same when it is read again.
  private static func boundFault(of cell: [UInt8], _ unit: AmountColumn.Unit) -> String? {
    let amount = read(cell, unit)
    if amount != read(cell, unit) { return "the same cell gives another amount" }
    // An exact amount just below the limit may round to it.
    if let pence = amount.rounded, pence.magnitude > UInt64(ParsedAmount.largest) + 1 {
      return "\(pence) pence is more than any amount"
    }
    if case .exact(let units) = amount, units % PenceFraction.unitsPerPenny == 0 {
      return "whole pence are given as a fraction"
    }
    return nil
  }

  private static func readingFault(of input: CellInput, _ unit: AmountColumn.Unit) -> String? {
    guard input.isSpelled else { return nil }
    let plain = PlainAmount.read(String(decoding: input.cell, as: UTF8.self), unit: unit)
    let amount = read(input.cell, unit)
    let reading: PlainAmount.Reading =
      switch amount {
      case .blank: .blank
      case .unreadable: .unreadable
      case .pence(let pence): .units(Int128(pence) * PenceFraction.unitsPerPenny)
      case .exact(let units): .units(units)
      }
    return reading == plain ? nil : "read \(reading), plainly it is \(plain)"
  }

  /// Pence in one of the ways that exports print them.
  private static func roundTripFault(of number: UInt64, _ choice: Int) -> String? {
    let magnitude = Int64(number % UInt64(ParsedAmount.largest + 1))
    let pence = choice.isMultiple(of: 2) ? magnitude : -magnitude
    let text = printed(Money(pence: pence), way: choice / 2)
    guard read(Array(text.utf8), .pounds) != .pence(pence) else { return nil }
    return "\(text) is not read as \(pence) pence"
  }

  private static func printed(_ money: Money, way: Int) -> String {
    let size = money.magnitude
    let isCredit = money.pence < 0
    return switch way % 9 {
    case 0: money.description
    case 1: isCredit ? "(\(size.decimal))" : "GBP \(size.decimal)"
    case 2: isCredit ? "\(size)-" : "+\(size.decimal)"
    case 3: isCredit ? " \(size) CR " : "\(size) DR"
    case 4: isCredit ? "\u{2212}\(size.decimal)" : "£\u{A0}\(size.decimal)"
    case 5: isCredit ? "(\(size))" : "  \(size) "
    case 6: "\(money.decimal) GBP"
    case 7: money.description.replacing(",", with: choiceOfMark(size))
    default: money.decimal
    }
  }

  /// A mark of thousands that is no comma.
  private static func choiceOfMark(_ size: Money) -> String {
    [" ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "’"][Int(size.pence % 6)]
  }
}
