/// Works on elements side by side, at most `jobs` at a time, in order of their start.
///
/// `work` runs on other tasks; `collect` takes each result in the order in which they end.
func forEachConcurrently<Element: Sendable, Result: Sendable>(
  _ elements: some Sequence<Element>, jobs: Int,
  work: @escaping @Sendable (Element) async -> Result, collect: (Result) -> Void
) async {
  await withTaskGroup(of: Result.self) { group in
    var waiting = elements.makeIterator()
    for _ in 0..<max(1, jobs) {
      guard let element = waiting.next() else { break }
      group.addTask { await work(element) }
    }
    while let result = await group.next() {
      collect(result)
      if let element = waiting.next() { group.addTask { await work(element) } }
    }
  }
}
