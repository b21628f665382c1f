/// The outer form of a cell, by which a cell that slipped into another column is known.
struct CellForm: Hashable {
  private let signs: [UInt8]

  /// The form of a cell.
  ///
  /// Digits stand as 9, capital letters as A, small letters and those beyond ASCII as a, other bytes
  /// as they are. A run of letters counts once; so does one of digits unless `digits` counts them.
  init(_ cell: [UInt8], digits: Digits) {
    var signs: [UInt8] = []
    for byte in cell.prefix(CellForm.longest) {
      let sign = CellForm.sign(of: byte)
      let isRun = sign == signs.last && (sign == 0x61 || sign == 0x41 || sign == 0x20)
      let isDigitRun = sign == 0x39 && signs.last == 0x39 && digits == .asOne
      if !isRun, !isDigitRun { signs.append(sign) }
    }
    self.signs = signs
  }

  /// How runs of digits are told apart.
  enum Digits {
    case counted
    case asOne
  }

  /// Cells beyond this many bytes are text, whatever follows.
  private static let longest = 32

  static func sign(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: 0x39
    case 0x41...0x5A: 0x41
    case 0x61...0x7A, 0x80...: 0x61
    default: byte
    }
  }
}
