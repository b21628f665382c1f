import FoundationEssentials

/// What lies in `data/pools/`.
struct PublishedRun: Decodable {
  /// The id of the run that it was published by.
  var id: String
  private var resources: [Resource]

  private struct Resource: Decodable {
    var path: String
    var hash: String
  }

  /// What is published; nil where nothing is, or nothing that Weir wrote.
  static func last(in workspace: Workspace) -> PublishedRun? {
    let manifest = workspace.poolsPath + "/datapackage.json"
    guard let bytes = FileManager.default.contents(atPath: manifest) else { return nil }
    return try? JSONDecoder().decode(PublishedRun.self, from: bytes)
  }

  /// Whether every file is there with the bytes that the manifest states.
  func isWhole(in workspace: Workspace) -> Bool {
    resources.allSatisfy { resource in
      Fingerprint.ofFile("\(workspace.poolsPath)/\(resource.path)").map { "sha256:\($0)" }
        == resource.hash
    }
  }
}
