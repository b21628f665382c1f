package import PoolModel

/// The dialect that an export's beginning speaks for, and how surely.
///
/// The encoding stands in ``ExportFile/encodingReading``.
package struct ExportFormat: Hashable, Sendable {
  /// The dialect to read the export in.
  package let dialect: Dialect
  /// How sure it is, from 0 to 100; 100 where no other dialect makes a table of the lines.
  package let confidence: Int
  /// Why, in plain words.
  package let evidence: String

  /// Below this confidence a dialect is told before it is used.
  private static let certain = 65
  private static let sampleBytes: Int64 = 64 << 10

  /// The format of a file.
  package static func of(_ file: ExportFile) -> ExportFormat {
    let bytes = file.bytes(from: 0, to: sampleBytes)
    return of(bytes, isWhole: Int64(bytes.count) == file.size)
  }

  /// The format of a file's first bytes; unless they are the whole file, their last line may be cut.
  package static func of(_ bytes: [UInt8], isWhole: Bool) -> ExportFormat {
    let sample = DialectSample(bytes, isWhole: isWhole)
    let trials = DialectTrial.candidates(for: sample).map { DialectTrial($0, on: sample) }
    // The first of equals wins, and RFC 4180 stands first.
    guard var best = trials.first else {
      return ExportFormat(dialect: .standard, confidence: 100, evidence: "the file has no lines")
    }
    for trial in trials.dropFirst() where trial.isBetter(than: best) { best = trial }
    if best.dialect == .standard, sample.hasCommasInFiguresOnly {
      return ExportFormat(
        dialect: Dialect(delimiter: sample.unusedDelimiter), confidence: 50,
        evidence: "every comma stands within a figure")
    }
    let confidence = best.confidence(against: trials)
    return ExportFormat(dialect: best.dialect, confidence: confidence, evidence: best.evidence)
  }

  /// What is to be told before the format is used; nothing where it is certain.
  package func findings(in file: String) -> [Finding] {
    guard confidence < ExportFormat.certain else { return [] }
    return [
      Finding(
        .dialectUncertain, at: SourcePosition(file: file), value: dialect.name,
        message: "the fields are taken to be set apart by \(dialect.name), which is "
          + "\(confidence)% sure: \(evidence)",
        remedy: "look at the first rows, and write delimiter: (and quote: and escape: where they "
          + "are unusual) into the source file")
    ]
  }
}

extension Dialect {
  /// The dialect in plain words.
  package var name: String {
    let delimiters: [[UInt8]: String] = [
      [0x2C]: "commas", [0x3B]: "semicolons", [0x09]: "tabs", [0x7C]: "bars", [0x20]: "spaces",
      [0x2C, 0x20]: "commas and spaces", [0x7E]: "tildes", [0x5E]: "carets",
    ]
    let fields = delimiters[delimiter] ?? String(decoding: delimiter, as: UTF8.self)
    return switch (quote, escape) {
    case (nil, _): "\(fields) without quotes"
    case (0x22, .doubled): fields
    case (0x22, .backslash): "\(fields) with quotes after backslashes"
    default: "\(fields) with single quotes"
    }
  }
}
