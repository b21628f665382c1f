import ArgumentParser
import Pipeline
import PoolModel
import Publishing

/// `weir publish`: the pools of the last run, published to a second place.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publishes the pools of the last run to another place.")

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "The place: a folder, sqlite:PATH or postgresql:ADDRESS.")
  var to: String

  @Option(help: "The schema of the database, which belongs to Weir.")
  var schema = "weir"

  @Flag(help: "Do everything but the last step.")
  var dryRun = false

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func run() throws {
    let target = try target()
    let copy = try copy(to: target)
    if json {
      Terminal.write(
        JSONText.object([
          "target": .text(target.description), "run": .text(copy.run),
          "tables": .whole(Int64(copy.tables)), "outcome": .text(copy.outcome.rawValue),
        ]).line + "\n")
    } else if !options.quiet {
      Terminal.message(sentence(copy, target))
    }
  }

  private func target() throws -> PublishTarget {
    do {
      if let target = try PublishTarget(to, schema: schema) { return target }
    } catch {
      throw Failure("\(error)")
    }
    throw Failure("--to names no place: give a folder, sqlite:PATH or postgresql:ADDRESS")
  }

  private func sentence(_ copy: PoolsCopy, _ target: PublishTarget) -> String {
    switch (copy.outcome, dryRun) {
    case (.unchanged, _): "\(target.description): holds the pools of run \(copy.run) already"
    case (.published, false): "\(target.description): now holds the pools of run \(copy.run)"
    case (.published, true): "\(target.description): would get the pools of run \(copy.run)"
    }
  }

  private func copy(to target: PublishTarget) throws -> PoolsCopy {
    do {
      return try PoolsCopy.publish(options.folder, to: target, isDryRun: dryRun)
    } catch let error as WorkspaceLockError {
      Terminal.message(error.description)
      if case .held = error { throw ExitCode(4) }
      throw ExitCode(3)
    } catch let error as PostgresTargetError {
      Terminal.message("\(target.description): \(error)")
      throw ExitCode(4)
    } catch {
      throw Failure("\(error)")
    }
  }
}
