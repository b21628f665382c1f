import ExportReading
import Foundation
import Glibc

/// A nameless temporary file that holds one input after the other, so that readers of files can be
/// given bytes.
enum InputFile {
  private static let descriptor: Int32 = {
    var template = Array("\(NSTemporaryDirectory())/weir-fuzz-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    if descriptor >= 0 { unsafe unlink(template) }
    return descriptor
  }()

  /// The bytes as an export; it ends with the next call.
  static func open(_ bytes: [UInt8]) -> Result<ExportFile, ExportFault> {
    // Safe: the call reads no more than the bytes.
    let written = unsafe bytes.withUnsafeBytes { bytes in
      unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
    }
    precondition(written == bytes.count && ftruncate(descriptor, off_t(written)) == 0)
    return ExportFile.open("/proc/self/fd/\(descriptor)", shownAs: "input")
  }
}
