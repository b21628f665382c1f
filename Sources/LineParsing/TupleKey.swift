/// The fields of a tuple as one run of bytes, each after its length, so that equal runs are equal
/// tuples.
///
/// One key is filled again for every row: appending to an array byte by byte was a tenth of the
/// parser's time.
struct TupleKey {
  private var storage = [UInt8](repeating: 0, count: 512)
  /// How many bytes the key has.
  private(set) var count = 0

  /// Makes the key that of an empty tuple.
  mutating func removeAll() { count = 0 }

  /// Adds a field.
  @inline(__always)
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    let start = count + MemoryLayout<UInt32>.size
    let end = start + field.count
    if end > storage.count {
      storage += [UInt8](repeating: 0, count: end + storage.count)
    }
    unsafe storage.withUnsafeMutableBytes { bytes in
      // Safe: the storage was made to reach to the end.
      unsafe bytes.storeBytes(
        of: UInt32(truncatingIfNeeded: field.count), toByteOffset: count, as: UInt32.self)
      unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start..<end])
        .copyMemory(from: UnsafeRawBufferPointer(field))
    }
    count = end
  }

  /// Adds a text as a field.
  mutating func append(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBufferPointer { field in unsafe append(field) }
  }

  /// The key's bytes, for the length of a call.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe storage.withUnsafeBytes { bytes in
      unsafe body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
  }
}
