import FoundationEssentials
import MappingTables
import PoolModel

/// Writes the tables of a fitted model.
enum MatchModelFiles {
  /// Writes `weights.csv` and `bands.csv` into a folder.
  static func write(_ fit: ModelFit, to folder: String) throws {
    var weights = CSVText.line(["aspect", "level", "hundredths"])
    for row in fit.weights {
      weights += CSVText.line([row.aspect, row.level, "\(row.hundredths)"])
    }
    var bands = CSVText.line(["kind", "permille", "from"])
    for row in fit.bands { bands += CSVText.line([row.kind, "\(row.permille)", "\(row.from)"]) }
    try write(weights, to: "\(folder)/weights.csv")
    try write(bands, to: "\(folder)/bands.csv")
  }

  /// Writes `word-counts.csv` into a folder.
  static func write(_ counts: [ProviderWordCount], to folder: String) throws {
    var text = CSVText.line(["word", "names"])
    for row in counts { text += CSVText.line([row.word, "\(row.names)"]) }
    try write(text, to: "\(folder)/word-counts.csv")
  }

  private static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
