import CZlib

/// Bytes as gzip packs them: one member.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var stream = unsafe z_stream()
  var packed = [UInt8](repeating: 0, count: bytes.count + 256)
  var input = bytes
  // 31: the largest window, with the header and check sum of gzip.
  _ = unsafe deflateInit2_(
    &stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  // Safe: the buffers outlive the call, and their sizes are given.
  let count = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe packed.withUnsafeMutableBufferPointer { output in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(output.count)
      _ = unsafe deflate(&stream, Z_FINISH)
      return unsafe output.count - Int(stream.avail_out)
    }
  }
  _ = unsafe deflateEnd(&stream)
  return Array(packed.prefix(count))
}

/// A text in UTF-16.
func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
    return isBigEndian ? bytes : bytes.reversed()
  }
}
