import ImportTestSupport
import Testing

@testable import LineParsing

struct ShortBytesTests {
  /// Every length at which the reads change their width, and the lengths beside it.
  @Test(arguments: 0...40) func `Runs are equal exactly where their bytes are`(length: Int) {
    var random = SeededNumbers(seed: UInt64(length))
    let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    #expect(areEqual(bytes, bytes))
    #expect(hash(bytes) == hash(bytes))
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1 << UInt8(random.next() % 8)
      #expect(!areEqual(bytes, other))
      #expect(hash(bytes) != hash(other))
    }
  }

  @Test func `Zeros in front and behind count`() {
    let hashes = (0...40).map { hash([UInt8](repeating: 0, count: $0)) }
    #expect(Set(hashes).count == hashes.count)
  }

  private func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    // Safe: the runs are read during the call only.
    unsafe left.withUnsafeBufferPointer { left in
      unsafe right.withUnsafeBufferPointer { right in unsafe ShortBytes.areEqual(left, right) }
    }
  }

  private func hash(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe ShortBytes.hash($0, seed: 1) }
  }
}
