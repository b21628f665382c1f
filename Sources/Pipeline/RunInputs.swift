import Glibc
import MappingTables
import PoolModel

/// Everything a run is made from, by hash: the same inputs give the same pools.
struct RunInputs: Sendable {
  /// An export with its hash; nil where it cannot be read, which reading it will tell.
  struct Export: Sendable {
    var place: Workspace.ExportPlace
    var sha256: String?
  }

  var exports: [Export]
  /// The hash of each mapping file, by path relative to the workspace.
  var mappings: [String: String]
  /// The day to look from; nil: what the exports themselves say.
  var asAt: CalendarDay?
  /// What every file was that was hashed, by path relative to the workspace.
  var stamps: [String: FileStamp] = [:]

  /// The first 16 digits of the hash of all inputs: the run's id.
  var runID: String {
    String(
      Fingerprint.ofTexts(exportTexts + mappingTexts(of: { _ in true }) + asAtTexts).prefix(16))
  }

  /// The hash of all inputs and of the program: what must change for a run to do anything.
  var ledgerKey: String {
    Fingerprint.ofTexts(
      exportTexts + mappingTexts(of: { _ in true }) + [RunInputs.programStamp] + asAtTexts)
  }

  private var asAtTexts: [String] { asAt.map { ["as at \($0)"] } ?? [] }

  /// The hash of all mapping files.
  var mappingKey: String { Fingerprint.ofTexts(mappingTexts(of: { _ in true })) }

  /// What a publisher's lines are made with, where `ruleFiles` are the names of its rule files and
  /// `columns` those that the rules look at.
  func mappingKey(
    forPublisher publisher: String, ruleFiles: [String], columns: Set<CodeRule.Column>
  ) -> MappingKey {
    let reading = ["mappings/sources/\(publisher).yaml", "mappings/headers/totals.csv"]
    let rules = ["mappings/categories/flows.csv"] + ruleFiles.map { "mappings/codes/\($0).csv" }
    return MappingKey(
      reading: Fingerprint.ofTexts(
        mappingTexts(of: reading.contains) + [RunInputs.programStamp]),
      columns: columns.filter(\.isHeldOnDemand),
      // Two rule sets that change places in the order of inclusion decide otherwise.
      rules: Fingerprint.ofTexts(mappingTexts(of: rules.contains) + ruleFiles))
  }

  private var exportTexts: [String] {
    exports.flatMap { [$0.place.path, $0.sha256 ?? "unreadable"] }
  }

  private func mappingTexts(of isWanted: (String) -> Bool) -> [String] {
    mappings.keys.filter(isWanted).sorted().flatMap { [$0, mappings[$0] ?? ""] }
  }

  /// Tells one build of the program from another: its version, size and time of writing.
  static let programStamp: String = {
    var status = stat()
    guard unsafe stat("/proc/self/exe", &status) == 0 else { return ProgramVersion.current }
    return "\(ProgramVersion.current) \(status.st_size) \(status.st_mtim.tv_sec)"
  }()
}

extension RunInputs {
  /// Hashes the exports and mapping files of a workspace, `jobs` files at a time.
  ///
  /// - Throws: ``InputFailure`` where the system refuses to read one, ``RunStopped``.
  static func gather(_ workspace: Workspace, jobs: Int) async throws -> RunInputs {
    let places = try workspace.exports()
    let files = try workspace.mappingFiles()
    let read = try await hashes(of: places.map(\.path) + files, in: workspace, jobs: jobs)
    return RunInputs(
      exports: places.map { Export(place: $0, sha256: read[$0.path]?.sum) },
      mappings: Dictionary(
        files.map { ($0, read[$0]?.sum ?? "unreadable") }, uniquingKeysWith: { first, _ in first }),
      stamps: read.mapValues(\.stamp))
  }

  /// Throws where a file is no longer what was hashed, so that what was read of it may be other bytes
  /// than those that the ledger would note.
  func checkUnchanged(in workspace: Workspace) throws(InputsChanged) {
    let changed = stamps.keys.sorted().filter {
      FileStamp.ofFile(workspace.path($0)) != stamps[$0]
    }
    guard changed.isEmpty else { throw InputsChanged(paths: changed) }
  }

  /// The hash of the mapping files as they are now, as ``mappingKey`` gives it.
  static func currentMappingKey(of workspace: Workspace) throws -> String {
    let files = try workspace.mappingFiles()
    let sums = files.map { Fingerprint.ofFile(workspace.path($0)) ?? "unreadable" }
    return RunInputs(
      exports: [], mappings: Dictionary(uniqueKeysWithValues: zip(files, sums))
    ).mappingKey
  }

  private static func hashes(
    of paths: [String], in workspace: Workspace, jobs: Int
  ) async throws -> [String: (sum: String, stamp: FileStamp)] {
    var read: [String: (sum: String, stamp: FileStamp)] = [:]
    var failure: (any Error)?
    await forEachConcurrently(paths, jobs: jobs) { path in
      let sum = Result {
        try StopRequest.check()
        return try Fingerprint.ofInput(workspace.path(path))
      }
      return (path, sum)
    } collect: { path, sum in
      do { read[path] = try sum.get() } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    return read
  }
}

/// Version of the program, as `weir --version` prints it.
package enum ProgramVersion {
  /// The version of this source.
  package static let current = "0.1.0"
}

/// Files were written while a run read them.
struct InputsChanged: Error {
  /// Relative to the workspace, in order.
  let paths: [String]
}
