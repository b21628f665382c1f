internal import PoolModel

/// One step of the proof that money is conserved, for the run or for one export.
struct WaterfallRow {
  /// Nil: the run.
  let export: ExportSummary?
  let side: PoolSide
  let step: String
  /// Nil for rounding and for signs turned by rules, which are in no row of their own.
  let rows: Int?
  /// In pounds, with every digit.
  let pounds: String

  /// In the order of the proof.
  static let steps = [
    "read", "kept", "refused", "totals", "set-aside", "rounding", "turned", "pooled", "outside",
    "eliminated",
  ]

  /// The steps of a waterfall.
  static func rows(of waterfall: Waterfall, export: ExportSummary?) -> [WaterfallRow] {
    let read = exactPounds(waterfall.read.amount, waterfall.readFraction)
    let tallies: [(Int?, String)] = [
      (waterfall.read.rows, read),
      (waterfall.kept.rows, waterfall.kept.amount.decimal),
      (waterfall.refused.rows, waterfall.refused.amount.decimal),
      (waterfall.totals.rows, waterfall.totals.amount.decimal),
      (waterfall.setAside.rows, waterfall.setAside.amount.decimal),
      (nil, exactPounds(.zero, waterfall.rounding)),
      (nil, waterfall.turned.decimal),
      (waterfall.pooled.rows, waterfall.pooled.amount.decimal),
      (waterfall.outside.rows, waterfall.outside.amount.decimal),
      (waterfall.eliminated.rows, waterfall.eliminated.amount.decimal),
    ]
    return zip(steps, tallies).map { step, tally in
      WaterfallRow(
        export: export, side: waterfall.side, step: step, rows: tally.0, pounds: tally.1)
    }
  }

  private static func exactPounds(_ amount: Money, _ fraction: PenceFraction) -> String {
    let unitsPerPenny = PenceFraction.unitsPerPenny
    guard fraction.units % unitsPerPenny != 0 else {
      return Money(pence: amount.pence + Int64(fraction.units / unitsPerPenny)).decimal
    }
    return PenceFraction(units: Int128(amount.pence) * unitsPerPenny + fraction.units).description
  }
}

extension PublishedTable where Row == WaterfallRow {
  static var waterfall: PublishedTable {
    PublishedTable(
      name: "waterfall",
      description: "The proof, for each side of the run and for each export: "
        + "read = kept + refused + totals + set-aside + rounding, "
        + "and kept + turned = pooled + outside + eliminated; turned is what rules that reverse signs "
        + "changed.",
      foreignKeys: [ForeignKey(column: "export", table: "exports", key: "path")],
      columns: [
        .text("scope", "The run or one export.", .required, oneOf: ["run", "export"]) {
          $0.export == nil ? "run" : "export"
        },
        .text("export", "The export's path. Empty: the run.") { $0.export?.path ?? "" },
        .side { $0.side },
        .text("step", "The step of the proof.", .required, oneOf: WaterfallRow.steps) { $0.step },
        .count("rows", "Records of the exports. Empty: a step that is in no row.", .optional) {
          $0.rows.map { Int64($0) }
        },
        .exactDecimal("pounds", "What they state, with every digit.", .required) { $0.pounds },
      ])
  }
}

extension PublishedTable where Row == ExportSummary {
  static var exports: PublishedTable {
    PublishedTable(
      name: "exports", description: "The exports of the run, as they were received.",
      primaryKey: ["path"],
      columns: [
        .text("path", "Relative to the workspace.", .required) { $0.path },
        .publisher { $0.publisher },
        .text("organisation", "The body that published it.") { $0.organisation },
        .text("sha256", "Of the file's bytes.", pattern: "[0-9a-f]{64}") { $0.sha256 },
        .count("bytes", "The file's size.") { $0.bytes },
        .text("layout", "The layout it was read with. Empty: none fits.") { $0.layout },
        .count("header_line", "The physical line of its header, from 1.", .optional) {
          Optional($0.headerLine).statedLine
        },
        .count("data_rows", "Records that gave lines.") { Int64($0.dataRows) },
        .count("blank_rows", "Blank records.") { Int64($0.blankRows) },
        .count("total_rows", "Records that print a total.") { Int64($0.totalRows) },
        .count("non_data_rows", "Titles, repeated headers and notes.") { Int64($0.nonDataRows) },
        .count("unparseable_rows", "Records that cannot be used.") { Int64($0.unparseableRows) },
        .poundsIfStated("printed_total_pounds", "The printed grand total.") { $0.printedTotal },
        .day("first_day", "The first day of payment.") { $0.firstDay },
        .day("last_day", "The last day of payment.") { $0.lastDay },
      ])
  }
}

extension PublishedTable where Row == Finding {
  static var findings: PublishedTable {
    PublishedTable(
      name: "findings", description: "Everything that was noticed, by place; none is left out.",
      columns: [
        .text("code", "What kind of thing it is.", .required) { $0.code.rawValue },
        .text(
          "severity", "How much it matters.", .required,
          oneOf: Severity.allCases.map(\.rawValue)
        ) { $0.code.severity.rawValue },
        .text("responsible", "Who must act.", .required, oneOf: ["publisher", "operator"]) {
          $0.code.responsible.rawValue
        },
        .text("file", "The file it is in.") { $0.position.file },
        .count("line", "The physical line, from 1. Empty: the file.", .optional) {
          Optional($0.position.line).statedLine
        },
        .count(
          "byte", "The offset of the record's first byte, from 0. Empty: not known.", .optional
        ) {
          $0.position.knownByte
        },
        .count("column", "The column, from 1. Empty: the record.", .optional) {
          $0.position.column.statedLine
        },
        .text("value", "The value as it was read.") { $0.value },
        .count("rows", "How many rows it speaks for.") { Int64($0.rows) },
        .poundsIfStated("pounds", "The money at stake.") { $0.atStake },
        .text("message", "What is the matter.", .required) { $0.message },
        .text("remedy", "What to do about it.") { $0.remedy },
      ])
  }
}
