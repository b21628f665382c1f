/// A description that stands on lines of the same codes for several payees.
///
/// What one payee's lines say may say who is cared for; what stands beside many is the publisher's own
/// word for what is bought.
package struct SharedDescription: Hashable, Sendable {
  /// How many different payees it takes.
  package static let fewestPayees = 3

  /// Its codes' place in the file's ``ExportTexts/codes``.
  package var codes: Int32
  /// As published; without digits, and no longer than a label is.
  package var text: String
  /// How many lines have it.
  package var rows: Int

  /// A description.
  package init(codes: Int32, text: String, rows: Int) {
    self.codes = codes
    self.text = text
    self.rows = rows
  }
}
