internal import Glibc

/// Why the pools could not be published; the pools that were there are still there.
package struct PoolsFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was being done, such as `write`.
  package let operation: String
  /// The file or folder it was done to.
  package let path: String
  /// What is the matter, in the system's words or in Weir's.
  package let reason: String
  /// The system's number of the error; 0 where Weir itself refused.
  package let errorNumber: Int32

  /// A refusal by Weir itself.
  init(refusing operation: String, _ path: String, because reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
    errorNumber = 0
  }

  /// A system call that failed, with the error number it left.
  init(_ operation: String, _ path: String, errorNumber: Int32) {
    self.operation = operation
    self.path = path
    self.errorNumber = errorNumber
    // Safe: the text belongs to the thread until its next call and is copied here.
    reason = unsafe String(cString: strerror(errorNumber))
  }

  /// `cannot write data/.pools.new/pools.csv: No space left on device`.
  package var description: String { "cannot \(operation) \(path): \(reason)" }
}
