extension String {
  /// The last part of a path: `april.csv` of `data/exports/leeds/april.csv`.
  package var fileNameOfPath: String {
    split(separator: "/").last.map(String.init) ?? self
  }

  /// The last folder of a path: `leeds` of `data/exports/leeds/april.csv`; empty where it has none.
  package var folderOfPath: String {
    split(separator: "/").dropLast().last.map(String.init) ?? ""
  }
}
