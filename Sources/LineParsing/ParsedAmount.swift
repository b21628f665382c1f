package import MappingTables
import PoolModel

/// What an amount cell says.
package enum ParsedAmount: Equatable {
  /// Nothing.
  case blank
  /// Whole pence.
  case pence(Int64)
  /// More than whole pence, in units of 10⁻¹⁸ of a penny; digits below that are cut off.
  case exact(Int128)
  /// No amount that can be read, or one of £100bn or more.
  case unreadable

  /// The largest amount that is believed, in pence: £100bn less a penny.
  ///
  /// A larger one is two cells run together.
  package static let largest: Int64 = 9_999_999_999_999

  /// The pence after rounding half away from zero; nil for ``blank`` and ``unreadable``.
  package var rounded: Int64? {
    switch self {
    case .pence(let pence): return pence
    case .exact(let units):
      let half = PenceFraction.unitsPerPenny / 2
      let magnitude = (Int128(units.magnitude) + half) / PenceFraction.unitsPerPenny
      return Int64(units < 0 ? -magnitude : magnitude)
    case .blank, .unreadable: return nil
    }
  }

  /// The same amount with the other sign.
  var reversed: ParsedAmount {
    switch self {
    case .pence(let pence): .pence(-pence)
    case .exact(let units): .exact(-units)
    case .blank, .unreadable: self
    }
  }
}

extension ParsedAmount {
  /// Reads a cell.
  ///
  /// Pounds with two decimals, the usual case, take the short way; every other spelling goes
  /// through ``AmountSpelling``.
  package init(_ cell: UnsafeBufferPointer<UInt8>, unit: AmountColumn.Unit) {
    if unit == .pounds || unit == .inCell, let pence = unsafe ParsedAmount.plainPounds(cell) {
      self = .pence(pence)
    } else {
      self = unsafe AmountSpelling.read(Array(cell), unit: unit)
    }
  }

  /// `1,234.56` with an optional pound sign in UTF-8, a minus before it or brackets around it; nil
  /// for anything else.
  @inline(__always)
  static func plainPounds(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    // Eleven digits of pounds fit the largest amount; longer cells take the long way.
    guard let first = unsafe cell.first, cell.count <= 20 else { return nil }
    if first == UInt8(ascii: "(") {
      guard unsafe cell[cell.count - 1] == UInt8(ascii: ")"), cell.count > 2 else { return nil }
      return unsafe unsignedPounds(cell, from: 1, to: cell.count - 1).map { -$0 }
    }
    if first == UInt8(ascii: "-") {
      return unsafe unsignedPounds(cell, from: 1, to: cell.count).map { -$0 }
    }
    return unsafe unsignedPounds(cell, from: 0, to: cell.count)
  }

  @inline(__always)
  private static func unsignedPounds(
    _ cell: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int64? {
    var place = start
    if unsafe place + 1 < end && cell[place] == 0xC2 && cell[place + 1] == 0xA3 { place += 2 }
    var pounds: Int64 = 0
    var (digits, sinceComma) = (0, -1)
    while place < end {
      let byte = unsafe cell[place]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        pounds = pounds &* 10 &+ Int64(digit)
        digits += 1
        if sinceComma >= 0 { sinceComma += 1 }
      } else if byte == UInt8(ascii: ",") {
        guard digits > 0, sinceComma == 3 || (sinceComma < 0 && digits <= 3) else { return nil }
        sinceComma = 0
      } else {
        break
      }
      place += 1
    }
    guard digits > 0, digits <= 11, sinceComma < 0 || sinceComma == 3 else { return nil }
    if place == end { return pounds * 100 }
    guard unsafe cell[place] == UInt8(ascii: "."), end - place == 3 else { return nil }
    let tens = unsafe cell[place + 1] &- UInt8(ascii: "0")
    let ones = unsafe cell[place + 2] &- UInt8(ascii: "0")
    guard tens < 10, ones < 10 else { return nil }
    return pounds * 100 + Int64(tens) * 10 + Int64(ones)
  }
}
