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

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `amounts of random signs are read as the plain reading reads them`(seed: UInt64) {
    var state = seed
    for _ in 0..<4_000 {
      let bytes = (0..<Int(2 + state % 11)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 40)
      }
      #expect(FuzzTarget.amounts.fault(of: bytes) == nil, "\(bytes)")
    }
  }

  @Test func `every folder of seeds is that of a target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(folders == FuzzTarget.allCases.map(\.rawValue).sorted())
  }
}
