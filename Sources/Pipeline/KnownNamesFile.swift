import Foundation
package import ProviderMatching

/// The file in which a run keeps what it knows of its names for the next one.
///
/// It is a cache and nothing else. Where it is missing, damaged or another program's, the run works
/// out everything.
package struct KnownNamesFile: Sendable {
  let path: String

  /// The file at a path, which need not be there yet.
  package init(path: String) { self.path = path }

  /// What the file holds for a matcher; nothing known where it cannot be used.
  package func names(for matcher: ProviderMatcher) -> KnownNames {
    guard let program = KnownNamesFile.program,
      let data = FileManager.default.contents(atPath: path),
      let known = KnownNames(bytes: Array(data), program: program)
    else { return matcher.nothingKnown }
    return known
  }

  /// Writes what a run keeps, in place of what was there.
  ///
  /// - Throws: what writing the file throws.
  package func write(_ known: KnownNames) throws {
    guard let program = KnownNamesFile.program else { return }
    // Names as received, individuals among them, are in it (law 8).
    try LedgerFile(path: path, mode: 0o600).replace(with: known.bytes(program: program))
  }

  // A program built from other sources may read and compare names in another way, so that what one
  // wrote counts for none but itself.
  private static let program = Bundle.main.executablePath.flatMap(Fingerprint.ofFile).flatMap {
    UInt64($0.prefix(16), radix: 16)
  }
}
