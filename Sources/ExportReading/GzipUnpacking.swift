import CZlib
import Glibc
import PoolModel

/// Unpacks a gzip archive, member by member, into a temporary file.
// Safe: zlib reads and writes only within the two buffers, whose bounds it is given.
@safe struct GzipUnpacking: ~Copyable {
  private let received: ReceivedBytes
  private let packed: FileBytes
  // zlib notes the stream's address, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private let output: UnsafeMutableRawBufferPointer
  /// The offset in the archive of the first byte not yet given to zlib.
  private var offset: Int64 = 0

  /// The first bytes of an archive.
  static let magic: [UInt8] = [0x1F, 0x8B]
  /// Text that an archive may hold whatever its own size: 1 GiB.
  private static let harmlessSize: Int64 = 1 << 30
  /// How many times its own size a larger archive may hold.
  ///
  /// Ledgers shrink to a tenth or a thirtieth; only archives that are made to fill a disk go beyond.
  private static let largestRatio: Int64 = 200

  init(_ packed: FileBytes, received: ReceivedBytes) {
    self.packed = packed
    self.received = received
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe input = .allocate(byteCount: 1 << 18, alignment: 64)
    unsafe output = .allocate(byteCount: 1 << 20, alignment: 64)
  }

  deinit {
    unsafe stream.deallocate()
    unsafe input.deallocate()
    unsafe output.deallocate()
  }

  /// The text of all members, one after the other.
  mutating func unpack() throws(ExportFault) -> FileBytes {
    guard var spool = SpoolFile() else { throw received.notKept(errno) }
    // 31: the largest window, with the header and check sum of gzip.
    guard
      unsafe inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw received.notKept(ENOMEM) }
    defer { unsafe _ = inflateEnd(stream) }
    var fault: String?
    repeat {
      fault = unpackMember(into: &spool)
    } while fault == nil && spool.failure == 0 && hasFurtherMember(&fault)
    let size = spool.size
    let text = try received.kept(spool.finish())
    guard let fault else { return text }
    throw received.fault(
      .archiveDamaged, "\(fault); \(size) bytes of text stand before that",
      "ask the publisher for the file again", line: text.lineEnds(before: size) + 1, byte: size)
  }

  /// Unpacks up to the end of a member; gives what is wrong with it, if anything.
  private mutating func unpackMember(into spool: inout SpoolFile) -> String? {
    while spool.failure == 0 {
      if unsafe stream.pointee.avail_in == 0, !refill() {
        return "the gzip archive is cut off at byte \(offset)"
      }
      unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe stream.pointee.avail_out = UInt32(output.count)
      let result = unsafe inflate(stream, Z_NO_FLUSH)
      let count = unsafe output.count - Int(stream.pointee.avail_out)
      unsafe spool.append(UnsafeRawBufferPointer(rebasing: output[..<count]))
      if result == Z_STREAM_END { return nil }
      if result != Z_OK && result != Z_BUF_ERROR {
        return "the gzip archive is damaged at or before byte \(consumed)"
      }
      if spool.size > max(GzipUnpacking.harmlessSize, packed.size * GzipUnpacking.largestRatio) {
        return "the gzip archive holds more than \(GzipUnpacking.largestRatio) times its own size"
      }
    }
    return nil
  }

  /// The offset of the next byte that zlib has not used.
  private var consumed: Int64 { unsafe offset - Int64(stream.pointee.avail_in) }

  /// Whether another member follows; zeros that fill up a block do no harm, other bytes do.
  private mutating func hasFurtherMember(_ fault: inout String?) -> Bool {
    let start = consumed
    let next = packed.bytes(from: start, to: start + 2)
    if next == GzipUnpacking.magic {
      offset = start
      unsafe stream.pointee.avail_in = 0
      return unsafe inflateReset(stream) == Z_OK
    }
    var isZeros = true
    for from in stride(from: start, to: packed.size, by: 1 << 16) where isZeros {
      isZeros = packed.bytes(from: from, to: from + 1 << 16).allSatisfy { $0 == 0 }
    }
    if !isZeros { fault = "what stands behind byte \(start) is no part of the gzip archive" }
    return false
  }

  /// Gives zlib more of the archive; false at its end.
  private mutating func refill() -> Bool {
    guard let count = unsafe packed.read(into: input, at: offset), count > 0 else { return false }
    offset += Int64(count)
    unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = UInt32(count)
    return true
  }
}
