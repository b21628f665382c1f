/// A number of Companies House: eight characters, upper case, padded with zeros.
package struct CompanyNumber: Hashable, Sendable {
  /// Such as `04770324` or `OC306448`.
  package let text: String

  private static let prefixes: Set<String> = [
    "AC", "BR", "CE", "CS", "FC", "FE", "GE", "GN", "GS", "IC", "IP", "LP", "NA", "NC", "NF", "NI",
    "NL", "NO", "NP", "NR", "NV", "NZ", "OC", "OE", "PC", "R", "RC", "RS", "SA", "SC", "SE", "SF",
    "SG", "SI", "SL", "SO", "SP", "SR", "SZ", "ZC",
  ]

  /// The number in a text; nil where it holds none that can be.
  package init?(_ stated: String) {
    let text = Identifier.compact(stated)
    let letters = String(text.prefix { !$0.isDigit })
    let digits = text.dropFirst(letters.count)
    guard letters.isEmpty || CompanyNumber.prefixes.contains(letters), !digits.isEmpty,
      digits.count + letters.count <= 8, digits.contains(where: { $0 != "0" })
    else { return nil }
    // Societies end in a letter: IP12345R.
    guard digits.dropLast().allSatisfy(\.isDigit),
      digits.last.map({ $0.isDigit || letters == "IP" && $0 == "R" }) ?? false,
      letters.isEmpty ? digits.count >= 4 : true
    else { return nil }
    let zeros = String(repeating: "0", count: 8 - letters.count - digits.count)
    self.text = letters + zeros + digits
  }
}

/// A number of the Charity Commission or of its Scottish and Northern Irish counterparts.
package struct CharityNumber: Hashable, Sendable {
  /// Such as `1118542`, `SC012345` or `NIC100001`; without the number of a linked charity.
  package let text: String

  /// The number in a text; nil where it holds none that can be.
  package init?(_ stated: String) {
    let whole = stated.split { $0 == "-" || $0 == "/" || $0 == "(" || $0 == "." }.first
      .map(String.init)
    let text = Identifier.compact(whole ?? "")
    let letters = String(text.prefix { !$0.isDigit })
    let digits = text.dropFirst(letters.count)
    guard digits.allSatisfy(\.isDigit), digits.contains(where: { $0 != "0" }) else { return nil }
    let lengths: ClosedRange<Int>
    switch letters {
    case "": lengths = 6...7
    case "SC": lengths = 6...6
    case "NIC", "XN", "XR": lengths = 5...6
    default: return nil
    }
    guard lengths.contains(digits.count) else { return nil }
    self.text = text
  }
}

/// A VAT registration number of the United Kingdom.
package struct VATNumber: Hashable, Sendable {
  /// Nine digits, without the three of a branch.
  ///
  /// Departments of government and health authorities have `GD` or `HA` and three digits.
  package let text: String

  /// The number in a text; nil where its check digits are wrong.
  package init?(_ stated: String) {
    var text = Identifier.compact(stated)
    if text.hasPrefix("GB") || text.hasPrefix("XI") { text.removeFirst(2) }
    if text.hasPrefix("GD") || text.hasPrefix("HA") {
      guard let number = Int(text.dropFirst(2)), text.utf8.count == 5,
        (text.hasPrefix("GD") ? 0...499 : 500...999).contains(number)
      else { return nil }
      self.text = text
      return
    }
    let digits = text.compactMap(\.wholeNumberValue)
    guard digits.count == text.count, digits.count == 9 || digits.count == 12,
      digits.contains(where: { $0 != 0 })
    else { return nil }
    let weighted = zip(digits.prefix(7), [8, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    let check = digits[7] * 10 + digits[8]
    // Numbers given out since 2010 are checked with 55 added (97-55).
    guard (weighted + check).isMultiple(of: 97) || (weighted + check + 55).isMultiple(of: 97) else {
      return nil
    }
    self.text = String(text.prefix(9))
  }
}

/// A code of the NHS Organisation Data Service.
package struct ODSCode: Hashable, Sendable {
  /// Three to six letters and digits, such as `5PG`, `RXH` or `C81001`.
  package let text: String

  /// The code in a text; nil where it holds none that can be.
  package init?(_ stated: String) {
    let text = Identifier.compact(stated)
    let digits = text.digitCount
    guard (3...6).contains(text.utf8.count), text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    // Councils have three digits; only trusts (three letters) and care homes (V…) have no digit.
    guard digits < text.utf8.count || text.utf8.count == 3,
      digits > 0 || text.utf8.count == 3 || text.hasPrefix("V") && text.utf8.count == 5
    else { return nil }
    self.text = text
  }
}

/// The id of a provider at the Care Quality Commission.
package struct CQCProviderID: Hashable, Sendable {
  /// Such as `1-101635432`, or the ODS code of an NHS trust.
  ///
  /// The ids of a trust's locations have two letters or digits more.
  package let text: String

  /// The id in a text; nil where it holds none that can be.
  package init?(_ stated: String) {
    let whole = Identifier.compact(stated)
    if whole.hasPrefix("R"), whole.utf8.count == 3, let code = ODSCode(whole) {
      text = code.text
      return
    }
    let parts = stated.split(separator: "-").map { Identifier.compact(String($0)) }
    guard parts.count == 2, parts[0] == "1", (6...12).contains(parts[1].count),
      parts[1].allSatisfy(\.isDigit)
    else { return nil }
    text = "1-" + parts[1]
  }
}

/// A postcode of the United Kingdom.
package struct Postcode: Hashable, Sendable {
  /// With one blank: `EX2 4QD`.
  package let text: String

  /// The postcode in a text; nil where its letters and digits are in no order that can be.
  package init?(_ stated: String) {
    let text = Identifier.compact(stated)
    guard (5...7).contains(text.utf8.count) else { return nil }
    let shape = String(text.utf8.map { $0.isDigit ? Character("9") : Character("A") })
    let outward = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"]
    guard text.utf8.allSatisfy({ $0 < 0x80 }), shape.hasSuffix("9AA"),
      outward.contains(String(shape.dropLast(3)))
    else { return nil }
    self.text = text.dropLast(3) + " " + text.suffix(3)
  }
}

/// What identifiers have in common.
enum Identifier {
  /// The letters and digits of a text, upper case.
  static func compact(_ text: String) -> String {
    // Digits of other scripts are digits; "½" stays what it is, so that no number comes of it.
    let kept = text.filter { $0.isLetter || $0.isNumber }.map { letter -> Character in
      guard !letter.isASCII, letter.isNumber, let digit = letter.wholeNumberValue,
        (0...9).contains(digit)
      else { return letter }
      return Character("\(digit)")
    }
    return String(kept).uppercased()
  }

  /// Whether a cell states an identifier at all: `N/A` and `Awaiting` do not.
  static func isStated(_ text: String, _ kind: IdentifierKind, isPlaceholder: Bool) -> Bool {
    if text.contains(where: \.isNumber) { return true }
    // Codes of trusts may be letters only.
    return kind == .ods && !isPlaceholder && ODSCode(text) != nil
  }

  /// Whether all digits of a text are one, as in `00000000`.
  static func isOneDigit(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0.isDigit }
    return digits.count >= 5 && Set(digits).count == 1 && digits.count == compact(text).utf8.count
  }
}

extension Character {
  /// Whether it is one of the ten digits that identifiers are written in.
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
