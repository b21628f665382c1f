import ExportReading
import PoolModel

/// One layout of a source file.
struct LayoutBlock {
  static let keys = [
    "layout", "headers", "holds", "basis", "year", "columns", "amounts", "sign", "date-order",
    "set-aside", "header-rows", "row-total", "files",
  ]

  private enum Holding: String, CaseIterable { case payments, contributions }

  private let block: YAMLBlock
  private let headers: [String]
  private let foldedHeaders: Set<String>

  init(_ block: YAMLBlock) {
    self.block = block
    block.need("headers")
    headers = block.texts("headers").map(\.text)
    foldedHeaders = Set(FoldedText.headers(headers).filter { !$0.isEmpty })
  }

  /// The layout, with defaults where a key has a fault.
  var layout: SourceLayout {
    for key in ["holds", "basis", "columns", "amounts"] { block.need(key) }
    let holding = block.choice("holds", of: Holding.self)
    var layout = SourceLayout(
      name: block.neededText("layout")?.text ?? "", headers: headers,
      side: holding == .contributions ? .funding : .spending,
      basis: block.choice("basis") ?? .outturn, year: block.year("year"), columns: columns,
      amounts: amounts, sign: block.choice("sign") ?? .asPrinted,
      dateOrder: block.choice("date-order") ?? .dayFirst, notes: notes)
    layout.headerRows = headerRows
    layout.files = block.texts("files").compactMap(block.pattern)
    layout.rowTotal = header(block.text("row-total"))
    return layout
  }

  /// How many rows the header takes; 1 where the layout does not say.
  private var headerRows: Int {
    guard let text = block.text("header-rows") else { return 1 }
    if let rows = Int(text.text), (0...3).contains(rows) { return rows }
    block.file.reportUnreadable(
      text.place, "header-rows", text.text, remedy: "write 0, 1, 2 or 3")
    return 1
  }

  private var columns: [ColumnRole: String] {
    let roles = ColumnRole.allCases
    guard let block = block.block("columns", keys: roles.map(\.rawValue)) else { return [:] }
    var columns: [ColumnRole: String] = [:]
    for role in roles { columns[role] = header(block.text(role.rawValue)) }
    return columns
  }

  private var amounts: [AmountColumn] {
    var columns = RepeatedKeys(of: "the amount column")
    let keys = ["column", "unit", "year", "month", "label", "partner", "credits", "sign"]
    return block.blocks("amounts", keys: keys).compactMap { block in
      let unit = block.choice("unit", of: AmountColumn.Unit.self)
      let (month, partner) = (block.month("month"), partner(block))
      let (year, label) = (block.year("year"), block.text("label"))
      let (sign, credits) = (block.choice("sign", of: PrintedSign.self), credits(block))
      guard let text = block.neededText("column"), let header = header(text),
        columns.isNew(FoldedText.of(header), in: block.file, at: text.place)
      else { return nil }
      var column = AmountColumn(
        header: header, unit: unit ?? .pounds, year: year, month: month, label: label?.text,
        partner: partner)
      column.credits = credits
      column.isTakenAway = sign == .reversed
      return column
    }
  }

  /// The column that tells an amount column's credits, with the cells that say so.
  private func credits(_ amount: YAMLBlock) -> CreditMark? {
    guard let mark = amount.block("credits", keys: ["column", "cells"]) else { return nil }
    mark.need("cells")
    let cells = mark.texts("cells").compactMap(mark.pattern)
    guard let header = header(mark.neededText("column")) else { return nil }
    return CreditMark(header: header, cells: cells)
  }

  /// The body that an amount column stands for: it becomes the payee, so that no column may be.
  private func partner(_ amount: YAMLBlock) -> String? {
    guard let partner = amount.text("partner") else { return nil }
    let columns = block.block("columns", keys: ColumnRole.allCases.map(\.rawValue))
    guard columns?.node("supplier") == nil else {
      block.file.report(
        .mappingValueUnreadable, partner.place, value: partner.text,
        message: "the layout has a supplier column and a partner of an amount column",
        remedy: "write label in place of partner, or take the supplier column out")
      return nil
    }
    return partner.text
  }

  private var notes: [NoteRule] {
    block.blocks("set-aside", keys: ["column", "when", "unless"]).compactMap { block in
      let when = block.texts("when").compactMap(block.pattern)
      let unless = block.texts("unless").compactMap(block.pattern)
      if block.node("when") == nil && block.node("unless") == nil { block.need("when") }
      guard let header = header(block.neededText("column")) else { return nil }
      return NoteRule(header: header, when: when, unless: unless)
    }
  }

  /// The header that a key names; nil, with a finding, where the layout has no such header.
  private func header(_ text: YAMLText?) -> String? {
    guard let text else { return nil }
    // Without headers each of their names would be a further finding of the same fault.
    let folded = FoldedText.of(text.text)
    if foldedHeaders.isEmpty || foldedHeaders.contains(folded) || isPlaceOfBlank(folded) {
      return text.text
    }
    block.file.reportUnknown(
      .mappingValueUnreadable, text.place, "the column", text.text, known: headers,
      where: "the layout's headers")
    return nil
  }

  /// Whether a name is `Column 7` and the seventh header blank.
  private func isPlaceOfBlank(_ folded: String) -> Bool {
    guard let place = ColumnPlace.place(named: folded), headers.indices.contains(place) else {
      return false
    }
    return FoldedText.of(headers[place]).isEmpty
  }
}
