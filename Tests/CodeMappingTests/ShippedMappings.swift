import MappingTables
import Testing

/// The mapping files of this repository, read once.
enum ShippedMappings {
  static let read = Result {
    let parts = #filePath.split(separator: "/")
    let folder = "/" + parts.dropLast(3).joined(separator: "/")
    let (mappings, findings) = MappingReader.read(workspace: folder)
    try #require(findings.isEmpty)
    return mappings
  }
}
