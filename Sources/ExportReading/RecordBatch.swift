/// About a thousand records of an export: one run of UTF-8 bytes, and where each field and each
/// record in it ends.
///
/// The bytes stay bytes until a field is wanted, and the memory is used again for the next batch:
/// making a `String` of each field costs three to six times as much as finding its ends.
/// A batch belongs to one reader and is overwritten by its next call.
// Safe: the sink is allocated and freed here and lives as long as the batch.
@safe package final class RecordBatch {
  /// Where a record stands.
  package struct Place: Sendable {
    /// Its first field's place among the batch's fields.
    package var firstField: Int32
    /// How many fields it has; 0: a blank line.
    package var fieldCount: Int32
    /// The physical line of its first byte, from 1.
    package var line: Int32
    /// How many physical lines it takes.
    package var lineCount: Int32
    /// The offset in the file of its first byte, from 0.
    package var byte: Int64
    /// The offset of the byte after its line end.
    package var byteEnd: Int64
    /// Whether the reader could make nothing of it: a quote that never ends.
    package var isBroken: Bool
    /// The offset in the file of the quote at fault where it is broken.
    package var faultByte: Int64 = 0
  }

  /// The records, in the file's order.
  package internal(set) var records: [Place] = []
  private(set) var sink: UnsafeMutablePointer<TokenSink>

  /// An empty batch.
  package init() {
    unsafe sink = .allocate(capacity: 1)
    unsafe sink.initialize(
      to: TokenSink(
        byteCapacity: 1 << 18, fieldCapacity: 1 << 14, rowCapacity: RecordReader.batchSize))
    records.reserveCapacity(1100)
  }

  deinit {
    unsafe sink.pointee.free()
    unsafe sink.deallocate()
  }

  /// The bytes of all fields, one after the other without anything between them.
  ///
  /// Valid until the reader fills the batch again.
  package var bytes: UnsafePointer<UInt8> { unsafe UnsafePointer(sink.pointee.bytes) }

  /// Where each field ends in ``bytes``; it begins where the one before ends.
  ///
  /// Element -1 is 0.
  ///
  /// Valid until the reader fills the batch again.
  package var fieldEnds: UnsafePointer<Int32> { unsafe UnsafePointer(sink.pointee.ends) }

  /// How many bytes of fields the batch holds.
  var byteCount: Int { unsafe sink.pointee.byteCount }

  /// How many fields the batch holds.
  var fieldCount: Int { unsafe sink.pointee.endCount }

  func removeAll() {
    records.removeAll(keepingCapacity: true)
    unsafe sink.pointee.removeAll()
  }

  /// Hands the list of records out to be filled without a check at each; ``put(_:)`` gives it back.
  func takeRecords() -> [Place] {
    var taken: [Place] = []
    swap(&taken, &records)
    return taken
  }

  func put(_ filled: [Place]) { records = filled }

  /// Takes over another batch's records, with `linesBefore` more lines above them, and gives it this
  /// one's memory.
  func exchange(with other: RecordBatch, linesBefore: Int) {
    unsafe swap(&sink, &other.sink)
    swap(&records, &other.records)
    for place in records.indices {
      records[place].line = Int32(truncatingIfNeeded: Int(records[place].line) + linesBefore)
    }
  }

  /// One field as text.
  package func text(record: Int, field: Int) -> String {
    let place = records[record]
    guard field < Int(place.fieldCount) else { return "" }
    let index = Int(place.firstField) + field
    let (start, end) = unsafe (Int(fieldEnds[index - 1]), Int(fieldEnds[index]))
    // Safe: the ends lie within the batch's bytes, in order.
    return unsafe String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
  }

  /// All fields of a record as texts.
  package func texts(record: Int) -> [String] {
    (0..<Int(records[record].fieldCount)).map { text(record: record, field: $0) }
  }

  /// Whether a record has nothing but spaces and tabs in its fields.
  package func isBlank(record: Int) -> Bool {
    let place = records[record]
    guard place.fieldCount > 0 else { return !place.isBroken }
    let first = Int(place.firstField)
    let (start, end) = unsafe (fieldEnds[first - 1], fieldEnds[first + Int(place.fieldCount) - 1])
    // Safe: the ends lie within the batch's bytes, in order.
    return unsafe UnsafeBufferPointer(start: bytes + Int(start), count: Int(end - start))
      .allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
