import PoolModel

/// The tables under `mappings/categories/`.
enum CategoryKind: String, CaseIterable {
  case clientGroups = "client-groups"
  case careSettings = "care-settings"
  case ageBands = "age-bands"
  case flows
  case contributionKinds = "contribution-kinds"
  case arrangements
  case riskShares = "risk-shares"

  /// Relative to the workspace.
  var path: String { "mappings/categories/\(rawValue).csv" }
}

/// An axis of the taxonomy: `client-groups.csv`, `care-settings.csv`, `age-bands.csv`.
enum AxisTable {
  /// The axis; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile) -> CategoryAxis? {
    let columns = ["code", "label", "parent", "from", "to", "definition", "note"]
    guard let table = CSVTable(file, known: columns, required: ["code", "label", "parent"]) else {
      return nil
    }
    var codes = RepeatedKeys(of: "the code")
    var rows: [TableRow] = []
    var nodes: [CategoryAxis.Node] = []
    for row in table.rows {
      let days = row.days("from", "to")
      let label = row.filled("label")
      guard let code = row.filled("code"), codes.isNew(code, in: file, at: row.place("code")) else {
        continue
      }
      rows.append(row)
      nodes.append(
        CategoryAxis.Node(
          code: code, label: label ?? code, parent: row["parent"].isEmpty ? nil : row["parent"],
          from: days.first, to: days.last))
    }
    let axis = CategoryAxis(nodes: nodes)
    checkParents(of: axis, rows: rows, in: file)
    return axis
  }

  private static func checkParents(of axis: CategoryAxis, rows: [TableRow], in file: MappingFile) {
    var told: Set<String> = []
    for (node, row) in zip(axis.nodes, rows) {
      guard let parent = node.parent else { continue }
      let place = row.place("parent")
      if axis[parent] == nil {
        file.reportUnknown(
          .categoryUnknown, place, "the parent", parent, known: axis.nodes.lazy.map(\.code),
          where: file.path)
      } else if let circle = circle(through: node.code, of: axis), !told.contains(node.code) {
        told.formUnion(circle)
        let shown = (circle + [node.code]).joined(separator: " > ")
        file.report(
          .categoryUnknown, place, value: parent, message: "the parents run in a circle: \(shown)",
          remedy: "give one of them another parent, or none")
      }
    }
  }

  /// The codes from `code` up its parents until it comes again; nil where it does not.
  private static func circle(through code: String, of axis: CategoryAxis) -> [String]? {
    var seen = [code]
    var current = axis[code]?.parent
    while let here = current, here != code {
      guard !seen.contains(here) else { return nil }
      seen.append(here)
      current = axis[here]?.parent
    }
    return current == nil ? nil : seen
  }
}

/// `mappings/categories/flows.csv`.
enum FlowTable {
  /// The flows by code; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile) -> [String: Flow]? {
    let columns = ["code", "label", "treatment", "counterpart", "note"]
    guard let table = CSVTable(file, known: columns, required: ["code", "label", "treatment"])
    else { return nil }
    var codes = RepeatedKeys(of: "the code")
    var flows: [String: Flow] = [:]
    for row in table.rows {
      let label = row.filled("label")
      let treatment = row.filledChoice("treatment", of: Flow.Treatment.self)
      guard let code = row.filled("code"), codes.isNew(code, in: file, at: row.place("code")) else {
        continue
      }
      let counterpart = row["counterpart"]
      flows[code] = Flow(
        code: code, label: label ?? code, treatment: treatment ?? .spending,
        counterpart: counterpart.isEmpty ? nil : counterpart)
    }
    for row in table.rows where !row["counterpart"].isEmpty && flows[row["counterpart"]] == nil {
      file.reportUnknown(
        .categoryUnknown, row.place("counterpart"), "the counterpart", row["counterpart"],
        known: flows.keys, where: file.path)
    }
    return flows
  }
}

/// A table of codes and labels: `arrangements.csv`.
enum LabelTable {
  /// The labels by code; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile) -> [String: String]? {
    let columns = ["code", "label", "definition", "note"]
    guard let table = CSVTable(file, known: columns, required: ["code", "label"]) else {
      return nil
    }
    var codes = RepeatedKeys(of: "the code")
    var labels: [String: String] = [:]
    for row in table.rows {
      let label = row.filled("label")
      if let code = row.filled("code"), codes.isNew(code, in: file, at: row.place("code")) {
        labels[code] = label ?? code
      }
    }
    return labels
  }
}
