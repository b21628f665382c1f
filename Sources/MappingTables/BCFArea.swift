package import PoolModel

/// An area of the Better Care Fund, a Health and Wellbeing Board's: a row of `mappings/bcf/areas.csv`.
package struct BCFArea: Hashable, Sendable {
  /// Weir's own id, such as `BCF-NORTH-YORKSHIRE`; never reused.
  package var area: String
  /// For people.
  package var name: String
  /// Its first day; nil: before all plans.
  package var from: CalendarDay?
  /// Its last day; nil: it stands.
  package var to: CalendarDay?

  /// An area with its dates.
  package init(area: String, name: String, from: CalendarDay?, to: CalendarDay?) {
    self.area = area
    self.name = name
    self.from = from
    self.to = to
  }
}

/// A body's part in an area on some days: a row of `mappings/bcf/area-bodies.csv`.
///
/// An area can have several councils and several NHS bodies, and a body several areas.
package struct BCFAreaBody: Hashable, Sendable {
  /// What the body is in the area.
  package enum Role: String, CaseIterable, Sendable {
    case council
    case nhs
  }

  /// The area's id.
  package var area: String
  /// The organisation id.
  package var body: String
  /// What it is there.
  package var role: Role
  /// Its first day there; nil: the area's.
  package var from: CalendarDay?
  /// Its last day there; nil: the area's.
  package var to: CalendarDay?

  /// A link with its dates.
  package init(area: String, body: String, role: Role, from: CalendarDay?, to: CalendarDay?) {
    self.area = area
    self.body = body
    self.role = role
    self.from = from
    self.to = to
  }
}

/// `mappings/bcf/areas.csv`.
enum BCFAreaTable {
  static let path = "mappings/bcf/areas.csv"
  private static let columns = ["area", "name", "from", "to", "certainty", "note"]

  /// The areas in the file's order; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile) -> [BCFArea]? {
    guard let table = CSVTable(file, known: columns, required: ["area", "name"]) else {
      return nil
    }
    var ids = RepeatedKeys(of: "the area")
    return table.rows.compactMap { row in
      _ = row.choice("certainty", of: Certainty.self)
      let (days, name) = (row.days("from", "to"), row.filled("name"))
      guard let id = row.filled("area"), ids.isNew(id, in: file, at: row.place("area")) else {
        return nil
      }
      return BCFArea(area: id, name: name ?? id, from: days.first, to: days.last)
    }
  }
}

/// `mappings/bcf/area-bodies.csv`.
struct BCFAreaBodyTable {
  static let path = "mappings/bcf/area-bodies.csv"
  private static let columns = ["area", "body", "role", "from", "to", "certainty", "note"]

  /// Nil where the areas' file cannot be used, against which nothing is held then.
  let areas: [BCFArea]?
  let organisations: [String: Organisation]
  let known: KnownNames

  /// The links in the file's order.
  func read(_ file: MappingFile) -> [BCFAreaBody] {
    let required = ["area", "body", "role"]
    guard let table = CSVTable(file, known: Self.columns, required: required) else { return [] }
    var links: [(link: BCFAreaBody, line: Int)] = []
    for row in table.rows {
      _ = row.choice("certainty", of: Certainty.self)
      let days = row.days("from", "to")
      let role = row.filledChoice("role", of: BCFAreaBody.Role.self)
      guard let area = row.filled("area"), let body = row.filled("body"), let role else { continue }
      known.checkBody(body, "the body", in: file, at: row.place("body"))
      row.check(area: area, among: areas)
      let link = BCFAreaBody(area: area, body: body, role: role, from: days.first, to: days.last)
      checkDates(of: link, row)
      if let first = links.first(where: { $0.link.overlaps(link) }) {
        file.report(
          .mappingRowRepeated, row.place("body"), value: body,
          message: "the body \(body.quotedForMessage) is in the area \(area.quotedForMessage) "
            + "on some of these days by line \(first.line) already",
          remedy: "end one of the two before the other begins")
      }
      links.append((link, row.line))
    }
    return links.map(\.link)
  }

  /// Tells a link on days on which the body or the area does not exist.
  private func checkDates(of link: BCFAreaBody, _ row: TableRow) {
    if let area = areas?.first(where: { $0.area == link.area }) {
      check(link, "the area \(link.area)", area.from, area.to, row)
    }
    if let body = organisations[link.body] {
      check(link, "the body \(link.body)", body.opened, body.closed, row)
    }
  }

  /// A link that leaves a date open takes the area's, so that only what it states can be outside.
  private func check(
    _ link: BCFAreaBody, _ what: String, _ first: CalendarDay?, _ last: CalendarDay?,
    _ row: TableRow
  ) {
    let area = areas?.first { $0.area == link.area }
    if let first, let from = link.from ?? area?.from, from < first {
      tell(link, "\(from), and \(what) begins on \(first)", row.place("from"), row)
    }
    guard let last else { return }
    if let to = link.to ?? area?.to {
      if to > last { tell(link, "\(to), and \(what) ended on \(last)", row.place("to"), row) }
    } else {
      tell(link, "no last day, and \(what) ended on \(last)", row.place("to"), row)
    }
  }

  private func tell(_ link: BCFAreaBody, _ what: String, _ place: FilePlace, _ row: TableRow) {
    row.file.report(
      .bcfLinkOutOfDates, place, value: link.body,
      message: "\(link.body) in \(link.area) has \(what)",
      remedy: "write the days on which the area and the body both stood")
  }
}

extension BCFAreaBody {
  /// Whether two links place the same body in the same area on one day.
  func overlaps(_ other: BCFAreaBody) -> Bool {
    guard area == other.area, body == other.body else { return false }
    return !(to.map { end in other.from.map { end < $0 } ?? false } ?? false)
      && !(other.to.map { end in from.map { end < $0 } ?? false } ?? false)
  }
}

extension TableRow {
  /// Notes a finding where the areas' table has no such area.
  func check(area: String, among areas: [BCFArea]?) {
    guard let areas, !areas.contains(where: { $0.area == area }) else { return }
    file.reportUnknown(
      .mappingValueUnreadable, place("area"), "the area", area, known: areas.map(\.area),
      where: BCFAreaTable.path)
  }
}
