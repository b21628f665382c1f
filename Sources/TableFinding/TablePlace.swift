/// Where one table stands in a sheet.
struct TablePlace {
  var header: Range<Int>
  /// From the first body row to the last.
  var body: Range<Int>
  var found: FoundTable
}

/// Cuts a sheet into tables.
struct TablePlaces {
  /// The tables in order; a header that says the same as the one before is a repeated one and begins
  /// no new table.
  func places(in sheet: TableSheet) -> [TablePlace] {
    var places: [TablePlace] = []
    for body in bodies(of: sheet) {
      let start = places.last?.body.upperBound ?? 0
      let header = HeaderSearch().rows(in: sheet, from: start, to: body.lowerBound)
      if let last = places.last, header.isEmpty || isSame(header, last.header, sheet) {
        places[places.count - 1].body = last.body.lowerBound..<body.upperBound
        continue
      }
      places.append(place(header, body, sheet))
    }
    if places.isEmpty { return headerAlone(sheet).map { [$0] } ?? [] }
    return places.map { place($0.header, $0.body, sheet) }
  }

  /// A table that has nothing but a header: the one row with two cells or more.
  private func headerAlone(_ sheet: TableSheet) -> TablePlace? {
    let rows = sheet.rows.indices.filter {
      sheet.shapes[$0].filled.count > 1 && sheet.shapes[$0].count(where: \.isValue) == 0
    }
    guard let row = rows.first, rows.count == 1 else { return nil }
    return place(row..<(row + 1), (row + 1)..<(row + 1), sheet)
  }

  /// Runs of body rows, cut where rows that may be a header stand between them.
  private func bodies(of sheet: TableSheet) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for row in sheet.rows.indices where sheet.isBody[row] {
      if let last = runs.last, !mayBeHeader(sheet, last.upperBound..<row) {
        runs[runs.count - 1] = last.lowerBound..<(row + 1)
      } else {
        runs.append(row..<(row + 1))
      }
    }
    return runs
  }

  /// Words over two columns of figures, or over one with nothing at the left; no figure beside them.
  private func mayBeHeader(_ sheet: TableSheet, _ rows: Range<Int>) -> Bool {
    rows.contains { row in
      if sheet.beginsBlock(row) { return true }
      let shape = sheet.shapes[row]
      let over = shape.filled.count {
        sheet.profile(row).content($0) != .text && shape.kind($0) == .text
      }
      guard over >= 2 || (over == 1 && shape.filled[0] > 0) else { return false }
      return !shape.filled.contains { shape.kind($0).isValue } || shape.isRowOfYears
    }
  }

  private func isSame(_ header: Range<Int>, _ earlier: Range<Int>, _ sheet: TableSheet) -> Bool {
    header.count == earlier.count
      && zip(header, earlier).allSatisfy { sheet.rows[$0].cells == sheet.rows[$1].cells }
  }

  private func place(_ header: Range<Int>, _ body: Range<Int>, _ sheet: TableSheet) -> TablePlace {
    let width =
      (header.map { sheet.shapes[$0].cells.count } + body.map { sheet.shapes[$0].cells.count })
      .max() ?? 0
    let headers = HeaderJoin.headers(sheet.rows[header], width: width)
    let named = headers.count { !$0.isEmpty }
    return TablePlace(
      header: header, body: body,
      found: FoundTable(
        headerRows: header, headers: headers, dataRows: body, width: width,
        reason: header.isEmpty
          ? "no row above the first figures names the columns"
          : "\(named) of \(width) columns are named above the first figures"))
  }
}
