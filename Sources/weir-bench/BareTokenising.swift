import CLibCSV
import Glibc

/// libcsv alone with empty callbacks: the yardstick that every other figure is held against.
enum BareTokenising {
  private static let chunkSize = 1 << 20

  /// Feeds a file to libcsv a mebibyte at a time and drops what it finds.
  static func run(over path: String) throws(BenchError) {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BenchError.system("cannot read \(path)") }
    defer { close(descriptor) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 64)
    defer { unsafe chunk.deallocate() }
    var parser = unsafe csv_parser()
    unsafe _ = csv_init(&parser, 0)
    defer { unsafe csv_free(&parser) }
    while true {
      // Safe: the system writes no more than the chunk holds, and libcsv reads what was written.
      let count = unsafe read(descriptor, chunk.baseAddress, chunk.count)
      if count == 0 { break }
      guard count > 0,
        unsafe csv_parse(&parser, chunk.baseAddress, count, fieldEnded, recordEnded, nil) == count
      else { throw BenchError.system("cannot tokenise \(path)") }
    }
    unsafe _ = csv_fini(&parser, fieldEnded, recordEnded, nil)
  }

  private static let fieldEnded:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      _, _, _ in
    }

  private static let recordEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, _ in
  }
}
