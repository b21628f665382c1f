import Glibc
import Synchronization

/// An open file descriptor whose bytes can be read at any offset, from several threads at once.
final class FileBytes: Sendable {
  /// How many bytes there are.
  let size: Int64
  private let descriptor: Int32
  private let failed = Atomic<Int32>(0)

  /// The system's last error in reading; 0: all that was asked for could be read.
  ///
  /// Callers that take what they cannot read for the end are caught here.
  var failure: Int32 { failed.load(ordering: .relaxed) }

  /// Takes over a descriptor, and closes it in the end.
  init(descriptor: Int32, size: Int64) {
    self.descriptor = descriptor
    self.size = size
  }

  deinit { close(descriptor) }

  /// Reads bytes at an offset; fewer than asked for only at the end.
  ///
  /// - Returns: how many bytes were read; nil where the system reports an error.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
    var total = 0
    while total < buffer.count {
      // Safe: the range lies within the buffer.
      let count = unsafe pread(
        descriptor, buffer.baseAddress?.advanced(by: total), buffer.count - total,
        off_t(offset) + off_t(total))
      if count < 0 {
        if errno == EINTR { continue }
        failed.store(errno, ordering: .relaxed)
        return nil
      }
      if count == 0 { break }
      total += count
    }
    return total
  }

  /// The bytes from `start` up to `end`; fewer where the file ends or cannot be read.
  func bytes(from start: Int64, to end: Int64) -> [UInt8] {
    let length = Int(max(0, min(end, size) - start))
    return unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      unsafe count = read(into: UnsafeMutableRawBufferPointer(buffer), at: start) ?? 0
    }
  }

  /// How many bytes a pass over the whole file takes at a time.
  static let pieceSize = 1 << 20

  /// Gives the file's bytes a piece at a time, with the offset of each, until `body` returns false.
  ///
  /// - Returns: false where the system reports an error.
  func forEachPiece(_ body: (UnsafeRawBufferPointer, Int64) -> Bool) -> Bool {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, Int(min(Int64(FileBytes.pieceSize), size))), alignment: 64)
    defer { unsafe buffer.deallocate() }
    var offset: Int64 = 0
    while true {
      guard let count = unsafe read(into: buffer, at: offset) else { return false }
      if count == 0 { return true }
      // Safe: the piece is used during the call only.
      guard unsafe body(UnsafeRawBufferPointer(rebasing: buffer[..<count]), offset) else {
        return true
      }
      offset += Int64(count)
    }
  }

  /// The offset of the first line that begins in a range; nil: none does, or it cannot be read.
  func firstLine(in range: Range<Int64>) -> Int64? {
    if range.lowerBound == 0 { return 0 }
    // The byte before tells whether a line begins at the first one; the byte behind a CR whether it
    // is half of a line end.
    var place = range.lowerBound - 1
    while place < range.upperBound, place < size {
      let piece = bytes(from: place, to: place + 4096)
      guard let end = piece.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
        if piece.isEmpty { return nil }
        place += Int64(piece.count)
        continue
      }
      let next = place + Int64(end) + 1
      let isPair = piece[end] == 0x0D && bytes(from: next, to: next + 1) == [0x0A]
      let first = isPair ? next + 1 : next
      return first < min(range.upperBound, size) ? first : nil
    }
    return nil
  }

  /// How many line ends stand before an offset, for the place of a finding.
  func lineEnds(before end: Int64) -> Int {
    var count = 0
    var last: UInt8 = 0
    unsafe _ = forEachPiece { piece, offset in
      for place in 0..<Int(min(Int64(piece.count), end - offset)) {
        let byte = unsafe piece[place]
        if byte == 0x0D || (byte == 0x0A && last != 0x0D) { count += 1 }
        last = byte
      }
      return offset + Int64(piece.count) < end
    }
    return count
  }
}
