import Glibc

/// A last word where the program cannot go on: memory that is not to be had ends a Swift program by a
/// signal, and cron would see nothing but a number.
enum FatalNotice {
  private static let text: StaticString = """
    weir: stopped by want of memory or by a fault of the program; the pools and the store are whole, \
    and the next run goes on from them

    """

  /// From now on such an end has a line on standard error, and exit code 3.
  static func watch() {
    // A stack that has run over has no room for the handler.
    let size = 1 << 16
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    unsafe stack.ss_size = size
    _ = unsafe sigaltstack(&stack, nil)
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
      var action = sigaction()
      // Safe: the handler calls nothing that may be under way in the thread it interrupts.
      unsafe action.__sigaction_handler.sa_handler = { _ in
        _ = unsafe Glibc.write(
          STDERR_FILENO, FatalNotice.text.utf8Start, FatalNotice.text.utf8CodeUnitCount)
        _exit(3)
      }
      action.sa_flags = SA_ONSTACK
      _ = unsafe sigaction(number, &action, nil)
    }
    // Made here and not in the handler.
    _ = text.utf8CodeUnitCount
  }
}
