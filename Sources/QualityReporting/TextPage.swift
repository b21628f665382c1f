internal import PoolModel

/// Text for a terminal of some width, line by line.
///
/// Every line passes through ``line(_:indent:)``, where characters that act on a terminal become
/// dots: nothing that an export holds can move the cursor, colour or turn the text.
struct TextPage {
  private(set) var text = ""
  let width: Int

  /// An empty page; text is wrapped to `width` characters, but at least to 40.
  init(width: Int) { self.width = max(width, 40) }

  /// A heading with an empty line before it, except at the top of the page.
  mutating func heading(_ title: String) {
    if !text.isEmpty { text += "\n" }
    line(title)
  }

  /// One line, however long.
  mutating func line(_ content: String, indent: Int = 0) {
    text += String(repeating: " ", count: indent)
    for scalar in content.unicodeScalars {
      text.unicodeScalars.append(scalar.actsOnTerminals ? "·" : scalar)
    }
    text += "\n"
  }

  /// A sentence, broken between words where it is longer than the page is wide.
  mutating func sentence(_ content: String, indent: Int = 0, bullet: String = "") {
    var current = bullet
    var isEmpty = true
    for word in content.split(separator: " ") {
      if !isEmpty, indent + current.count + 1 + word.count > width {
        line(current, indent: indent)
        current = String(repeating: " ", count: bullet.count) + word
      } else {
        current += (isEmpty ? "" : " ") + word
      }
      isEmpty = false
    }
    line(current, indent: indent)
  }

  /// A table; nothing where it has no rows.
  mutating func table(_ table: TextTable, indent: Int = 2) {
    for row in table.lines(width: width - indent) { line(row, indent: indent) }
  }
}
