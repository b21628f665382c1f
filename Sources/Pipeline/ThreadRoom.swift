import Glibc

/// Whether the threads of a run can be had under the limits that it is run with.
///
/// The library that gives tasks their threads tries for ever where the system refuses it one: a run
/// under a small limit of memory would hang and hold the lock instead of failing.
package enum ThreadRoom {
  /// The threads that this makes leave their stacks to those that are made later.
  private static let threads = 4

  /// Makes some threads at once and lets them go; throws where the system refuses one.
  package static func check() throws(ThreadsRefused) {
    var limits = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limits) == 0,
      limits.rlim_cur < rlim_t.max >> 1
    else { return }
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    defer { unsafe gate.deallocate() }
    unsafe pthread_mutex_init(gate, nil)
    unsafe pthread_mutex_lock(gate)
    var made: [pthread_t] = []
    var refusal: Int32 = 0
    while made.count < threads, refusal == 0 {
      var thread = pthread_t()
      refusal = unsafe pthread_create(
        &thread, nil,
        { gate in
          guard let gate = unsafe gate?.assumingMemoryBound(to: pthread_mutex_t.self) else {
            return nil
          }
          unsafe pthread_mutex_lock(gate)
          unsafe pthread_mutex_unlock(gate)
          return nil
        }, gate)
      if refusal == 0 { made.append(thread) }
    }
    unsafe pthread_mutex_unlock(gate)
    for thread in made { pthread_join(thread, nil) }
    if refusal != 0 { throw ThreadsRefused(limit: limits.rlim_cur) }
  }
}

/// The system does not give a run the threads that it works with.
package struct ThreadsRefused: Error, CustomStringConvertible {
  /// The limit of the address space in bytes.
  let limit: rlim_t

  /// One line for the terminal.
  package var description: String {
    "the limit of \(limit >> 20) MB of address space (ulimit -v) leaves no room for threads; "
      + "512 MB are enough for most workspaces"
  }
}
