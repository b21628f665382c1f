/// Something that Weir noticed in an export, a mapping file or a pool: a value, never a throw.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing it is.
  package let code: FindingCode
  /// Where it is.
  package let position: SourcePosition
  /// The value at fault as it was read, never a payee's name; empty where there is none.
  package let value: String
  /// The money at stake; nil where it is not known.
  package let atStake: Money?
  /// How many rows it speaks for: 1 for one row, more where like findings are told as one.
  package let rows: Int
  /// What is the matter, in plain words, without position.
  package let message: String
  /// What to do about it.
  package let remedy: String

  /// A finding; `message` says what is the matter and `remedy` what to do.
  package init(
    _ code: FindingCode, at position: SourcePosition, value: String = "", atStake: Money? = nil,
    rows: Int = 1, message: String, remedy: String
  ) {
    self.code = code
    self.position = position
    self.value = value
    self.atStake = atStake
    self.rows = rows
    self.message = message
    self.remedy = remedy
  }

  /// `2024-04.csv:3174:5: error: cost code "6O10" is in no rule; add it to … [code-unmapped]`.
  package var description: String {
    "\(position): \(code.severity.rawValue): \(message); \(remedy) [\(code.rawValue)]"
  }
}

extension Finding {
  /// The order in which findings are printed and stored: by place, then by code and value.
  package static func inReadingOrder(_ left: Finding, _ right: Finding) -> Bool {
    (
      left.position.file, left.position.line, left.position.column ?? 0, left.code.rawValue,
      left.value
    )
      < (
        right.position.file, right.position.line, right.position.column ?? 0,
        right.code.rawValue, right.value
      )
  }
}

extension StringProtocol {
  /// The text between double quotes, cut at 60 characters and with control characters shown as
  /// dots, as findings print values.
  package var quotedForMessage: String {
    var shown = ""
    for (count, scalar) in unicodeScalars.enumerated() {
      guard count < 60 else {
        shown.append("…")
        break
      }
      // Terminal escapes and bidirectional controls must not act where a finding is printed.
      let isControl =
        scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
      shown.unicodeScalars.append(isControl ? "·" : scalar)
    }
    return "\"\(shown)\""
  }
}

extension Sequence<Finding> {
  /// The exit code that findings call for: 0 clean, 1 warnings, 2 data errors, 3 a fault of the
  /// set-up.
  package var exitCode: Int32 {
    if contains(where: \.code.isConfigurationFault) { return 3 }
    switch map(\.code.severity).max() {
    case .error: return 2
    case .warning: return 1
    case .info, nil: return 0
    }
  }
}
