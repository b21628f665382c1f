import ExportReading

/// Bytes whose dialect is guessed: always the same way, and a plain table as it was written.
enum DialectCheck {
  private static let delimiters = [",", ";", "\t", "|"].map { Array($0.utf8) }

  static func fault(of input: [UInt8]) -> String? {
    guard let first = input.first else { return nil }
    let bytes = Array(input.dropFirst())
    let choice = Int(first) / 2
    return first.isMultiple(of: 2)
      ? guessFault(of: bytes, isWhole: choice.isMultiple(of: 2))
      : tableFault(of: bytes, delimiter: delimiters[choice % 4], lineEnd: choice / 4 % 3)
  }

  /// Any bytes.
  private static func guessFault(of bytes: [UInt8], isWhole: Bool) -> String? {
    let format = ExportFormat.of(bytes, isWhole: isWhole)
    if !(0...100).contains(format.confidence) { return "\(format.confidence) is no confidence" }
    let delimiter = format.dialect.delimiter
    if delimiter.isEmpty { return "the delimiter is empty" }
    if let quote = format.dialect.quote, delimiter.contains(quote) {
      return "the quote \(quote) is part of the delimiter \(delimiter)"
    }
    if delimiter.contains(where: { $0 == 0x0A || $0 == 0x0D }) { return "a line end sets apart" }
    let again = ExportFormat.of(bytes, isWhole: isWhole)
    return again.dialect == format.dialect ? nil : "the same bytes have another dialect"
  }

  /// A table of four columns whose words the bytes choose.
  private static func tableFault(
    of bytes: [UInt8], delimiter: [UInt8], lineEnd: Int
  ) -> String? {
    guard bytes.count >= 16 else { return nil }
    var text: [UInt8] = []
    for (place, byte) in bytes.prefix(bytes.count / 4 * 4).enumerated() {
      text += [UInt8](repeating: UInt8(ascii: "a") + byte % 26, count: Int(byte) / 26 % 4 + 1)
      text += place % 4 < 3 ? delimiter : Array(["\n", "\r\n", "\r"][lineEnd].utf8)
    }
    let format = ExportFormat.of(text, isWhole: true)
    guard format.dialect.delimiter != delimiter else { return nil }
    return "a table with \(delimiter) is taken for one with \(format.dialect.delimiter)"
  }
}
