/// An input of the fuzzer as a cell: one byte of choices, then the cell's own bytes.
///
/// Half of the choices spell the bytes with a short alphabet, because few runs of arbitrary bytes
/// look like a figure.
struct CellInput {
  /// What the first byte chooses, but for the alphabet.
  let choice: Int
  /// The cell.
  let cell: [UInt8]
  /// Whether only characters of the alphabet stand in the cell.
  let isSpelled: Bool

  init(_ input: [UInt8], alphabet: [String]) {
    let first = Int(input.first ?? 0)
    choice = first / 2
    isSpelled = first.isMultiple(of: 2)
    let rest = input.dropFirst()
    cell =
      isSpelled ? rest.flatMap { alphabet[Int($0) % alphabet.count].utf8 } : Array(rest)
  }

  /// The cell's bytes as a number, the first eight of them.
  var number: UInt64 { cell.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
