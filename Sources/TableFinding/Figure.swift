/// A figure of any table, exact to a millionth.
struct Figure: Equatable {
  /// The value in millionths; further digits are cut off.
  var millionths: Int64
  /// How many decimals are printed, at most 6.
  var decimals: Int
  /// Whether it is written as money: a pound sign, thousands separators or two decimals.
  var isMoney: Bool
  /// Whether it is a whole number from 1900 to 2100 without separators.
  var isYear: Bool {
    !isMoney && decimals <= 1 && (1_900_000_000...2_100_000_000).contains(millionths)
      && millionths % 1_000_000 == 0
  }

  /// Whether it is written as what a column counts in: a thousand or a million in brackets.
  var isUnit: Bool { millionths == -1_000_000_000 || millionths == -1_000_000_000_000 }

  /// The last decimal place that is not zero, in millionths, at most one.
  var unit: Int64 {
    var unit: Int64 = 1
    while unit < 1_000_000, millionths % (unit * 10) == 0 { unit *= 10 }
    return unit
  }
}

extension Figure {
  /// Reads a figure; nil for anything else.
  ///
  /// `1,234.56`, `-5`, `(5.00)`, `£5`, `5-`, `12%`, `1 234`, `1,4` (a decimal comma), and a figure
  /// with a letter that refers to a note behind it.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard bytes.count <= 40, let first = rest.first, first < 0x80 || first == 0xC2 || first == 0xE2
    else { return nil }
    var isNegative = false
    var isMoney = false
    if first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
      isNegative = true
      rest = rest.dropFirst().dropLast()
    }
    isNegative = Figure.dropSigns(&rest, isMoney: &isMoney) != isNegative
    Figure.dropTail(&rest, isNegative: &isNegative)
    guard let digits = Digits(rest) else { return nil }
    let (whole, overflow) = digits.whole.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow, whole <= Int64.max - 1_000_000 else { return nil }
    let value = whole + digits.millionths
    millionths = isNegative ? -value : value
    decimals = min(digits.decimals, 6)
    self.isMoney = isMoney || digits.hasSeparators || digits.decimals == 2
  }

  /// Drops a minus and a currency sign in front; gives whether there was a minus.
  private static func dropSigns(_ rest: inout ArraySlice<UInt8>, isMoney: inout Bool) -> Bool {
    var isNegative = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "-") {
        guard !isNegative else { return false }
        isNegative = true
        rest.removeFirst()
      } else if byte == UInt8(ascii: "$") {
        isMoney = true
        rest.removeFirst()
      } else if rest.starts(with: [0xC2, 0xA3]) {
        isMoney = true
        rest.removeFirst(2)
      } else if rest.starts(with: [0xE2, 0x88, 0x92]) || rest.starts(with: [0xE2, 0x82, 0xAC]) {
        // A true minus sign, or the euro.
        if rest[rest.startIndex + 1] == 0x88 { isNegative = true } else { isMoney = true }
        rest.removeFirst(3)
      } else if byte == 0x20 || byte == UInt8(ascii: "+") {
        rest.removeFirst()
      } else {
        break
      }
    }
    return isNegative
  }

  /// Drops a per cent sign, a trailing minus, CR or one letter behind the digits.
  private static func dropTail(_ rest: inout ArraySlice<UInt8>, isNegative: inout Bool) {
    while let byte = rest.last, byte == 0x20 || byte == UInt8(ascii: "%") { rest.removeLast() }
    guard let last = rest.last, rest.count > 1 else { return }
    if last == UInt8(ascii: "-") {
      isNegative.toggle()
      rest.removeLast()
    } else if rest.count > 2, rest.suffix(2).elementsEqual("CR".utf8) {
      isNegative.toggle()
      rest.removeLast(2)
    } else if last | 0x20 >= UInt8(ascii: "a"), last | 0x20 <= UInt8(ascii: "z"),
      (0x30...0x39).contains(rest[rest.endIndex - 2])
    {
      rest.removeLast()
    }
    while rest.last == 0x20 { rest.removeLast() }
  }
}

/// The digits of a figure with their separators.
private struct Digits {
  var whole: Int64 = 0
  var millionths: Int64 = 0
  var decimals = 0
  var hasSeparators = false

  init?(_ bytes: ArraySlice<UInt8>) {
    var inDecimals = false
    var sinceSeparator = -1
    var count = 0
    var place = bytes.startIndex
    var unit: Int64 = 100_000
    while place < bytes.endIndex {
      let byte = bytes[place]
      if (0x30...0x39).contains(byte) {
        let digit = Int64(byte - 0x30)
        if inDecimals {
          millionths += digit * unit
          unit /= 10
          decimals += 1
        } else {
          guard count < 13 else { return nil }
          whole = whole * 10 + digit
          if sinceSeparator >= 0 { sinceSeparator += 1 }
        }
        count += 1
      } else if let length = Digits.separatorLength(bytes, place), !inDecimals, count > 0 {
        if byte == 0x2C, Digits.isDecimalComma(bytes, place) {
          inDecimals = true
        } else {
          guard sinceSeparator == 3 || (sinceSeparator < 0 && count <= 3) else { return nil }
          sinceSeparator = 0
          hasSeparators = true
        }
        place += length - 1
      } else if byte == 0x2E, !inDecimals {
        inDecimals = true
      } else {
        return nil
      }
      place += 1
    }
    guard count > 0, sinceSeparator < 0 || sinceSeparator == 3 else { return nil }
  }

  /// The bytes of a comma, a blank or a no-break blank; nil for anything else.
  private static func separatorLength(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int? {
    if bytes[place] == 0x2C || bytes[place] == 0x20 { return 1 }
    if bytes[place...].starts(with: [0xC2, 0xA0]) { return 2 }
    if bytes[place...].starts(with: [0xE2, 0x80, 0xAF]) { return 3 }
    return nil
  }

  /// A comma with other than three digits behind it to the end.
  private static func isDecimalComma(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Bool {
    let tail = bytes[(place + 1)...]
    return !tail.isEmpty && tail.count != 3 && tail.allSatisfy { (0x30...0x39).contains($0) }
  }
}
