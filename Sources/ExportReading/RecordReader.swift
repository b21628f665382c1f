package import PoolModel

/// Reads an export as records, a batch at a time; every record knows its physical line and bytes.
package final class RecordReader {
  private let file: ExportFile
  private var stream: RecordStream
  /// What spoke for the dialect; nil: the caller stated it.
  private let format: ExportFormat?
  /// What reads the records below the first batch where several threads do.
  private var parallel: ParallelRecords?
  private let threads: Int
  private let chunkBytes: Int
  /// What was noticed before the stream went on from where it stands.
  private var earlierFacts = ReadingFacts()
  /// The path that findings name.
  private let shownPath: String

  /// How many records a batch takes before it is handed on.
  package static let batchSize = 1024
  /// How many bytes each of several threads takes at a time, unless it is told otherwise.
  package static let usualChunkBytes = 1 << 20
  /// Up to this size one thread reads a file, so that its batches are the same for any number of
  /// threads.
  package static let mostBytesOfOneThread = Int64(usualChunkBytes) * 2
  /// How many bytes of fields it takes at most, beside those of its last record.
  static let batchBytes = 4 << 20

  /// A reader at the file's beginning.
  ///
  /// Lines that are not UTF-8 are decoded from `fallback`, or where that is nil from the encoding
  /// that the file's bytes speak for. `repairsMojibake` puts right what was misread before the file
  /// was written, such as `Â£`. Without a `dialect` the file's beginning decides it. Findings name
  /// `shownPath`. Records do not depend on `bufferSize`, the bytes that are read at a time (the
  /// buffer grows for longer records), nor on the number of `threads` or on the `chunkBytes` that
  /// each of them takes at a time.
  package init(
    _ file: ExportFile, fallback: FallbackEncoding? = nil, repairsMojibake: Bool = false,
    dialect: Dialect? = nil, limits: RecordLimits = RecordLimits(),
    bufferSize: Int = 1 << 20, threads: Int = 1, chunkBytes: Int = usualChunkBytes,
    shownAs shownPath: String? = nil
  ) {
    self.file = file
    self.shownPath = shownPath ?? file.path
    self.threads = threads
    self.chunkBytes = chunkBytes
    format = dialect == nil ? ExportFormat.of(file) : nil
    stream = RecordStream(
      file, decoder: TextDecoder(fallback: fallback, file: file, repairsMojibake: repairsMojibake),
      dialect: dialect ?? format?.dialect ?? .standard, limits: limits, bufferSize: bufferSize)
  }

  deinit {
    parallel?.stop()
    stream.scanner.free()
  }

  /// How the export is read.
  package var dialect: Dialect { stream.dialect }

  /// Where the next record begins.
  package var nextRecord: RecordStart { parallel?.nextRecord ?? stream.nextRecord }

  /// Goes to a place where a record begins.
  package func move(to start: RecordStart) {
    endParallel()
    stream.move(to: start)
  }

  /// Fills the batch with the next records, of those that begin before the offset `limit`.
  ///
  /// With a limit only one thread reads.
  ///
  /// - Returns: false at the limit or the end of the file, when the batch is empty.
  package func read(into batch: RecordBatch, before limit: Int64 = .max) -> Bool {
    batch.removeAll()
    if limit == .max { beginParallel() } else { endParallel() }
    if parallel != nil {
      parallel?.read(into: batch)
    } else {
      stream.read(into: batch, before: limit)
    }
    return !batch.records.isEmpty
  }

  /// Lets several threads read the rest of a large file, once its first batch has been read.
  private func beginParallel() {
    let left = file.size - stream.nextRecord.byte
    guard threads > 1, parallel == nil, stream.lineNumber > 0, left > Int64(chunkBytes) * 2 else {
      return
    }
    earlierFacts.merge(stream.facts, linesBefore: 0)
    stream.forgetFacts()
    parallel = ParallelRecords(from: stream, threads: threads, chunkBytes: chunkBytes)
  }

  private func endParallel() {
    guard let parallel else { return }
    earlierFacts.merge(parallel.factsSoFar, linesBefore: 0)
    stream.move(to: parallel.nextRecord)
    self.parallel?.stop()
    self.parallel = nil
  }

  /// A record's bytes as UTF-8, quotes, delimiters and line ends included.
  package func text(of place: RecordBatch.Place) -> [UInt8] {
    stream.text(of: file.bytes(from: place.byte, to: place.byteEnd))
  }

  /// What was noticed of the records that were read, with lines counted as theirs are.
  package var facts: ReadingFacts {
    var facts = earlierFacts
    if let parallel { facts.merge(parallel.factsSoFar, linesBefore: 0) }
    facts.merge(stream.facts, linesBefore: 0)
    return facts
  }

  /// What was noticed about the file as a whole once it has been read.
  package var findings: [Finding] {
    file.findings + (format?.findings(in: shownPath) ?? []) + facts.findings(in: shownPath)
  }
}
