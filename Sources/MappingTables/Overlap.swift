/// What counts where two exports of a publisher tell of the same month: a row of `overlaps` in a
/// source file.
package struct Overlap: Sendable {
  /// What counts.
  package enum Rule: String, CaseIterable, Sendable {
    /// The lines of both: they are different payments.
    case both
    /// The lines of the later export.
    case later
  }

  /// The exports that the row is about, by file name; either of the two may be one.
  package var file: CellPattern
  /// What counts.
  package var rule: Rule

  /// A row of `overlaps`.
  package init(file: CellPattern, rule: Rule) {
    self.file = file
    self.rule = rule
  }

  /// The rows of a source file.
  static func rows(_ root: YAMLBlock) -> [Overlap] {
    root.blocks("overlaps", keys: ["file", "counts", "note"]).compactMap { block in
      let pattern = block.neededText("file").flatMap(block.pattern)
      block.need("counts")
      let rule = block.choice("counts", of: Rule.self)
      return pattern.flatMap { file in rule.map { Overlap(file: file, rule: $0) } }
    }
  }
}
