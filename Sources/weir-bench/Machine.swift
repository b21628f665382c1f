import FoundationEssentials
import Glibc

/// The machine that the figures belong to.
enum Machine {
  /// Processor, cores, memory and how busy it is, in one line.
  static var description: String {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let processor = field("model name", in: "/proc/cpuinfo") ?? "unknown processor"
    let memory = field("MemTotal", in: "/proc/meminfo")
      .flatMap { $0.split(separator: " ").first }.flatMap { Double($0) }
      .map { "\(($0 * 1024 / 1e9).fixed(1)) GB" }
    return "\(cores) cores of \(processor), \(memory ?? "unknown") memory, load \(load)"
  }

  /// How many processes wanted a core in the last minute, this program's own included.
  static var load: String {
    text("/proc/loadavg").split(separator: " ").first.map(String.init) ?? "unknown"
  }

  /// The program that is running.
  static var ownPath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  /// The built `weir` that stands beside this program; nil where there is none.
  static var weirPath: String? {
    guard let slash = ownPath.lastIndex(of: "/") else { return nil }
    let path = ownPath[..<slash] + "/weir"
    return FileManager.default.isExecutableFile(atPath: String(path)) ? String(path) : nil
  }

  /// Writes a line to standard error, which tables do not go to.
  static func tell(_ text: String) {
    var line = "weir-bench: \(text)\n"
    // Safe: the text lives until the call is over.
    line.withUTF8 { unsafe _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func field(_ name: String, in path: String) -> String? {
    for line in text(path).split(separator: "\n") where line.hasPrefix(name) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      return String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    return nil
  }

  private static func text(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}

extension Double {
  /// The number with so many decimals, rounded half away from zero.
  func fixed(_ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((magnitude * Double(scale)).rounded())
    let sign = self < 0 && scaled != 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(scaled / scale).\(zeros)\(fraction)"
  }
}
