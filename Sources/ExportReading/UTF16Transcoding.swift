import Glibc
import PoolModel

/// Writes UTF-16 text as UTF-8 into a temporary file.
struct UTF16Transcoding: ~Copyable {
  /// What was found on the way.
  struct Outcome {
    var text: FileBytes
    /// How many characters could not be read: half a surrogate pair, or half a code unit at the end.
    var unreadable: Int
    /// The line of the first of them, from 1, and the offset of its replacement in the text.
    var firstLine: Int
    var firstByte: Int64
  }

  private let isBigEndian: Bool
  private var output: [UInt8] = []
  private var written: Int64 = 0
  /// The first half of a surrogate pair whose second half has not come yet; 0: none.
  private var pending: UInt32 = 0
  private var unreadable = 0
  private var firstByte: Int64 = 0

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// The text of a file; a byte-order mark at its beginning is left out.
  mutating func transcode(
    _ file: FileBytes, from start: Int64, received: ReceivedBytes
  ) throws(ExportFault) -> Outcome {
    guard var spool = SpoolFile() else { throw received.notKept(errno) }
    var offset = start
    let length = Int64(1 << 18)
    while offset < file.size {
      let bytes = file.bytes(from: offset, to: offset + length)
      if bytes.isEmpty { throw received.unreadable(EIO) }
      take(bytes)
      offset += Int64(bytes.count)
      if offset >= file.size { end(isCut: !bytes.count.isMultiple(of: 2)) }
      unsafe output.withUnsafeBytes { unsafe spool.append($0) }
      written += Int64(output.count)
      output.removeAll(keepingCapacity: true)
    }
    let text = try received.kept(spool.finish())
    return Outcome(
      text: text, unreadable: unreadable,
      firstLine: unreadable == 0 ? 0 : text.lineEnds(before: firstByte) + 1, firstByte: firstByte)
  }

  /// Takes whole code units; pieces of a file have an even number of bytes but for the last.
  private mutating func take(_ bytes: [UInt8]) {
    for place in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      take(isBigEndian ? first << 8 | second : second << 8 | first)
    }
  }

  private mutating func take(_ unit: UInt32) {
    if unit < 0x80, pending == 0 { return output.append(UInt8(unit)) }
    switch unit {
    case 0xD800...0xDBFF:
      if pending != 0 { replace() }
      pending = unit
    case 0xDC00...0xDFFF where pending != 0:
      put(0x10000 + (pending - 0xD800) << 10 + (unit - 0xDC00))
      pending = 0
    default:
      if pending != 0 { replace() }
      pending = 0
      put(unit)
    }
  }

  private mutating func end(isCut: Bool) {
    if pending != 0 || isCut { replace() }
  }

  private mutating func put(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return replace() }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func replace() {
    if unreadable == 0 { firstByte = written + Int64(output.count) }
    unreadable += 1
    output.append(contentsOf: UTF8.encodedReplacementCharacter)
  }
}
