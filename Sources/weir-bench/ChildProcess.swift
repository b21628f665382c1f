import FoundationEssentials
import Glibc

/// What a process cost.
struct ProcessCost {
  /// User and system time of all its threads.
  var cpuSeconds: Double
  var wallSeconds: Double
  /// The most memory it held at any time, in millions of bytes.
  var peakMegabytes: Double
}

/// Runs a program to its end and measures it from outside, so that nothing of ours is counted.
///
/// The peak that Linux gives for a child is never below what the parent held when it started it:
/// the parent must stay small, and does its own heavy work in children too.
struct ChildProcess {
  /// The folder that children keep their temporary files in.
  let temporaryFolder: String
  /// Whether standard error is kept apart from standard output.
  var errorsApart = false

  /// How a process ended.
  struct Outcome {
    let exitCode: Int32
    let cost: ProcessCost
    /// Standard output, and standard error in the order they were written unless it is kept apart.
    let output: String
    /// Standard error, where it is kept apart.
    let errors: String
  }

  /// Runs a program, looked for on the path where its name has no slash, and waits for its end.
  func run(_ arguments: [String]) throws(BenchError) -> Outcome {
    let outputPath = "\(temporaryFolder)/output"
    let errorPath = errorsApart ? "\(temporaryFolder)/errors" : nil
    let clock = ContinuousClock()
    let start = clock.now
    let child = try ChildProcess.start(
      arguments, environment: environment, outputPath: outputPath, errorPath: errorPath)
    var (status, usage) = (Int32(0), rusage())
    while unsafe wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchError.system("cannot wait for \(arguments[0])") }
    }
    let wall = clock.now - start
    let cost = ProcessCost(
      cpuSeconds: ChildProcess.seconds(usage.ru_utime) + ChildProcess.seconds(usage.ru_stime),
      wallSeconds: wall / .seconds(1),
      peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1_000_000)
    let output = ChildProcess.text(at: outputPath)
    // The low seven bits name the signal that ended it; shells add 128 to it.
    let signal = status & 0x7F
    return Outcome(
      exitCode: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, cost: cost, output: output,
      errors: errorPath.map(ChildProcess.text) ?? "")
  }

  private static func text(at path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  private var environment: [String] {
    var variables = ProcessInfo.processInfo.environment
    variables["TMPDIR"] = temporaryFolder
    return variables.map { "\($0.key)=\($0.value)" }.sorted()
  }

  private static func start(
    _ arguments: [String], environment: [String], outputPath: String, errorPath: String?
  ) throws(BenchError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(
      &actions, 1, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if let errorPath {
      unsafe posix_spawn_file_actions_addopen(
        &actions, 2, errorPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    } else {
      unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }
    // Safe: the copies live until the call is over, and each list ends in a null pointer.
    let argumentCopies = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let environmentCopies = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argumentCopies + environmentCopies).forEach { unsafe free($0) } }
    var child = pid_t()
    let failure = unsafe posix_spawnp(
      &child, arguments[0], &actions, nil, argumentCopies, environmentCopies)
    guard failure == 0 else {
      errno = failure
      throw BenchError.system("cannot start \(arguments[0])")
    }
    return child
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
