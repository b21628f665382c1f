#if FUZZING
  import Glibc

  /// The target that the environment variable `WEIR_FUZZ_TARGET` names.
  private let chosenTarget: FuzzTarget = {
    let name = unsafe getenv("WEIR_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      stop("WEIR_FUZZ_TARGET is \"\(name)\", which is none of \(FuzzTarget.names)")
    }
    return target
  }()

  /// What libFuzzer calls with each input; a fault ends the program, so that libFuzzer keeps the
  /// input.
  @_cdecl("LLVMFuzzerTestOneInput")
  func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    // Safe: libFuzzer gives that many bytes for the length of the call.
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    if let fault = chosenTarget.fault(of: input) { stop("\(chosenTarget.rawValue): \(fault)") }
    return 0
  }

  private func stop(_ message: String) -> Never {
    tell("weir-fuzz: \(message)")
    abort()
  }
#endif
