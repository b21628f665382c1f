/// What a single cell looks like, without knowing its column.
enum CellKind: UInt8 {
  /// Nothing but blanks.
  case blank
  /// A sign for a figure that is not there: `-`, `..`, `(NA)`, `x`.
  case missing
  /// A plain figure.
  case number
  /// A figure written as money: pound sign, thousands separators, or two decimals.
  case amount
  /// A day in any spelling.
  case date
  /// Letters and digits in one word: `R5806`.
  case code
  /// Everything else.
  case text

  /// Whether the cell stands where a figure stands.
  var isFigure: Bool { self == .number || self == .amount || self == .missing }
  /// Whether the cell has a value that a header rarely has.
  var isValue: Bool { self == .number || self == .amount || self == .date }
}

/// A cell with what was read from it once.
struct CellReading {
  var kind: CellKind
  /// The figure; nil for everything but numbers and amounts.
  var figure: Figure?
  /// Blanks before the text: how far a label is indented.
  var indent: Int

  static let blank = CellReading(kind: .blank, figure: nil, indent: 0)
}

extension CellReading {
  /// Reads a cell.
  init(_ cell: String) {
    if cell.isEmpty {
      self = .blank
      return
    }
    var bytes = Array(cell.utf8)
    let leading = CellReading.blankPrefix(bytes[...])
    let trailing = CellReading.blankSuffix(bytes[leading...])
    bytes = Array(bytes[leading..<(bytes.count - trailing)])
    self.init(kind: .text, figure: nil, indent: leading)
    guard !bytes.isEmpty else {
      self = .blank
      return
    }
    if let figure = Figure(bytes) {
      (kind, self.figure) = (figure.isMoney ? .amount : .number, figure)
    } else if MissingMark.matches(bytes) {
      kind = .missing
    } else if DayForm.matches(bytes) {
      kind = .date
    } else if CellReading.isCode(bytes) {
      kind = .code
    }
  }

  /// How many bytes of white space stand in front, no-break spaces and byte-order marks included.
  private static func blankPrefix(_ bytes: ArraySlice<UInt8>) -> Int {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if isSpace(bytes[place]) {
        place += 1
      } else if place + 1 < bytes.endIndex, bytes[place] == 0xC2, bytes[place + 1] == 0xA0 {
        place += 2
      } else if bytes[place...].starts(with: [0xEF, 0xBB, 0xBF]) {
        place += 3
      } else {
        break
      }
    }
    return place - bytes.startIndex
  }

  private static func blankSuffix(_ bytes: ArraySlice<UInt8>) -> Int {
    var end = bytes.endIndex
    while end > bytes.startIndex {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - 2 >= bytes.startIndex, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return bytes.endIndex - end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// One word with a digit in it, at most 24 bytes.
  private static func isCode(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 24 else { return false }
    var hasDigit = false
    for byte in bytes {
      if isSpace(byte) || byte >= 0x80 { return false }
      if (0x30...0x39).contains(byte) { hasDigit = true }
    }
    return hasDigit
  }
}
