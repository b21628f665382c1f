import ExportReading
import Testing

/// Two engines, one plain and one fast, on the same made-up files.
struct RecordReaderAgainstReferenceTests {
  @Test(arguments: 1...300) func `The reader gives what the plain reader gives`(seed: UInt64) throws
  {
    let file = MadeUpCSV(seed: seed)
    let characters = MadeUpCSV.characters[file.fallback, default: [:]]
    let read = try WholeExport(file.bytes, fallback: file.fallback)
    #expect(read.records == ReferenceCSV.records(of: file.bytes, characters: characters))
    #expect(read.takesUp(file.bytes.count))
    #expect(read.brokenLines == [])
  }
}
