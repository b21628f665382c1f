/// A table as Markdown: the first column to the left, the others to the right.
struct MarkdownTable {
  let headings: [String]
  var rows: [[String]] = []

  /// The table, a line each row.
  var text: String {
    let rule = "|---|" + String(repeating: "---:|", count: headings.count - 1)
    return ([MarkdownTable.line(headings), rule] + rows.map(MarkdownTable.line))
      .joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
