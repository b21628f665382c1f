import MappingTables
import PoolModel

/// One layout of a draft, line by line.
enum LayoutDraft {
  static func lines(_ group: SourceDraft.Group) -> [String] {
    let best = group.best
    let layout = best.guess.layout
    var lines = [
      "  # \(exports(group.readings.count)), such as \(best.file)",
      "  # header: \(best.guess.headerReason)",
      "  - layout: \(group.name)",
      "    headers: [\(layout.headers.map(quoted).joined(separator: ", "))]",
    ]
    if group.namesFiles {
      let files = group.readings.map { quoted(SourceDraft.pattern($0.file)) }
      lines.append("    files: [\(files.joined(separator: ", "))]")
    }
    if layout.headerRows != 1 { lines.append("    header-rows: \(layout.headerRows)") }
    lines += ["    holds: payments", "    basis: outturn"]
    if let year = layout.year { lines.append("    year: \(year)") }
    lines += columns(group) + amounts(best.guess)
    return lines + dates(group) + open(group)
  }

  static func exports(_ count: Int) -> String {
    count == 1 ? "1 export" : "\(count) exports"
  }

  private static func columns(_ group: SourceDraft.Group) -> [String] {
    let guess = group.best.guess
    // Without an order a layout would read its dates with the day first.
    let open = guess.layout.hasOpenDateOrder && group.dateOrder == nil
    let columns = ColumnRole.allCases.compactMap { role in
      guess.layout.columns[role].map { (role, $0) }
    }
    func line(_ role: ColumnRole, _ header: String) -> String {
      "      \(role.rawValue): \(quoted(header))\(reasons(guess, header))"
    }
    let stated = columns.filter { $0.0 != .date || !open }.map(line)
    let left =
      open ? columns.filter { $0.0 == .date }.map { "    # with date-order:\(line($0, $1))" } : []
    return (stated.isEmpty ? ["    columns: {}"] : ["    columns:"] + stated) + left
  }

  private static func amounts(_ guess: LayoutGuess) -> [String] {
    guard !guess.layout.amounts.isEmpty else { return [] }
    var lines = ["    amounts:"]
    for amount in guess.layout.amounts { lines += self.amount(amount, guess) }
    if let total = guess.layout.rowTotal {
      lines.append("    row-total: \(quoted(total))  # the sum of the amounts of a row, a check")
    }
    return lines + leftOut(guess)
  }

  /// The columns of money that are no amounts, as comments.
  private static func leftOut(_ guess: LayoutGuess) -> [String] {
    let read = guess.layout.amounts.map(\.header) + [guess.layout.rowTotal].compactMap(\.self)
    return guess.evidence.filter(\.isOfMoney).compactMap { evidence in
      let name = ColumnPlace.name(evidence.column, among: guess.layout.headers)
      guard !read.contains(name) else { return nil }
      return "    # not read: \(quoted(name)), \(evidence.role.rawValue), "
        + evidence.reasons.joined(separator: "; ")
    }
  }

  private static func amount(_ amount: AmountColumn, _ guess: LayoutGuess) -> [String] {
    var lines = ["      - column: \(quoted(amount.header))\(reasons(guess, amount.header))"]
    if amount.unit != .pounds { lines.append("        unit: \(amount.unit.rawValue)") }
    if let year = amount.year { lines.append("        year: \(year)") }
    if let month = amount.month { lines.append("        month: \(month.description.prefix(7))") }
    if let label = amount.label { lines.append("        label: \(quoted(label))") }
    if amount.isTakenAway { lines.append("        sign: reversed") }
    if let partner = amount.partner { lines.append("        partner: \(quoted(partner))") }
    if let credits = amount.credits {
      let cells = credits.cells.compactMap(\.exactText).map(quoted).joined(separator: ", ")
      lines += [
        "        # CONFIRM: no figure is negative; those beside these cells count as credits",
        "        credits: {column: \(quoted(credits.header)), cells: [\(cells)]}",
      ]
    }
    return lines
  }

  private static func dates(_ group: SourceDraft.Group) -> [String] {
    guard let column = group.best.guess.layout.columns[.date] else { return [] }
    guard let order = group.dateOrder else {
      return group.best.guess.layout.hasOpenDateOrder
        ? [] : ["    # CONFIRM: no cell of \(quoted(column)) is read as a date"]
    }
    let open = group.readings.filter { $0.guess.dateOrder.map { $0.order == nil } ?? false }
    let settled = group.readings.first { $0.guess.dateOrder?.order == order }
    var lines = (settled?.guess.dateOrder?.reasons ?? []).map { "    # \($0)" }
    if !open.isEmpty {
      lines.append(
        "    # CONFIRM: \(exports(open.count)) can be read either way, such as \(open[0].file)")
    }
    return lines + ["    date-order: \(order.rawValue)"]
  }

  /// What a person must say before the layout is whole, each once with the first file that asks.
  ///
  /// Orders of dates that one file leaves open another may settle.
  private static func open(_ group: SourceDraft.Group) -> [String] {
    var seen: Set<String> = []
    return group.readings.flatMap { reading in
      reading.guess.findings.filter {
        $0.code == .columnAmbiguous || reading.file == group.best.file
      }
      .filter { seen.insert($0.message).inserted }
      .map { "    # CONFIRM: \(reading.file): \($0.message)" }
    }
  }

  private static func reasons(_ guess: LayoutGuess, _ header: String) -> String {
    let evidence = guess.evidence.first { evidence in
      ColumnPlace.name(evidence.column, among: guess.layout.headers) == header
    }
    guard let evidence else { return "" }
    let doubt = evidence.score < 60 ? "CONFIRM: " : ""
    return "  # \(doubt)\(evidence.role.rawValue), \(evidence.reasons.joined(separator: "; "))"
  }
}
