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
    for (name, text) in [("weights", weights), ("bands", bands)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).csv"))
    }
  }
}
