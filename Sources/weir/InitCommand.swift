import ArgumentParser
import FoundationEssentials
import Pipeline
import PoolModel

/// `weir init`: a new workspace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a workspace from the shared mappings.",
    discussion: """
      The shared mappings are those that were installed with the program, unless --from or the \
      variable WEIR_SHARE names a folder with mappings/. A folder that holds anything is left alone.

      Example: weir init pools
      """)

  @Argument(help: "The folder to make, such as /srv/pools.")
  var folder: String

  @Option(help: "A folder with mappings/ to make it from, such as a checkout of Weir.")
  var from: String?

  @Flag(help: "With the made-up exports and mappings of the manual, to try Weir out.")
  var example = false

  @Flag(help: "Say what would be made, and make nothing.")
  var dryRun = false

  @Flag(help: "Print results only.")
  var quiet = false

  func run() throws {
    var origins = [try share()]
    if example, from == nil { origins.append(try installed("share/doc/weir/examples")) }
    let counts: (mappings: Int, exports: Int)
    do {
      counts = try NewWorkspace(from: origins).make(at: folder, isDryRun: dryRun)
    } catch {
      throw Failure(InitCommand.sentence(error))
    }
    guard !quiet else { return }
    let exports = counts.exports > 0 ? " and \(counts.exports) exports" : ""
    Terminal.message(
      "\(folder): a workspace with \(counts.mappings) mapping files\(exports)"
        + (dryRun ? " would be made; nothing was written" : ""))
    guard !dryRun else { return }
    Terminal.message(
      counts.exports > 0
        ? "build its pools with: weir run --workspace \(folder)"
        : "put exports into \(folder)/data/exports/PUBLISHER/, and let weir guess draft their source "
          + "files; then: weir run --workspace \(folder)")
  }

  private func share() throws -> String {
    if let from { return from }
    let stated = ProcessInfo.processInfo.environment["WEIR_SHARE"] ?? ""
    return stated.isEmpty ? try installed("share/weir") : stated
  }

  /// A folder beside that of the program, as `make install` and the package put it there.
  private func installed(_ folder: String) throws -> String {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let path = program.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: folder).path
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure("\(path) is not there; name a folder with mappings/ by --from")
    }
    return path
  }

  private static func sentence(_ hindrance: NewWorkspace.Hindrance) -> String {
    switch hindrance {
    case .notEmpty(let path): "\(path.quotedForMessage) is not empty; name a new folder"
    case .noFolder(let path): "\(path.quotedForMessage) is no folder; name a new one"
    case .noMappings(let path): "\(path.quotedForMessage) holds no mappings/; name one that does"
    case .refused(let path, let reason): "\(path.quotedForMessage): \(reason)"
    }
  }
}
