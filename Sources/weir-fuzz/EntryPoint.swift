import Foundation

/// Says something to the person who looks at the fuzzer.
func tell(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }

#if !FUZZING

  /// `weir-fuzz replay TARGET FILE…`: gives inputs to a target once more, such as one that the fuzzer
  /// found; built with the fuzzer, that calls the targets itself.
  @main
  enum EntryPoint {
    static func main() throws {
      let arguments = CommandLine.arguments.dropFirst()
      guard arguments.count >= 3, arguments.first == "replay",
        let target = FuzzTarget(rawValue: arguments[arguments.startIndex + 1])
      else {
        tell("usage: weir-fuzz replay TARGET FILE-OR-FOLDER…; targets: \(FuzzTarget.names)")
        exit(3)
      }
      var faults = 0
      for file in try arguments.dropFirst(2).flatMap(files) {
        // Said before the input is tried, because a target that traps says nothing.
        tell(file)
        guard let fault = target.fault(of: [UInt8](try Data(contentsOf: URL(filePath: file))))
        else { continue }
        tell("  \(fault)")
        faults += 1
      }
      exit(faults == 0 ? 0 : 2)
    }

    /// The file, or the files of the folder, in order.
    private static func files(of path: String) throws -> [String] {
      guard URL(filePath: path).hasDirectoryPath else { return [path] }
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        .map { "\(path)/\($0)" }
    }
  }
#endif
