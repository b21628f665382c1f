internal import Crypto

/// A file of the data package, in memory until ``PoolsFolder`` writes it.
package struct PublishedFile: Hashable, Sendable {
  /// Its name in the folder, such as `pools.csv`.
  package let name: String
  /// Its contents.
  package let bytes: [UInt8]

  /// A file of that name and content.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The SHA-256 of the bytes, in 64 hexadecimal digits.
  package var sha256: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
