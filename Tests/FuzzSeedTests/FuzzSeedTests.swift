import Foundation
import Testing

@testable import weir_fuzz

/// The fuzzer's seeds, given to its checks without the fuzzer.
// One at a time: the checks share a file and a batch.
@Suite(.serialized) struct FuzzSeedTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "FuzzSeeds")

  private static func seeds(of target: FuzzTarget) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: target.rawValue), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `every seed of a target holds, whole and cut`(target: FuzzTarget) throws {
    let seeds = try Self.seeds(of: target)
    #expect(!seeds.isEmpty)
    for seed in seeds {
      let bytes = [UInt8](try Data(contentsOf: seed))
      for end in stride(from: bytes.count, to: 0, by: -7) {
        #expect(target.fault(of: Array(bytes[..<end])) == nil, "\(seed.lastPathComponent), \(end)")
      }
    }
  }

  @Test func `every folder of seeds is that of a target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(folders == FuzzTarget.allCases.map(\.rawValue).sorted())
  }
}
