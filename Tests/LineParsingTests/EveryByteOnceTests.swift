import ImportTestSupport
import PoolModel
import Testing

@testable import LineParsing

/// Kept, refused and set aside rows make up the file, whatever its publisher did to it.
struct EveryByteOnceTests {
  @Test(arguments: 1...150) func `Every byte and every line belongs to one record`(
    seed: UInt64
  ) throws {
    let written = PollutedExport(seed: seed)
    let read = try AccountedExport(written.bytes, .payments)
    #expect(read.strays == [])
    let bytes = read.records.map(\.bytes)
    #expect(bytes.first?.lowerBound == 0 && bytes.last?.upperBound == written.bytes.count)
    #expect(zip(bytes, bytes.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    let lines = read.records.map(\.lines)
    #expect(lines.first?.lowerBound == 1)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(read.records.first { $0.bytes == read.header }?.fate == .setAside)
  }

  @Test(arguments: 1...150) func `The counts of the summary are those of the records`(
    seed: UInt64
  ) throws {
    let read = try AccountedExport(PollutedExport(seed: seed).bytes, .payments)
    let summary = read.summary
    #expect(summary.waterfall.read.rows == read.records.count)
    #expect(summary.dataRows == read.count(.kept))
    #expect(summary.unparseableRows == read.count(.refused))
    // The header is counted with none of the three.
    #expect(
      summary.blankRows + summary.totalRows + summary.nonDataRows + 1 == read.count(.setAside))
    #expect(summary.waterfall.kept.amount.pence == read.kept)
    var waterfall = summary.waterfall
    waterfall.outside = waterfall.kept
    #expect(waterfall.imbalances == [])
  }

  @Test(arguments: 1...150) func `No payment is set aside, whatever stands around it`(
    seed: UInt64
  ) throws {
    let written = PollutedExport(seed: seed)
    let read = try AccountedExport(written.bytes, .payments)
    let setAside = read.records.filter { $0.fate == .setAside }.map(\.bytes)
    for row in written.rows where [.payment, .fault, .quoteFault].contains(row.kind) {
      #expect(!setAside.contains { $0.overlaps(row.bytes) }, "\(row)")
    }
  }

  @Test(arguments: 1...150) func `No kept row swallows another payment`(seed: UInt64) throws {
    let written = PollutedExport(seed: seed)
    let payments = written.rows.filter { [.payment, .fault, .quoteFault].contains($0.kind) }
    let read = try AccountedExport(written.bytes, .payments)
    for record in read.records where record.fate == .kept {
      #expect(payments.count { $0.bytes.overlaps(record.bytes) } == 1, "\(record)")
    }
  }

  @Test(arguments: 1...150) func `Where all quotes are sound, every row is what it was written as`(
    seed: UInt64
  ) throws {
    let written = PollutedExport(seed: seed)
    guard !written.hasQuoteFaults else { return }
    let read = try AccountedExport(written.bytes, .payments)
    #expect(read.records.map(\.bytes) == written.rows.map(\.bytes))
    #expect(read.kept == written.pence(of: .payment))
    #expect(read.summary.dataRows == written.count(of: .payment))
    #expect(read.summary.unparseableRows == written.count(of: .fault))
    #expect(read.summary.totalRows == written.count(of: .total))
    #expect(read.summary.blankRows == written.count(of: .blank))
    #expect(!read.findings.contains { $0.code == .totalDiffers })
  }
}
