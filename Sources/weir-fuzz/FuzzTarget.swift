/// A part of Weir that takes any bytes, with what must hold of it whatever they are.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// The bytes of an export, as text.
  case decoder
  /// The first bytes of an export, for its dialect.
  case dialect
  /// The bytes of an export, as records.
  case records
  /// The bytes of an export, as records that several threads read.
  case parallel
  /// The bytes of an export, as the one table in it.
  case extract
  /// The rows of an export, to find its tables in.
  case tables
  /// Amount cells.
  case amounts
  /// Date cells.
  case dates

  /// What does not hold for an input; nil: all does.
  package func fault(of input: [UInt8]) -> String? {
    switch self {
    case .decoder: DecoderCheck.fault(of: input)
    case .dialect: DialectCheck.fault(of: input)
    case .records: RecordsCheck.fault(of: input)
    case .parallel: ParallelCheck.fault(of: input)
    case .extract: ExtractCheck.fault(of: input)
    case .tables: TablesCheck.fault(of: input)
    case .amounts: AmountsCheck.fault(of: input)
    case .dates: DatesCheck.fault(of: input)
    }
  }
}

extension FuzzTarget {
  /// All names, for a message.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
