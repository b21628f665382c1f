import Dispatch
import Synchronization

/// A stretch of a file that is read ahead of its turn, on whichever thread has time.
///
/// It begins with the first line that begins in the stretch, as if a record began there: whether one
/// does is seen once the stretch before has been read.
// Safe to send: it is read by the one thread that took it from the queue, and used after ``wait()``.
final class FileChunk: @unchecked Sendable {
  /// The bytes in which its records begin.
  private(set) var range: Range<Int64> = 0..<0
  /// The offset of its first line; nil: no line begins in the stretch.
  private(set) var firstByte: Int64?
  /// Where the record after its last begins; lines are counted from 1 at ``firstByte``.
  private(set) var end = RecordStart.ofFile
  /// Its records, with lines counted so.
  var batches: ArraySlice<RecordBatch> { allBatches[..<filledBatches] }
  /// What was noticed of the records up to the end of each batch.
  private(set) var facts: [ReadingFacts] = []

  private var stream: RecordStream
  private var allBatches: [RecordBatch] = []
  private var filledBatches = 0
  private let isRead = Atomic(false)
  private let readingEnded = DispatchSemaphore(value: 0)

  /// How many records a stretch is to have at most.
  static let mostRecords = 1 << 14
  /// The most batches of one stretch, so that a stretch of lines shorter than usual takes no more
  /// memory than others: the rest of it is read in its turn.
  private static let mostBatches = 2 * mostRecords / RecordReader.batchSize

  /// A chunk that reads as `stream` does.
  init(like stream: RecordStream, bufferSize: Int) {
    self.stream = stream.another(bufferSize: bufferSize)
  }

  deinit { stream.scanner.free() }

  /// Makes it that of another stretch.
  func assign(_ range: Range<Int64>) {
    self.range = range
    isRead.store(false, ordering: .relaxed)
  }

  /// Reads the stretch.
  func read() {
    filledBatches = 0
    facts.removeAll(keepingCapacity: true)
    stream.forgetFacts()
    firstByte = stream.file.firstLine(in: range)
    if let firstByte {
      stream.move(to: RecordStart(byte: firstByte, line: 1))
      while filledBatches < FileChunk.mostBatches, readBatch() {}
    }
    end = stream.nextRecord
    stream.scanner.shrink()
    isRead.store(true, ordering: .releasing)
    readingEnded.signal()
  }

  private func readBatch() -> Bool {
    if filledBatches == allBatches.count { allBatches.append(RecordBatch()) }
    let batch = allBatches[filledBatches]
    batch.removeAll()
    stream.read(into: batch, before: range.upperBound)
    if batch.records.isEmpty { return false }
    filledBatches += 1
    facts.append(stream.facts)
    return true
  }

  /// Waits until it is read, and meanwhile reads others that no thread has taken yet.
  func wait(helping queue: ChunkQueue) {
    while !isRead.load(ordering: .acquiring) {
      if let other = queue.take() { other.read() } else { readingEnded.wait() }
    }
  }
}

/// The chunks that wait for a thread, in the file's order.
final class ChunkQueue: Sendable {
  private struct State {
    var waiting: [FileChunk] = []
    var workers = 0
  }

  private let state = Mutex(State())
  /// How many threads read beside the one that takes the records.
  private let mostWorkers: Int

  /// A queue for so many threads, the one that takes the records among them.
  init(threads: Int) { mostWorkers = threads - 1 }

  /// Adds a chunk, and another thread where there may be one more.
  func add(_ chunk: FileChunk) {
    let needsWorker = state.withLock { state in
      state.waiting.append(chunk)
      guard state.workers < mostWorkers else { return false }
      state.workers += 1
      return true
    }
    // A worker never waits for another task, so it ends on however few threads it runs.
    if needsWorker { Task.detached { self.work() } }
  }

  /// The next chunk that no thread has taken; nil: there is none.
  func take() -> FileChunk? {
    state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }

  /// Forgets the chunks that no thread has taken.
  func removeAll() { state.withLock { $0.waiting.removeAll() } }

  private func work() {
    while let chunk = takeOrLeave() { chunk.read() }
  }

  /// The next chunk; nil, with the worker no longer counted, where there is none.
  private func takeOrLeave() -> FileChunk? {
    state.withLock { state in
      if state.waiting.isEmpty {
        state.workers -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
