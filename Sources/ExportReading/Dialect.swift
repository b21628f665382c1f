/// How an export sets its fields apart and protects text that holds the delimiter.
package struct Dialect: Hashable, Sendable {
  /// How a quote inside a quoted field is written.
  package enum Escape: String, CaseIterable, Sendable {
    /// As two quotes (RFC 4180).
    case doubled
    /// As a backslash and a quote.
    case backslash
  }

  /// The bytes between two fields, at least one; `, ` has two.
  package let delimiter: [UInt8]
  /// The byte around quoted fields; nil: quotes are text like any other.
  package let quote: UInt8?
  /// How a quote within a quoted field is written.
  package let escape: Escape

  /// A dialect; without a delimiter it has the comma.
  package init(
    delimiter: [UInt8] = [0x2C], quote: UInt8? = 0x22, escape: Escape = .doubled
  ) {
    self.delimiter = delimiter.isEmpty ? [0x2C] : delimiter
    self.quote = quote
    self.escape = escape
  }

  /// Commas, double quotes, doubled inside quoted fields: RFC 4180.
  package static let standard = Dialect()
}
