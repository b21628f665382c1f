import Glibc
import PoolModel

/// Takes the outer quotes off the lines of an export each of which was written as one quoted cell, as
/// a spreadsheet does that has opened CSV as text: `"1 May,Oak,""1,250.00"""`.
///
/// Lines keep their number; lines that are not written so stay as they are.
struct LineUnquoting {
  private static let sampleBytes: Int64 = 64 << 10
  private static let fewestLines = 3
  /// Two cells may be a name and a first name in one column.
  private static let fewestCells = 3
  private static let quote: UInt8 = 0x22
  private static let delimiters: [[UInt8]] = [[0x2C], [0x3B], [0x09], [0x7C]]

  /// How many lines were taken out of their quotes, and the first of them, from 1.
  private(set) var count = 0
  private(set) var firstLine = 0
  private var line = 0
  /// The beginning of a line that a piece's end cuts.
  private var open: [UInt8] = []
  private var output: [UInt8] = []

  /// Whether nearly all lines of a file's beginning are one quoted cell, and together rows of one
  /// width.
  static func applies(to text: FileBytes) -> Bool {
    let sample = DialectSample(
      text.bytes(from: 0, to: sampleBytes), isWhole: text.size <= sampleBytes)
    let inner = sample.lines.compactMap { row(in: withoutEnd(sample.bytes[$0])) }
    guard inner.count >= fewestLines, inner.count * 10 >= sample.lines.count * 9 else {
      return false
    }
    return delimiters.contains { delimiter in
      var widths: [Int: Int] = [:]
      for row in inner {
        let cells = SoundCells(row, dialect: Dialect(delimiter: delimiter))?.cells.count ?? 0
        widths[cells, default: 0] += 1
      }
      return widths.contains { $0.key >= fewestCells && $0.value * 10 >= inner.count * 9 }
    }
  }

  /// The text of a file with the quotes taken off.
  mutating func unquote(
    _ file: FileBytes, received: ReceivedBytes
  ) throws(ExportFault) -> FileBytes {
    guard var spool = SpoolFile() else { throw received.notKept(errno) }
    var offset: Int64 = 0
    while offset < file.size {
      let bytes = file.bytes(from: offset, to: offset + Int64(FileBytes.pieceSize))
      if bytes.isEmpty { throw received.unreadable(EIO) }
      offset += Int64(bytes.count)
      take(bytes, isLast: offset >= file.size)
      unsafe output.withUnsafeBytes { unsafe spool.append($0) }
      output.removeAll(keepingCapacity: true)
    }
    return try received.kept(spool.finish())
  }

  /// What is to be told of it.
  func finding(_ received: ReceivedBytes) -> Finding {
    Finding(
      .rowRepaired, at: SourcePosition(file: received.place.file, line: firstLine), rows: count,
      message: "\(count) lines are one quoted cell that holds a whole row: the outer quotes are "
        + "taken off",
      remedy: "compare a few rows with the publisher's own copy")
  }

  /// Takes the next bytes of the file, cut anywhere.
  private mutating func take(_ bytes: [UInt8], isLast: Bool) {
    open += bytes
    var start = 0
    while let end = open[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      // A CR at the piece's end may be half of a line end.
      if end + 1 == open.count, !isLast { break }
      let isPair = open[end] == 0x0D && end + 1 < open.count && open[end + 1] == 0x0A
      let next = end + (isPair ? 2 : 1)
      put(open[start..<end], lineEnd: open[end..<next])
      start = next
    }
    open.removeSubrange(..<start)
    if isLast || open.count > LineScanner.longestLine {
      if !open.isEmpty { put(open[...], lineEnd: []) }
      open.removeAll()
    }
  }

  private mutating func put(_ content: ArraySlice<UInt8>, lineEnd: ArraySlice<UInt8>) {
    line += 1
    if let row = LineUnquoting.row(in: content) {
      if count == 0 { firstLine = line }
      count += 1
      output += row
    } else {
      output += content
    }
    output += lineEnd
  }

  /// The row that a line holds which is one quoted cell; nil for other lines.
  private static func row(in line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.count > 2, line.first == quote, line.last == quote,
      let cells = SoundCells(Array(line), dialect: .standard)?.cells, cells.count == 1
    else { return nil }
    return cells[0].bytes
  }

  private static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    return line
  }
}
