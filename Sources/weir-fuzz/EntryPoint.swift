/// Replays inputs of the fuzzer; built with the fuzzer, that calls the targets itself.
@main
enum EntryPoint {
  static func main() {}
}
