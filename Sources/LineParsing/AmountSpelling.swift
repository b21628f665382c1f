import ExportReading
import MappingTables
import PoolModel

/// Reads every spelling of an amount that exports hold, byte by byte and exactly.
///
/// `£1,234.56`, `(1,234.56)`, `1,234.56-`, `1,234.56 CR`, ` 500.00 `, `-` (nothing), `−5` with a
/// Unicode minus, `-700.4399999999999`, `6.82121E-13`, `£2.653m`, `£3.8bn`, `£500k`, `GBP 5`,
/// `5 GBP`, `1 234.56` and `1'234.56` with any blank or an apostrophe between thousands,
/// and `?5.00` where the pound sign was lost.
struct AmountSpelling {
  private var text: [UInt8]
  private var isNegative = false
  private var mantissa: Int128 = 0
  private var exponent = 0

  /// The amount a cell states; a figure without a suffix is in `unit`.
  static func read(_ cell: [UInt8], unit: AmountColumn.Unit) -> ParsedAmount {
    var spelling = AmountSpelling(text: Self.plain(cell))
    if spelling.text.isEmpty { return .blank }
    if spelling.text == [UInt8(ascii: "-")] { return .pence(0) }
    guard spelling.takeSigns(), let scale = spelling.takeScale(unit: unit),
      spelling.takeNumber()
    else { return .unreadable }
    return spelling.amount(scale: scale)
  }

  /// The cell in lower case without blanks, leading pound signs and the letters GBP; Unicode minus signs
  /// and dashes as `-`.
  ///
  /// Blanks between digits stay; they may group thousands.
  private static func plain(_ cell: [UInt8]) -> [UInt8] {
    var plain = ""
    var (hasFigure, hasLost) = (false, false)
    // A misread pound sign, `Â£`, is a pound sign.
    let isASCII = cell.allSatisfy { $0 < 0x80 }
    let cell = isASCII ? cell : Mojibake.repaired(cell) ?? cell
    var text = String(decoding: cell, as: UTF8.self).lowercased()
    if cell.contains(UInt8(ascii: "&")) { text = text.replacing("&pound;", with: "£") }
    for scalar in text.unicodeScalars {
      switch scalar {
      // A pound sign after a figure begins another figure: two cells run together.
      case "£" where !hasFigure: continue
      case _ where lostSign.contains(scalar) && !hasFigure && !hasLost: hasLost = true
      case "−", "–", "—", "‐", "‑": plain.append("-")
      case "’": plain.append("'")
      case _ where scalar.properties.isWhitespace: plain.append(" ")
      default:
        if ("0"..."9").contains(scalar) { hasFigure = true }
        plain.unicodeScalars.append(scalar)
      }
    }
    // Without a figure it is no lost pound sign: what it was is not known.
    let bytes = Array(plain.utf8) + (hasLost && !hasFigure ? [UInt8(ascii: "?")] : [])
    return trimmed(withoutCurrency(bytes))
  }

  /// A cell without the letters GBP before or behind its figure; between two figures they stay.
  private static func withoutCurrency(_ bytes: [UInt8]) -> [UInt8] {
    guard let letters = bytes.firstRange(of: Array("gbp".utf8)) else { return bytes }
    let (before, after) = (bytes[..<letters.lowerBound], bytes[letters.upperBound...])
    if before.contains(where: \.isDigit), after.contains(where: \.isDigit) { return bytes }
    return Array(trimmed(Array(before)) + trimmed(Array(after)))
  }

  /// What stands for a pound sign that was lost when the export was written or copied.
  private static let lostSign: [Unicode.Scalar] = ["?", "\u{FFFD}"]

  /// Whether a cell that is read begins, its sign aside, with what a lost pound sign leaves behind.
  static func hasLostSign(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = unsafe cell.first, first < 0x30 || first == 0x3F || first == 0xEF else {
      return false
    }
    let text = unsafe String(decoding: cell, as: UTF8.self)
    return text.unicodeScalars.prefix { !("0"..."9").contains($0) }.contains(
      where: lostSign.contains)
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let space = UInt8(ascii: " ")
    guard let first = bytes.firstIndex(where: { $0 != space }),
      let last = bytes.lastIndex(where: { $0 != space })
    else { return [] }
    return Array(bytes[first...last])
  }

  /// Takes brackets, a minus before or after, `CR` or `DR`; false where they contradict.
  private mutating func takeSigns() -> Bool {
    var signs = 0
    if text.last == UInt8(ascii: ")") {
      guard text.first == UInt8(ascii: "(") else { return false }
      text = Self.trimmed(Array(text.dropFirst().dropLast()))
      (isNegative, signs) = (true, signs + 1)
    }
    for (suffix, negates) in [("cr", true), ("dr", false)] where text.ends(with: suffix) {
      text = Self.trimmed(Array(text.dropLast(2)))
      (isNegative, signs) = (negates, signs + 1)
    }
    if text.last == UInt8(ascii: "-") {
      text = Self.trimmed(Array(text.dropLast()))
      (isNegative, signs) = (true, signs + 1)
    }
    if text.first == UInt8(ascii: "-") {
      text = Self.trimmed(Array(text.dropFirst()))
      (isNegative, signs) = (true, signs + 1)
    } else if text.first == UInt8(ascii: "+") {
      text = Array(text.dropFirst())
    }
    return signs <= 1 && !text.isEmpty
  }

  /// Takes `m`, `bn` or `k`; gives the power of ten from the figure to pounds.
  ///
  /// A suffix in a column that is declared in thousands or millions would scale twice: it is not
  /// read.
  private mutating func takeScale(unit: AmountColumn.Unit) -> Int? {
    for (suffix, power) in [("bn", 9), ("million", 6), ("m", 6), ("k", 3)]
    where text.ends(with: suffix) {
      guard unit == .inCell || unit == .pounds else { return nil }
      text = Self.trimmed(Array(text.dropLast(suffix.utf8.count)))
      return power
    }
    switch unit {
    case .pence: return -2
    case .pounds, .inCell: return 0
    case .thousands: return 3
    case .millions: return 6
    }
  }

  /// Takes digits with commas, blanks or apostrophes in threes, a decimal point and an exponent; false
  /// for anything else.
  private mutating func takeNumber() -> Bool {
    let parts = text.split(separator: UInt8(ascii: "e"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let number = parts.first else { return false }
    if parts.count == 2 {
      guard let power = Int(String(decoding: parts[1], as: UTF8.self)), (-400...400).contains(power)
      else {
        return false
      }
      exponent = power
    }
    let halves = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first else { return false }
    let decimals = halves.count == 2 ? halves[1] : []
    // Two cells or codes run together have blanks too, and no pence.
    if whole.contains(0x20), decimals.isEmpty { return false }
    guard !whole.isEmpty || !decimals.isEmpty, let digits = Self.ungrouped(whole),
      digits.allSatisfy(\.isDigit), decimals.allSatisfy(\.isDigit)
    else { return false }
    return takeDigits(digits + decimals, decimals: decimals.count)
  }

  /// The digits without marks of thousands; nil where they are of two kinds or do not stand before
  /// three digits each.
  ///
  /// Blanks stand between codes too, so that a zero before them is no amount.
  private static func ungrouped(_ whole: ArraySlice<UInt8>) -> [UInt8]? {
    guard let mark = whole.first(where: { !$0.isDigit }) else { return Array(whole) }
    guard thousandsMarks.contains(mark) else { return nil }
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      mark == UInt8(ascii: ",") || first.first != UInt8(ascii: "0")
    else { return nil }
    return groups.flatMap { $0 }
  }

  /// The comma, the blank and the apostrophe.
  private static let thousandsMarks: [UInt8] = [0x2C, 0x20, 0x27]

  private mutating func takeDigits(_ digits: [UInt8], decimals: Int) -> Bool {
    exponent -= decimals
    var kept = 0
    for digit in digits {
      if kept == 34 {
        // Beyond 34 digits only the size counts; what is cut off lies below 10⁻¹⁸ of a penny.
        exponent += 1
        continue
      }
      mantissa = mantissa * 10 + Int128(digit - UInt8(ascii: "0"))
      if mantissa > 0 { kept += 1 }
    }
    return true
  }

  /// The mantissa in units of 10⁻¹⁸ of a penny: 10²⁰ of them are a pound.
  private func amount(scale: Int) -> ParsedAmount {
    var units = mantissa
    let power = exponent + scale + 20
    if power >= 0 {
      for _ in 0..<power where units != 0 {
        let (product, overflow) = units.multipliedReportingOverflow(by: 10)
        if overflow { return .unreadable }
        units = product
      }
    } else {
      for _ in 0..<(-power) where units != 0 { units /= 10 }
    }
    guard units / PenceFraction.unitsPerPenny <= Int128(ParsedAmount.largest) else {
      return .unreadable
    }
    let signed = isNegative ? -units : units
    let (pence, rest) = signed.quotientAndRemainder(dividingBy: PenceFraction.unitsPerPenny)
    return rest == 0 ? .pence(Int64(pence)) : .exact(signed)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension [UInt8] {
  fileprivate func ends(with suffix: String) -> Bool {
    count > suffix.utf8.count && self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
