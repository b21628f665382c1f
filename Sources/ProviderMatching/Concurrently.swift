import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Works on ranges of numbers side by side; what comes out does not depend on how many threads there
/// are.
enum Concurrently {
  /// So many threads work where nothing else is asked for: one a core.
  static let usualThreads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// What `work` gives for each part of the numbers from 0, in order of the parts.
  ///
  /// - Parameters:
  ///   - count: how many numbers.
  ///   - size: how many numbers one part has; the last one may have fewer.
  ///   - threads: how many parts are worked on at a time.
  ///   - work: called once for each part, on any thread.
  /// - Returns: what it gave.
  static func parts<Result: Sendable>(
    of count: Int, size: Int, threads: Int, work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let starts = Array(stride(from: 0, to: count, by: max(1, size)))
    @Sendable func range(_ part: Int) -> Range<Int> {
      starts[part]..<min(starts[part] + size, count)
    }
    guard threads > 1, starts.count > 1 else { return starts.indices.map { work(range($0)) } }
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: starts.count))
    DispatchQueue.concurrentPerform(iterations: min(threads, starts.count)) { _ in
      while true {
        let part = next.add(1, ordering: .relaxed).oldValue
        guard part < starts.count else { return }
        let result = work(range(part))
        results.withLock { $0[part] = result }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
