/// What a record below the header is.
enum RowClass: Equatable {
  /// Nothing in any cell.
  case blank
  /// The headers once more.
  case header
  /// Text that is no money: the layout's set-aside rules say so, or it names neither day nor money.
  case note
  /// A note that fills the payee's column.
  case payeeNote
  /// A printed total.
  case total
  /// A sum carried from or to another page or period.
  case carried
  /// A total if the rows above it make its amount, a payment otherwise; it names no payee, or a
  /// total beside a day and other cells.
  case totalIfSum
  /// The same with a payee whose name is like a total's label and with nothing else: in doubt where
  /// it is kept.
  case labelIfSum
  /// A payee or a group and an amount, without a day: a total where several rows above make it.
  case payeeIfNoSum
  /// A payee and an amount in a list without days or numbers: a total where it is the last row and
  /// all rows above make it.
  case lastIfSum
  /// A quote that never ends.
  case broken
  /// A row that should give lines.
  case payment

  /// Whether such a row may give lines.
  var mayBePayment: Bool {
    switch self {
    case .payment, .lastIfSum, .labelIfSum, .payeeIfNoSum, .totalIfSum: true
    case .blank, .broken, .carried, .header, .note, .payeeNote, .total: false
    }
  }
}
