import Glibc
package import PoolModel
import Synchronization

/// An open export whose bytes do not belong to another format, as text that can be read at any
/// offset.
///
/// A plain file is read where it lies. A gzip archive, standard input, UTF-16 and lines that are
/// each one quoted cell are written as UTF-8 or other plain text into a nameless temporary file
/// first, in the folder that `TMPDIR` names, so that memory stays flat at any size. Byte positions,
/// and ``size``, then mean that unpacked text and not the file as it was received; a file's SHA-256
/// is always that of the file as received.
package final class ExportFile: Sendable {
  /// The path as it was given; `-` is standard input.
  package let path: String
  private let shownPath: String
  /// What was noticed while the text was unpacked.
  package let findings: [Finding]
  /// The encoding that the bytes had before they became UTF-8; nil: they were left as they are.
  let transcodedFrom: TextEncoding?
  private let text: FileBytes
  private let guess = Mutex<EncodingReading?>(nil)

  /// Why the text could not be read to its end, or a part of it again; nil: it always could.
  package var failure: Finding? {
    guard text.failure != 0 else { return nil }
    return ReceivedBytes(path: path, place: SourcePosition(file: shownPath))
      .unreadable(text.failure).finding
  }

  /// The size in bytes of the text when it was opened.
  package var size: Int64 { text.size }

  private init(
    received: ReceivedBytes, text: FileBytes, transcodedFrom: TextEncoding?, findings: [Finding]
  ) {
    path = received.path
    shownPath = received.place.file
    self.text = text
    self.transcodedFrom = transcodedFrom
    self.findings = findings
  }

  /// Opens an export: a file, or standard input where `path` is `-`.
  ///
  /// Gives the file, or the finding that says why it is none; findings name `shownPath`. Standard
  /// input can be opened once. Nothing waits: a terminal, a device and a named pipe are refused.
  package static func open(
    _ path: String, shownAs shownPath: String? = nil
  ) -> Result<ExportFile, ExportFault> {
    let received = ReceivedBytes(path: path, place: SourcePosition(file: shownPath ?? path))
    return Result { () throws(ExportFault) in try file(received) }
  }

  private static func file(_ received: ReceivedBytes) throws(ExportFault) -> ExportFile {
    let bytes = try received.open()
    do throws(ExportFault) {
      let file = try file(received, bytes)
      guard bytes.failure == 0 else { throw received.unreadable(bytes.failure) }
      return file
    } catch {
      // What was made of half a file is no fault of the publisher's.
      throw bytes.failure == 0 ? error : received.unreadable(bytes.failure)
    }
  }

  private static func file(
    _ received: ReceivedBytes, _ bytes: FileBytes
  ) throws(ExportFault) -> ExportFile {
    var text = bytes
    let isArchive = text.bytes(from: 0, to: 2) == GzipUnpacking.magic
    if isArchive {
      var unpacking = GzipUnpacking(text, received: received)
      text = try unpacking.unpack()
    }
    var encoding: TextEncoding?
    var findings: [Finding] = []
    let wide = ForeignFormat.wideText(text.bytes(from: 0, to: 4096))
    if case .utf16(let isBigEndian, let mark) = wide {
      encoding = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
      var transcoding = UTF16Transcoding(isBigEndian: isBigEndian)
      let outcome = try transcoding.transcode(text, from: mark, received: received)
      text = outcome.text
      if outcome.unreadable > 0 { findings = [finding(of: outcome, received)] }
    }
    try checkHoldsText(text, received, isArchive: isArchive)
    if let format = wide == .utf32 ? "UTF-32 text" : ForeignFormat.name(of: text) {
      throw received.fault(
        .exportNotCSV, "this is \(format), not CSV",
        "ask the publisher for CSV, or save the sheet as CSV (UTF-8)")
    }
    if LineUnquoting.applies(to: text) {
      var unquoting = LineUnquoting()
      text = try unquoting.unquote(text, received: received)
      findings.append(unquoting.finding(received))
    }
    return ExportFile(
      received: received, text: text, transcodedFrom: encoding, findings: findings)
  }

  private static func finding(
    of outcome: UTF16Transcoding.Outcome, _ received: ReceivedBytes
  ) -> Finding {
    Finding(
      .charactersUnreadable,
      at: SourcePosition(
        file: received.place.file, line: outcome.firstLine, byte: outcome.firstByte),
      rows: outcome.unreadable,
      message:
        "\(outcome.unreadable) characters of the UTF-16 text are broken and read as \u{FFFD}",
      remedy: "compare the names with the publisher's own copy")
  }

  /// Refuses a file that is empty, or has nothing but blanks and line ends.
  private static func checkHoldsText(
    _ text: FileBytes, _ received: ReceivedBytes, isArchive: Bool
  ) throws(ExportFault) {
    var hasText = false
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let wasRead = unsafe text.forEachPiece { piece, offset in
      let isMarked = unsafe offset == 0 && piece.starts(with: mark)
      hasText = unsafe piece.dropFirst(isMarked ? 3 : 0).contains {
        $0 != 0x20 && !(0x09...0x0D).contains($0)
      }
      return !hasText
    }
    guard wasRead else { throw received.unreadable(EIO) }
    if hasText { return }
    let message =
      if text.size > 0 { "the file holds nothing but blanks and line ends" } else if isArchive {
        "the archive holds an empty file"
      } else { "the file is empty" }
    throw received.fault(.exportEmpty, message, "ask the publisher for the export again")
  }

  /// Reads bytes of the text at an offset; fewer than asked for only at its end.
  ///
  /// Several threads may call it at once.
  ///
  /// - Returns: how many bytes were read; nil where the system reports an error.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
    unsafe text.read(into: buffer, at: offset)
  }

  /// The bytes from `start` up to `end`, such as one raw record; empty where they cannot be read.
  package func bytes(from start: Int64, to end: Int64) -> [UInt8] {
    text.bytes(from: start, to: end)
  }

  /// The offset of the first line that begins in a range; nil: none does, or it cannot be read.
  func firstLine(in range: Range<Int64>) -> Int64? { text.firstLine(in: range) }

  /// How the text is written, found from all its bytes.
  ///
  /// The first call reads the file once from end to end, later ones give what it found.
  package var encodingReading: EncodingReading {
    guess.withLock { known in
      if let known { return known }
      let reading = EncodingReading(of: text, transcodedFrom: transcodedFrom)
      known = reading
      return reading
    }
  }
}

/// Why a file cannot be read as an export.
package struct ExportFault: Error {
  /// The finding that says it.
  package let finding: Finding

  /// A fault told by a finding.
  package init(finding: Finding) { self.finding = finding }
}
