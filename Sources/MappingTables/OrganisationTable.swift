import PoolModel

/// `mappings/organisations.csv`: the bodies.
enum OrganisationTable {
  static let path = "mappings/organisations.csv"
  private static let columns = [
    "organisation", "name", "kind", "other-names", "ods", "gss", "opened", "closed", "certainty",
    "note",
  ]

  /// The bodies by id; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile) -> [String: Organisation]? {
    guard
      let table = CSVTable(file, known: columns, required: ["organisation", "name", "kind"])
    else { return nil }
    var ids = RepeatedKeys(of: "the organisation")
    var organisations: [String: Organisation] = [:]
    for row in table.rows {
      _ = row.choice("certainty", of: Certainty.self)
      let days = row.days("opened", "closed")
      let (name, kind) = (row.filled("name"), row.filled("kind"))
      guard let id = row.filled("organisation"),
        ids.isNew(id, in: file, at: row.place("organisation"))
      else { continue }
      // A row with a fault elsewhere is still a body, so that naming it is no further fault.
      organisations[id] = Organisation(
        id: id, name: name ?? id, kind: kind ?? "",
        otherNames: otherNames(row["other-names"]),
        ods: filledText(row["ods"]), gss: filledText(row["gss"]),
        opened: days.first, closed: days.last)
    }
    return organisations
  }

  private static func otherNames(_ cell: String) -> [String] {
    cell.split(separator: "|").map { name in
      var name = name.drop { $0 == " " }
      while name.last == " " { name = name.dropLast() }
      return String(name)
    }.filter { !$0.isEmpty }
  }

  private static func filledText(_ cell: String) -> String? { cell.isEmpty ? nil : cell }
}

/// `mappings/successions.csv`: which body followed which.
enum SuccessionTable {
  static let path = "mappings/successions.csv"
  private static let columns = [
    "predecessor", "successor", "effective", "kind", "split-rule", "certainty", "note",
  ]

  /// The successions in the file's order.
  static func read(_ file: MappingFile, known: KnownNames) -> [Succession] {
    let required = ["predecessor", "successor", "effective", "kind"]
    guard let table = CSVTable(file, known: columns, required: required) else { return [] }
    return table.rows.compactMap { row in
      _ = row.choice("certainty", of: Certainty.self)
      let bodies = ["predecessor", "successor"].compactMap { column in
        row.filled(column).map { body in
          known.checkBody(body, column, in: file, at: row.place(column))
          return body
        }
      }
      let kind = row.filled("kind")
      guard row.filled("effective") != nil, let day = row.day("effective"), bodies.count == 2,
        let kind
      else { return nil }
      return Succession(
        predecessor: bodies[0], successor: bodies[1], effective: day, kind: kind,
        splitRule: row["split-rule"])
    }
  }
}
