import ExportReading
import LineParsing
import MappingTables
import PoolModel

/// What the cells of one column look like, counted.
struct ColumnSurvey {
  /// Cells that hold anything.
  var filled = 0
  /// Cells that read as an amount.
  var amounts = 0
  /// Amounts with a decimal point.
  var withPence = 0
  var negative = 0
  /// Amounts of digits alone, which may be numbers of something.
  var wholeNumbers = 0
  /// Cells that read as a day in some order, month names and ISO dates with them.
  var days = 0
  /// Cells of digits alone that may be a day: `20230403`.
  var bareDays = 0
  /// Cells that may be Excel's number of a day.
  var serials = 0
  /// Cells that read as a month or as a financial-year period and as no day.
  var months = 0
  /// Cells with a letter.
  var withLetters = 0
  /// Cells of two words or more.
  var severalWords = 0
  /// Cells with a word that ends companies' names.
  var withCompanyWords = 0
  /// The distinct texts, up to ``mostDistinct``.
  var distinct: Set<String> = []
  /// Cells read while ``distinct`` still grew.
  var cellsBeforeFull = 0
  /// The pence of the first rows, nil where a cell is none, for comparing columns.
  var firstPence: [Int64?] = []

  static let mostDistinct = 4000
  static let comparedRows = 2000

  /// Counts one cell without outer blanks, which `date` says is a date or none.
  mutating func note(_ text: String, as date: DateTally.CellKind, companyWords: Set<String>) {
    guard !text.isEmpty else {
      if firstPence.count < ColumnSurvey.comparedRows { firstPence.append(nil) }
      return
    }
    filled += 1
    if distinct.count < ColumnSurvey.mostDistinct {
      distinct.insert(text)
      cellsBeforeFull += 1
    }
    let digits = text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    let pence = digits || text == "-" ? CellReading.pence(of: text) : nil
    if firstPence.count < ColumnSurvey.comparedRows { firstPence.append(pence) }
    if let pence { noteAmount(text, pence) }
    note(date)
    noteWords(text, companyWords)
  }

  private mutating func noteAmount(_ text: String, _ pence: Int64) {
    amounts += 1
    if pence < 0 { negative += 1 }
    if text.utf8.contains(UInt8(ascii: ".")) {
      withPence += 1
    } else if text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      wholeNumbers += 1
    }
  }

  private mutating func note(_ date: DateTally.CellKind) {
    switch date {
    case .none: break
    case .day: days += 1
    case .bare: bareDays += 1
    case .serial: serials += 1
    case .month: months += 1
    }
  }

  private mutating func noteWords(_ text: String, _ companyWords: Set<String>) {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    guard
      isASCII ? text.utf8.contains(where: ColumnSurvey.isLetter) : text.contains(where: \.isLetter)
    else { return }
    withLetters += 1
    // Asking each character costs most of the time where the cells are plain.
    let words =
      isASCII
      ? text.utf8.split { !ColumnSurvey.isLetter($0) && !($0 >= 0x30 && $0 <= 0x39) }
        .map(Substring.init)
      : text.split { !$0.isLetter && !$0.isNumber }
    if words.count > 1 { severalWords += 1 }
    if words.dropFirst().contains(where: { companyWords.contains($0.lowercased()) }) {
      withCompanyWords += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  /// Hundredths of the filled cells; 0 where none is filled.
  func share(_ count: Int) -> Int { filled == 0 ? 0 : count * 100 / filled }

  /// Hundredths of the cells that stand for the first time.
  var distinctShare: Int { cellsBeforeFull == 0 ? 0 : distinct.count * 100 / cellsBeforeFull }

  /// Whether every cell is blank or states nothing: `0.00`, `-`.
  var isZero: Bool {
    distinct.count < ColumnSurvey.mostDistinct
      && distinct.allSatisfy { (CellReading.pence(of: $0) ?? 0) == 0 }
  }
}
