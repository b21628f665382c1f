package import ExportReading
import LineParsing
package import MappingTables
package import PoolModel

/// What an export without a source file would be read as, and why.
package struct LayoutGuess: Sendable {
  /// The source that reads the export; nil where its amount cannot be known.
  package var source: PublisherSource?
  /// The one layout, also where its amount is left open.
  package var layout: SourceLayout
  /// The physical line of the header, from 1.
  package var headerLine: Int
  /// Why the header is taken to be there.
  package var headerReason: String
  /// The columns with a role, in order, and those of money that are no amount.
  package var evidence: [RoleEvidence]
  /// Nil: no column holds dates.
  package var dateOrder: DateOrderDecision?
  /// Columns that must be told apart by a person.
  package var findings: [Finding]
  /// 0 to 100: how sure the amount, the payee and the date are.
  package var confidence: Int
  /// Headers of columns beside the layout's own that say what was bought.
  package var furtherDescriptions: [String]
}

extension LayoutGuess {
  /// Guesses the layout of an open export; the finding says why none can be guessed.
  ///
  /// `shownPath` names the export in findings, and its last two parts the publisher and the period.
  package static func guess(
    _ file: ExportFile, shownAs shownPath: String, _ reading: HeaderReading
  ) -> Result<LayoutGuess, ExportFault> {
    let reader = RecordReader(file, shownAs: shownPath)
    guard let survey = ExportSurvey(reader, reading) else {
      return .failure(
        ExportFault(
          finding: Finding(
            .headerNotFound, at: SourcePosition(file: shownPath),
            message: "no table is found among the first lines",
            remedy: "look at the file; if it is an export, write its layout by hand")))
    }
    return .success(
      GuessBuilder(survey, reading, shownPath).guess)
  }
}

extension LayoutGuess {
  /// Why an export was read by a guess.
  package enum Occasion: Sendable {
    /// No source file has its headers: a run refuses it.
    case noSourceFits
    /// It was asked for, whatever the source files say.
    case sourcesLeftOut
  }

  /// The finding that an export was read by a guess and not by a source file.
  package func notice(file: String, _ occasion: Occasion) -> Finding {
    let credits = layout.amounts.first?.credits.map { ", credits by \($0.header.quotedForMessage)" }
    let unit = layout.amounts.first.map(\.unit).flatMap { unit in
      [.pounds, .inCell].contains(unit) ? nil : " in \(unit.rawValue)"
    }
    let taken =
      [
        ("amount", layout.amounts.first?.header, unit), ("payee", layout.columns[.supplier], nil),
        ("date", layout.columns[.date], nil),
      ].map { "\($0) \($1.map(\.quotedForMessage) ?? "not known")\($2 ?? "")" }
      .joined(separator: ", ")
      + (credits ?? "")
    let (reason, remedy) =
      switch occasion {
      case .noSourceFits:
        (
          "no source file has these headers, so a run does not read this export",
          "draft the source file with weir guess and confirm it"
        )
      case .sourcesLeftOut:
        ("read without a source file", "hold it against the source file, if there is one")
      }
    return Finding(
      .layoutGuessed, at: SourcePosition(file: file, line: headerLine),
      message: "\(reason); the layout is guessed: \(taken)", remedy: remedy)
  }
}
