import ExportReading

/// Bytes of any encoding: what is read of them is UTF-8, and UTF-16 says what the same text in
/// UTF-8 says.
enum DecoderCheck {
  static func fault(of input: [UInt8]) -> String? {
    let choice = Int(input.first ?? 0)
    let bytes = Array(input.dropFirst())
    switch choice % 4 {
    case 0: return wideFault(of: bytes, isBigEndian: choice / 4 % 2 == 0)
    case 1: return guessFault(of: bytes)
    default:
      let fallbacks = FallbackEncoding.allCases
      return readingFault(
        of: bytes, as: fallbacks[choice / 8 % fallbacks.count],
        repairsMojibake: choice / 4 % 2 == 0)
    }
  }

  /// Any bytes, read in an encoding that is stated; nil: the bytes decide.
  private static func readingFault(
    of bytes: [UInt8], as fallback: FallbackEncoding?, repairsMojibake: Bool = false
  ) -> String? {
    guard case .success(let file) = InputFile.open(bytes) else { return nil }
    let text = file.bytes(from: 0, to: file.size)
    return ReadRecords(RecordReader(file, fallback: fallback, repairsMojibake: repairsMojibake))
      .fault(asThoseOf: text)
  }

  /// Any bytes, whose encoding is guessed.
  private static func guessFault(of bytes: [UInt8]) -> String? {
    guard case .success(let file) = InputFile.open(bytes) else { return nil }
    let guess = file.encodingReading
    if !(0...100).contains(guess.confidence) { return "\(guess.confidence) is no confidence" }
    if (guess.linesNotUTF8 > 0) != (guess.firstLineNotUTF8 > 0) {
      return "\(guess.linesNotUTF8) lines are not UTF-8, the first is \(guess.firstLineNotUTF8)"
    }
    return readingFault(of: bytes, as: nil)
  }

  /// The input as text, written as UTF-16.
  private static func wideFault(of bytes: [UInt8], isBigEndian: Bool) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let wide = "\u{FEFF}\(text)".utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
    guard case .success(let file) = InputFile.open(wide) else { return nil }
    let read = file.bytes(from: 0, to: file.size)
    let withoutMark = read.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(read.dropFirst(3)) : read
    let expected = Array(text.utf8)
    guard withoutMark != expected, read != expected else { return nil }
    return "UTF-16 of \(expected) is read as \(read)"
  }
}
