/// The rest of a file's records, read by several threads and given in the file's order: the same
/// records, lines and facts as one thread gives.
///
/// The file is cut into chunks that are read ahead, each on the guess that its first line begins a
/// record. A chunk's turn comes when the place is known where the records before it end. Where that
/// is not the chunk's first line, because a quoted field runs across the cut or a quote is broken
/// before it, the stretch is read once more from the true place. What is read does not depend on
/// the records before it (``RecordStream``), so a chunk that began at the true place is right.
struct ParallelRecords {
  private var stream: RecordStream
  /// Where the record begins that is given next.
  private var position: RecordStart
  /// What was noticed of all records before the chunk or stretch whose turn it is.
  private var facts = ReadingFacts()
  private let queue: ChunkQueue
  private let size: ChunkSize
  /// The chunks that are being read or wait for their turn, in the file's order.
  private var ahead: [FileChunk] = []
  private var spare: [FileChunk] = []
  /// Where the next chunk begins.
  private var nextCut: Int64
  /// The batches of the chunk whose turn it is, with the lines that stand above it.
  private var ready: (chunk: FileChunk, next: Int, linesBefore: Int)?
  /// How far records are read without chunks; nil: chunks are next.
  private var stretchEnd: Int64?
  private var isAtEnd = false

  /// How a file is cut.
  struct ChunkSize {
    /// How many bytes a chunk has.
    let bytes: Int
    /// How many chunks are in memory at a time.
    let count: Int
    /// What a chunk's buffer has beside its bytes, so that its last record mostly needs no second
    /// look at the disk.
    static let margin = 1 << 15

    /// Chunks of so many bytes; of fewer where lines, of usually `usualLine` bytes, are so short that
    /// their places take more memory than they do.
    ///
    /// Two chunks more than threads keep all busy; more than ten would take too much memory.
    init(bytes: Int, threads: Int, usualLine: Int) {
      self.bytes = max(1, min(bytes, max(1, usualLine) * FileChunk.mostRecords))
      count = min(10, threads + 2)
    }
  }

  /// Reads on from where a stream stands, with its dialect and encoding.
  init(from stream: RecordStream, threads: Int, chunkBytes: Int) {
    self.stream = stream.another(bufferSize: chunkBytes)
    position = stream.nextRecord
    queue = ChunkQueue(threads: threads)
    let linesBefore = Int64(max(1, stream.nextRecord.line - 1))
    size = ChunkSize(
      bytes: chunkBytes, threads: threads, usualLine: Int(stream.nextRecord.byte / linesBefore))
    nextCut = position.byte
  }
}

extension ParallelRecords {
  /// Fills an empty batch with the next records; leaves it empty at the end of the file.
  mutating func read(into batch: RecordBatch) {
    while batch.records.isEmpty, !isAtEnd {
      if takeReady(into: batch) { return }
      if let stretchEnd {
        stream.read(into: batch, before: stretchEnd)
        if batch.records.isEmpty { endStretch(at: stretchEnd) }
      } else {
        takeChunk()
      }
    }
  }

  /// Where the next record begins.
  var nextRecord: RecordStart {
    if stretchEnd != nil { return stream.nextRecord }
    guard let ready, ready.next < ready.chunk.batches.count,
      let first = ready.chunk.batches[ready.next].records.first
    else { return position }
    return RecordStart(byte: first.byte, line: Int(first.line) + ready.linesBefore)
  }

  /// What was noticed of the records that were given.
  var factsSoFar: ReadingFacts {
    var all = facts
    if let ready, ready.next > 0 {
      all.merge(ready.chunk.facts[ready.next - 1], linesBefore: ready.linesBefore)
    }
    all.merge(stream.facts, linesBefore: 0)
    return all
  }

  /// Lets the threads go; it is not used again.
  mutating func stop() {
    queue.removeAll()
    stream.scanner.free()
  }

  /// Hands over the next batch of the chunk whose turn it is; false where there is none.
  private mutating func takeReady(into batch: RecordBatch) -> Bool {
    guard let current = ready else { return false }
    guard current.next < current.chunk.batches.count else {
      if let last = current.chunk.facts.last {
        facts.merge(last, linesBefore: current.linesBefore)
      }
      spare.append(current.chunk)
      ready = nil
      return false
    }
    batch.exchange(with: current.chunk.batches[current.next], linesBefore: current.linesBefore)
    ready?.next += 1
    return true
  }

  /// Takes the next chunk if it begins where the records before it end; otherwise has the stretch
  /// read from there.
  private mutating func takeChunk() {
    readAhead()
    guard let chunk = ahead.first else {
      isAtEnd = true
      return
    }
    chunk.wait(helping: queue)
    ahead.removeFirst()
    if chunk.firstByte == position.byte {
      let linesBefore = position.line - 1
      position = RecordStart(byte: chunk.end.byte, line: chunk.end.line + linesBefore)
      ready = (chunk, 0, linesBefore)
    } else {
      spare.append(chunk)
    }
    if position.byte < chunk.range.upperBound { beginStretch(to: chunk.range.upperBound) }
  }

  /// Cuts the next chunks off the file, as many as may be in memory.
  private mutating func readAhead() {
    while ahead.count + (ready == nil ? 0 : 1) < size.count, nextCut < stream.file.size {
      let end = nextCut + Int64(size.bytes)
      // The last one goes on to the end, wherever that is by then.
      let range = nextCut..<(end < stream.file.size ? end : .max)
      let chunk =
        spare.popLast() ?? FileChunk(like: stream, bufferSize: size.bytes + ChunkSize.margin)
      chunk.assign(range)
      ahead.append(chunk)
      queue.add(chunk)
      nextCut = range.upperBound
    }
  }

  private mutating func beginStretch(to end: Int64) {
    stretchEnd = end
    stream.move(to: position)
  }

  /// Goes on with chunks; where the stretch was not read to its end, the file ends there.
  private mutating func endStretch(at end: Int64) {
    position = stream.nextRecord
    facts.merge(stream.facts, linesBefore: 0)
    stream.forgetFacts()
    stretchEnd = nil
    if position.byte < end {
      isAtEnd = true
      queue.removeAll()
    }
  }
}
