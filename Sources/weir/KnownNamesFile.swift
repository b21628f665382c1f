import Foundation
import ProviderMatching

/// The file of `weir providers match --known`: what a run keeps of its names for the next one.
///
/// It is a cache. Where it is missing, damaged or another program's, the run works out everything.
struct KnownNamesFile {
  let path: String

  /// What the file holds for a matcher; nothing known where it cannot be used.
  func names(for matcher: ProviderMatcher) -> KnownNames {
    guard let program = KnownNamesFile.program,
      let data = FileManager.default.contents(atPath: path),
      let known = KnownNames(bytes: Array(data), program: program)
    else { return matcher.nothingKnown }
    return known
  }

  /// Writes what a run keeps, in place of what was there.
  func write(_ known: KnownNames) throws {
    guard let program = KnownNamesFile.program else { return }
    do {
      try Data(known.bytes(program: program)).write(
        to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure("\(path): cannot be written")
    }
  }

  // A program built from other sources may read and compare names in another way, so that what one
  // wrote counts for none but itself.
  private static var program: UInt64? {
    guard let path = Bundle.main.executablePath,
      let bytes = FileManager.default.contents(atPath: path)
    else { return nil }
    return KnownNames.hash(Array(bytes)[...])
  }
}
