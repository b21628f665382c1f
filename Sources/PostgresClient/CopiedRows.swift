internal import CLibPQ

/// Rows on their way into a table, in the text format of `COPY`.
@safe package struct CopiedRows {
  /// The server takes no more; its answer says why.
  struct NotTaken: Error {}

  /// How many were ended.
  package private(set) var count = 0
  private let connection: OpaquePointer
  private var bytes: [UInt8] = []
  private var isFirstCell = true

  private static let bytesAtATime = 1 << 16

  init(_ connection: OpaquePointer) { unsafe self.connection = unsafe connection }

  /// Adds a cell that is a text; nil is null.
  package mutating func append(_ text: String?) {
    separate()
    guard let text else { return appendNull() }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      // PostgreSQL holds no NUL in a text.
      case 0: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// Ends a row.
  package mutating func endRow() throws {
    bytes.append(UInt8(ascii: "\n"))
    isFirstCell = true
    count += 1
    if bytes.count >= CopiedRows.bytesAtATime { try send() }
  }

  /// Hands over what was gathered.
  mutating func send() throws {
    if bytes.isEmpty { return }
    // Safe: libpq copies the bytes, which outlive the call.
    let isTaken = unsafe bytes.withUnsafeBytes { buffer in
      unsafe PQputCopyData(
        connection, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
    guard isTaken == 1 else { throw NotTaken() }
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func appendNull() { bytes += "\\N".utf8 }

  private mutating func separate() {
    if !isFirstCell { bytes.append(UInt8(ascii: "\t")) }
    isFirstCell = false
  }
}
