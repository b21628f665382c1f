/// Counts bytes sixteen at a time.
enum ByteCount {
  private typealias Block = SIMD16<UInt8>

  /// How often a byte stands in a run.
  @inline(__always)
  static func of(_ byte: UInt8, in run: UnsafeRawBufferPointer) -> Int {
    let blocks = run.count / Block.scalarCount
    let wanted = Block(repeating: byte)
    var (count, block) = (0, 0)
    while block < blocks {
      // A lane counts to 255.
      let end = min(blocks, block + 255)
      var lanes = Block.zero
      while block < end {
        // Safe: whole blocks lie within the run.
        let bytes = unsafe run.loadUnaligned(
          fromByteOffset: block * Block.scalarCount, as: Block.self)
        lanes.replace(with: lanes &+ 1, where: bytes .== wanted)
        block += 1
      }
      count += Int(SIMD16<UInt16>(truncatingIfNeeded: lanes).wrappedSum())
    }
    for place in (blocks * Block.scalarCount)..<run.count where unsafe run[place] == byte {
      count += 1
    }
    return count
  }
}
