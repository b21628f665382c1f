/// What a record below the header is.
enum RowClass: Equatable {
  /// Nothing in any cell.
  case blank
  /// The headers once more.
  case header
  /// Text that is no money: the layout's set-aside rules say so, or it names neither day nor money.
  case note
  /// A printed total.
  case total
  /// A total if the rows above it make its amount, a payment otherwise.
  case totalIfSum
  /// A quote that never ends.
  case broken
  /// A row that should give lines.
  case payment
}
