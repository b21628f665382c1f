import ExportReading

/// The keys of a source file that say how fields are set apart and quoted.
struct StatedDialect {
  private enum Delimiter: String, CaseIterable {
    case comma, semicolon, tab, bar, space
    case commaSpace = "comma-space"

    var bytes: [UInt8] {
      switch self {
      case .comma: [0x2C]
      case .semicolon: [0x3B]
      case .tab: [0x09]
      case .bar: [0x7C]
      case .space: [0x20]
      case .commaSpace: [0x2C, 0x20]
      }
    }
  }

  private enum Quote: String, CaseIterable {
    case double, single, none

    var byte: UInt8? {
      switch self {
      case .double: 0x22
      case .single: 0x27
      case .none: nil
      }
    }
  }

  /// The dialect; nil where no key states anything of it.
  ///
  /// What is left out is that of RFC 4180.
  let dialect: Dialect?

  init(_ root: YAMLBlock) {
    let delimiter = root.choice("delimiter", of: Delimiter.self)
    let quote = root.choice("quote", of: Quote.self)
    let escape = root.choice("escape", of: Dialect.Escape.self)
    guard delimiter != nil || quote != nil || escape != nil else {
      dialect = nil
      return
    }
    dialect = Dialect(
      delimiter: (delimiter ?? .comma).bytes, quote: (quote ?? .double).byte,
      escape: escape ?? .doubled)
  }
}
