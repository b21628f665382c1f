/// That one export takes the place of another: a row of `supersedes` in a source file.
package struct Reissue: Sendable {
  /// The exports that are corrected re-issues, by file name.
  package var file: CellPattern
  /// The exports whose place they take, by file name.
  package var replaces: CellPattern

  /// A row of `supersedes`.
  package init(file: CellPattern, replaces: CellPattern) {
    self.file = file
    self.replaces = replaces
  }

  /// The rows of a source file.
  static func rows(_ root: YAMLBlock) -> [Reissue] {
    root.blocks("supersedes", keys: ["file", "replaces", "note"]).compactMap { block in
      let patterns = ["file", "replaces"].map { key in
        block.need(key)
        return block.neededText(key).flatMap(block.pattern)
      }
      guard let file = patterns[0], let replaced = patterns[1] else { return nil }
      return Reissue(file: file, replaces: replaced)
    }
  }
}
