import FoundationEssentials

/// What lies in `data/pools/`.
enum PublishedRun {
  /// The id of the run that was published last; nil where nothing is.
  static func id(in workspace: Workspace) -> String? {
    struct Package: Decodable {
      var id: String
    }
    guard
      let bytes = FileManager.default.contents(atPath: workspace.poolsPath + "/datapackage.json")
    else { return nil }
    return try? JSONDecoder().decode(Package.self, from: bytes).id
  }
}
