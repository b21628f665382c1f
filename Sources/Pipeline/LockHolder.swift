import Glibc

/// The process that holds a workspace, as the lock's file names it: its number, when it started, and on
/// which start of which machine, so that a number that was given out again is not taken for it.
package struct LockHolder: Hashable, Sendable {
  /// The process's number.
  package let process: Int32
  /// When it started, in UTC, such as `2026-11-23 02:30:04 UTC`.
  package let started: String
  /// When it started, in the ticks that the system counts since it started itself.
  private let ticks: Int
  /// What the system calls this start of itself, with the name of the machine.
  private let machine: String

  /// This process.
  static var this: LockHolder {
    let ticks = LockHolder.startTicks(of: getpid()) ?? 0
    return LockHolder(
      process: getpid(), started: LockHolder.day(ofTicks: ticks), ticks: ticks,
      machine: LockHolder.thisMachine)
  }

  private init(process: Int32, started: String, ticks: Int, machine: String) {
    (self.process, self.started, self.ticks, self.machine) = (process, started, ticks, machine)
  }

  /// Reads what ``text`` wrote; nil where it is something else, or nothing.
  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 4, let process = Int32(lines[0]), process > 0, let ticks = Int(lines[2])
    else { return nil }
    self.init(process: process, started: lines[1], ticks: ticks, machine: lines[3])
  }

  /// What stands in the lock's file.
  var text: String { "\(process)\n\(started)\n\(ticks)\n\(machine)\n" }

  /// Whether the process is still there; of another machine's nobody can tell, so it counts as there.
  var isAlive: Bool {
    let here = LockHolder.thisMachine
    guard machine == here else {
      return machine.split(separator: " ").first != here.split(separator: " ").first
    }
    return LockHolder.startTicks(of: process) == ticks
  }

  /// The holder that a lock's file names; nil where nobody holds it, or no longer.
  package static func current(at path: String) -> LockHolder? {
    let file = LedgerFile(path: path)
    guard let bytes = try? file.bytes() else { return nil }
    let holder = LockHolder(text: String(decoding: bytes, as: UTF8.self))
    return holder?.isAlive == true ? holder : nil
  }

  /// The machine's name and what tells one start of it from the next.
  private static let thisMachine: String = {
    var names = utsname()
    _ = unsafe uname(&names)
    let name = unsafe withUnsafeBytes(of: &names.nodename) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let start = (try? LedgerFile(path: "/proc/sys/kernel/random/boot_id").bytes()) ?? []
    return "\(name) \(String(decoding: start.prefix { $0 != 0x0A }, as: UTF8.self))"
  }()

  /// When a process started; nil: there is none, or it has ended and waits to be asked how.
  private static func startTicks(of process: Int32) -> Int? {
    guard let bytes = try? LedgerFile(path: "/proc/\(process)/stat").bytes() else { return nil }
    // The program's name stands second, in brackets, and may hold anything.
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?
      .split(separator: " ")
    guard let fields, fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return Int(fields[19])
  }

  private static func day(ofTicks ticks: Int) -> String {
    let status = (try? LedgerFile(path: "/proc/stat").bytes()) ?? []
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("btime ") }
    guard let started = line.flatMap({ Int($0.dropFirst("btime ".count)) }) else { return "" }
    var moment = started + ticks / max(1, sysconf(Int32(_SC_CLK_TCK)))
    var parts = unsafe tm()
    unsafe gmtime_r(&moment, &parts)
    let day = unsafe [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday]
    let time = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec]
    let twoDigits = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return day.map(twoDigits).joined(separator: "-") + " "
      + time.map(twoDigits).joined(separator: ":") + " UTC"
  }
}
