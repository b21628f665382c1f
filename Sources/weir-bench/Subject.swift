/// What is measured.
enum Subject: CaseIterable {
  case libcsvAlone
  case records
  case lines
  case sumOfOneThread
  case sumOfTwoThreads
  case wholeRun
  case polarsSum
  case duckdbSum
  case pythonSum
  case duckdbLoad
  case linesOfOneFile
  case linesOfTwoFiles
  case runOfOneFile
  case runOfTwoFiles
  case nothingNew

  /// The peers: other tools at a task of like size.
  static let peers: [Subject] = [.polarsSum, .duckdbSum, .pythonSum, .duckdbLoad]

  /// Its name in the table.
  var label: String {
    switch self {
    case .libcsvAlone: "libcsv alone, empty callbacks"
    case .records: "records"
    case .lines: "lines"
    case .sumOfOneThread: "sum task, `--threads 1`"
    case .sumOfTwoThreads: "sum task, `--threads 2`"
    case .wholeRun: "whole run into SQLite"
    case .polarsSum: "polars, sum task, 2 threads"
    case .duckdbSum: "DuckDB, sum task, 2 threads"
    case .pythonSum: "Python csv, sum task"
    case .duckdbLoad: "DuckDB, bare typed load, 2 threads"
    case .linesOfOneFile: "lines, one file of half the size, one core"
    case .linesOfTwoFiles: "lines, two files of half the size, two cores"
    case .runOfOneFile: "whole run, one file of half the size, `--jobs 1`"
    case .runOfTwoFiles: "whole run, two files of half the size, `--jobs 2`"
    case .nothingNew: "run with nothing new, \(BenchFolder.smallFileCount) small files"
    }
  }

  /// Whether it is a `weir run`.
  var isRun: Bool {
    switch self {
    case .wholeRun, .runOfOneFile, .runOfTwoFiles, .nothingNew: true
    default: false
    }
  }
}
