internal import FoundationEssentials

/// The pools as they lie in `data/pools/`, for publishing them elsewhere.
///
/// What is published elsewhere is what the last run published, to the byte: neither the store nor the
/// mappings are asked again.
package struct PublishedPackage: Sendable {
  /// The id of the run that published them.
  package let run: String
  let files: [PublishedFile]
  let tables: [PackageTable]

  private struct Manifest: Decodable {
    var run: String
    var resources: [Resource]
  }

  private struct Resource: Decodable {
    struct Schema: Decodable {
      var fields: [Field]
      var primaryKey: [String]?
    }
    struct Field: Decodable {
      struct Constraints: Decodable { var required: Bool? }
      var name: String
      var type: String
      var unit: String?
      var description: String
      var constraints: Constraints?
    }
    var name: String
    var path: String
    var description: String
    var hash: String
    var schema: Schema
  }

  /// Reads a folder of pools.
  ///
  /// - Throws: ``PublishedPackageError`` where it holds no pools, or other bytes than its manifest
  ///   states, and ``PoolsFolderError`` where the system refuses.
  package init(folder: String) throws {
    let manifestPath = "\(folder)/datapackage.json"
    guard try FolderContent(manifestPath).kind() == .file else {
      throw PublishedPackageError.absent(folder: folder)
    }
    let description = try OpenFile(reading: manifestPath).contents()
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(description)) else {
      throw PublishedPackageError.notWhole(path: manifestPath)
    }
    var files: [PublishedFile] = []
    for resource in manifest.resources {
      let path = "\(folder)/\(resource.path)"
      // The path is a name: a manifest that was edited must not reach other folders.
      guard !resource.path.contains("/"), try FolderContent(path).kind() == .file else {
        throw PublishedPackageError.notWhole(path: path)
      }
      let file = PublishedFile(
        name: resource.path, bytes: try OpenFile(reading: path).contents())
      guard "sha256:\(file.sha256)" == resource.hash else {
        throw PublishedPackageError.notWhole(path: path)
      }
      files.append(file)
    }
    run = manifest.run
    tables = zip(manifest.resources, files).map(PublishedPackage.table)
    self.files = files + [PublishedFile(name: "datapackage.json", bytes: description)]
  }

  /// How many tables it has.
  package var tableCount: Int { tables.count }

  /// The text of `datapackage.json`.
  var manifest: String { String(decoding: files.last?.bytes ?? [], as: UTF8.self) }

  private static func table(_ resource: Resource, _ file: PublishedFile) -> PackageTable {
    let key = resource.schema.primaryKey ?? []
    let columns = resource.schema.fields.map { field in
      PackageColumn(
        name: field.name, type: field.type, unit: field.unit, description: field.description,
        isRequired: field.constraints?.required ?? false, isKey: key.contains(field.name))
    }
    return PackageTable(
      resource: resource.name, description: resource.description, columns: columns,
      primaryKey: key, csv: file.bytes)
  }
}

/// Why a folder of pools cannot be published elsewhere.
package enum PublishedPackageError: Error, Hashable, CustomStringConvertible {
  /// It holds no pools.
  case absent(folder: String)
  /// A file of it is missing or has other bytes than were published.
  case notWhole(path: String)

  /// One line with the remedy.
  package var description: String {
    switch self {
    case .absent(let folder):
      "\(folder): no pools are published yet; publish them with: weir run"
    case .notWhole(let path):
      "\(path): not as the last run published it; weir run publishes it again"
    }
  }
}
