package import PoolModel

/// What the lines of an export showed of its encoding, gathered for the file as a whole.
package struct TextNotes: Hashable, Sendable {
  /// Something that is counted, with the physical line of its first, from 1; 0: none.
  struct Count: Hashable, Sendable {
    var count = 0
    /// The physical lines that hold them.
    var lines = 0
    var firstLine = 0

    /// Counts so many on one line.
    mutating func add(_ more: Int, line: Int) {
      if count == 0 { firstLine = line }
      count += more
      lines += 1
    }

    mutating func merge(_ later: Count, linesBefore: Int) {
      if count == 0, later.count > 0 { firstLine = later.firstLine + linesBefore }
      count += later.count
      lines += later.lines
    }
  }

  /// Lines that were not UTF-8 and had to be decoded.
  var decodedLines = Count()
  /// NUL bytes, which were kept as they are.
  var nulBytes = Count()
  /// Characters that were misread before the file was written.
  var mojibake = Count()
  /// Whether mojibake was repaired.
  var isRepaired = false
  /// Whether any line held UTF-8 beyond ASCII.
  var sawUnicode = false
  /// What decided the encoding of lines that are not UTF-8; nil: the source file, or there are none.
  var guess: EncodingReading?

  /// Adds the notes of the part of the file that follows; its lines are counted from 1, and
  /// `linesBefore` stand above them.
  package mutating func merge(_ later: TextNotes, linesBefore: Int) {
    for count in [\TextNotes.decodedLines, \.nulBytes, \.mojibake] {
      self[keyPath: count].merge(later[keyPath: count], linesBefore: linesBefore)
    }
    isRepaired = isRepaired || later.isRepaired
    sawUnicode = sawUnicode || later.sawUnicode
    guess = guess ?? later.guess
  }

  /// What is to be told of the file as a whole.
  package func findings(in file: String) -> [Finding] {
    encodingFindings(in: file) + characterFindings(in: file)
  }

  private func encodingFindings(in file: String) -> [Finding] {
    var found: [Finding] = []
    if decodedLines.count > 0, sawUnicode {
      found.append(
        Finding(
          .encodingMixed, at: SourcePosition(file: file, line: decodedLines.firstLine),
          rows: decodedLines.count,
          message: "\(decodedLines.count) lines are not UTF-8 though others are",
          remedy: "check the accented letters; if they are wrong, write encoding: with the right "
            + "one into the source file"))
    }
    guard let guess else { return found }
    if guess.firstLineOfOther > 0 {
      found.append(
        Finding(
          .encodingMixed, at: SourcePosition(file: file, line: guess.firstLineOfOther),
          message: "a character makes no sense in \(guess.fallback.rawValue), in which the other "
            + "lines that are not UTF-8 are read",
          remedy: "check the accented letters, dashes and quotes; if they are wrong, write "
            + "encoding: with the right one into the source file"))
    }
    if guess.confidence < TextNotes.uncertain {
      found.append(
        Finding(
          .encodingUncertain, at: SourcePosition(file: file, line: decodedLines.firstLine),
          rows: decodedLines.count,
          message: "lines that are not UTF-8 are read as \(guess.fallback.rawValue), which is "
            + "\(guess.confidence)% sure",
          remedy: "check the accented letters, and write encoding: \(guess.fallback.rawValue), "
            + "or the right one, into the source file"))
    }
    return found
  }

  /// The confidence below which a guess is told.
  private static let uncertain = 70

  private func characterFindings(in file: String) -> [Finding] {
    var found: [Finding] = []
    if nulBytes.count > 0 {
      found.append(
        Finding(
          .nulBytes, at: SourcePosition(file: file, line: nulBytes.firstLine),
          rows: nulBytes.lines,
          message: "the text holds \(nulBytes.count) NUL bytes, which no text should",
          remedy: "check the rows that hold them; ask the publisher for the file again"))
    }
    if mojibake.count > 0 {
      found.append(
        Finding(
          .mojibake, at: SourcePosition(file: file, line: mojibake.firstLine),
          rows: mojibake.lines,
          message: isRepaired
            ? "\(mojibake.count) characters were misread before the export was written (such as Â£ "
              + "for £) and are repaired"
            : "\(mojibake.count) characters were misread before the export was written (such as Â£ "
              + "for £)",
          remedy: isRepaired
            ? "nothing to do" : "write repair-mojibake: true into the source file to repair them"))
    }
    return found
  }
}
