/// One record of a small table, as texts.
package struct TableRecord: Sendable {
  /// The physical line of its first byte, from 1.
  package let line: Int
  /// The cells, unquoted and without outer blanks.
  package let cells: [String]
}

/// Reads a whole small table that is in memory, such as a mapping file.
package enum TableReader {
  /// All records that are not blank, in order.
  ///
  /// The bytes are UTF-8, with or without a byte-order mark, lines ended by LF, CRLF or CR. A quote
  /// that never ends takes the rest of the bytes into its cell.
  package static func records(of bytes: [UInt8]) -> [TableRecord] {
    var records: [TableRecord] = []
    forEachRecord(of: bytes) { records.append($0) }
    return records
  }

  /// Hands over all records that are not blank, in order, as ``records(of:)`` reads them, without
  /// keeping any.
  package static func forEachRecord<Failure>(
    of bytes: [UInt8], _ take: (TableRecord) throws(Failure) -> Void
  ) throws(Failure) {
    let batch = RecordBatch()
    let tokeniser = Tokeniser(isStrict: false)
    var (line, firstLine, start) = (0, 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var isOpen = false
    func endRecord() throws(Failure) {
      isOpen = false
      let cells = TableReader.texts(of: batch)
      batch.removeAll()
      if cells.contains(where: { !$0.isEmpty }) {
        try take(TableRecord(line: firstLine, cells: cells))
      }
    }
    while start < bytes.count {
      let end = lineEnd(in: bytes, from: start)
      line += 1
      if !isOpen { firstLine = line }
      isOpen = true
      let outcome = unsafe bytes.withUnsafeBytes { all in
        unsafe tokeniser.feed(UnsafeRawBufferPointer(rebasing: all[start..<end]), to: batch.sink)
      }
      if outcome == .ended { try endRecord() }
      start = end
    }
    if isOpen {
      unsafe tokeniser.finish(to: batch.sink)
      try endRecord()
    }
  }

  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
    guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return bytes.count
    }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }

  private static func texts(of batch: RecordBatch) -> [String] {
    (0..<batch.fieldCount).map { field in
      let (start, end) = unsafe (Int(batch.fieldEnds[field - 1]), Int(batch.fieldEnds[field]))
      // Safe: the ends lie within the batch's bytes, in order.
      return unsafe String(
        decoding: UnsafeBufferPointer(start: batch.bytes + start, count: end - start),
        as: UTF8.self)
    }
  }
}
