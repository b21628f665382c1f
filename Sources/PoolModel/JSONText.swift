/// A JSON value that is written the same way every time: keys in order, no floating point.
package enum JSONText: Sendable {
  case null
  case truth(Bool)
  case whole(Int64)
  case text(String)
  case list([JSONText])
  case object([String: JSONText])

  /// An amount in whole pence and in pounds; null where it is not stated.
  package static func money(_ amount: Money?) -> JSONText {
    guard let amount else { return .null }
    return .object(["pence": .whole(amount.pence), "pounds": .text(amount.decimal)])
  }

  /// A text; null where it is empty.
  package static func textOrNull(_ text: String?) -> JSONText {
    guard let text, !text.isEmpty else { return .null }
    return .text(text)
  }

  /// The value on one line, without blanks and without a line break at its end.
  package var line: String {
    var written = ""
    write(to: &written, depth: nil)
    return written
  }

  /// The value over many lines, two blanks a level, with a line break at its end.
  package var page: String {
    var written = ""
    write(to: &written, depth: 0)
    return written + "\n"
  }

  private func write(to written: inout String, depth: Int?) {
    switch self {
    case .null: written += "null"
    case .truth(let value): written += value ? "true" : "false"
    case .whole(let value): written += String(value)
    case .text(let value): JSONText.quote(value, to: &written)
    case .list(let values):
      JSONText.write(values, between: ("[", "]"), depth: depth, to: &written) { value, inner, out in
        value.write(to: &out, depth: inner)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      JSONText.write(sorted, between: ("{", "}"), depth: depth, to: &written) { pair, inner, out in
        JSONText.quote(pair.key, to: &out)
        out += inner == nil ? ":" : ": "
        pair.value.write(to: &out, depth: inner)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), depth: Int?,
    to written: inout String, each: (Element, Int?, inout String) -> Void
  ) {
    let inner = depth.map { $0 + 1 }
    written += brackets.0
    for (place, element) in elements.enumerated() {
      if place > 0 { written += "," }
      if let inner { written += "\n" + String(repeating: "  ", count: inner) }
      each(element, inner, &written)
    }
    if let depth, !elements.isEmpty { written += "\n" + String(repeating: "  ", count: depth) }
    written += brackets.1
  }

  /// Control and format characters are written as escapes: they stay exact for a machine and
  /// cannot act on the terminal that shows the text.
  private static func quote(_ text: String, to written: inout String) {
    written += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case _ where scalar.actsOnTerminals:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: written.unicodeScalars.append(scalar)
      }
    }
    written += "\""
  }
}

extension Unicode.Scalar {
  /// Whether it can move the cursor, start an escape, turn the direction of the text or stay unseen.
  package var actsOnTerminals: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return false
    }
  }
}
