package import PoolModel

/// A publisher's use of a rule set that several publishers share: a row of
/// `mappings/codes/_includes.csv`.
package struct CodeInclude: Hashable, Sendable {
  /// The publisher that uses the rules.
  package var publisher: String
  /// The name of the rule file, such as `_nhs-chart`.
  package var rules: String
  /// The row of the file.
  package var position: SourcePosition

  /// An inclusion.
  package init(publisher: String, rules: String, position: SourcePosition) {
    self.publisher = publisher
    self.rules = rules
    self.position = position
  }
}

extension MappingSet {
  /// The rules that decide a publisher's lines, the best first: its own, those that it includes in
  /// the order of `_includes.csv`, the shared ones.
  package func codeRuleLayers(of publisher: String) -> [[CodeRule]] {
    codeRuleFiles(of: publisher).map { codeRules[$0] ?? [] }
  }

  /// The names of the rule files behind ``codeRuleLayers(of:)``, in the same order.
  package func codeRuleFiles(of publisher: String) -> [String] {
    [publisher] + codeIncludes.filter { $0.publisher == publisher }.map(\.rules)
      + [MappingSet.sharedRules]
  }
}

/// `mappings/codes/_includes.csv`: which publishers use which common rule sets.
enum CodeIncludeTable {
  static let path = "\(CodeRuleTable.folder)/_includes.csv"
  private static let columns = ["publisher", "rules", "note"]

  /// The inclusions in the file's order; `ruleSets` are the names of the common rule files.
  static func read(
    _ file: MappingFile, known: KnownNames, ruleSets: Set<String>
  ) -> [CodeInclude] {
    guard let table = CSVTable(file, known: columns, required: ["publisher", "rules"]) else {
      return []
    }
    var rows = RepeatedKeys(of: "the inclusion")
    return table.rows.compactMap { row in
      let cells = (row.filled("publisher"), row.filled("rules"))
      guard let publisher = cells.0, let rules = cells.1 else { return nil }
      known.checkPublisher(publisher, "publisher", in: file, at: row.place("publisher"))
      if !ruleSets.contains(rules) {
        file.reportUnknown(
          .mappingValueUnreadable, row.place("rules"), "the rule set", rules, known: ruleSets,
          where: "\(CodeRuleTable.folder) as a file whose name begins with _")
      }
      guard rows.isNew("\(publisher), \(rules)", in: file, at: row.place("rules")) else {
        return nil
      }
      return CodeInclude(
        publisher: publisher, rules: rules,
        position: SourcePosition(file: file.path, line: row.line))
    }
  }
}
