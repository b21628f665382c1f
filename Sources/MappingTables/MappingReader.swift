package import PoolModel

/// Reads all mapping files of a workspace.
package struct MappingReader {
  private var folder: MappingFolder
  private var mappings = MappingSet()
  private var known = KnownNames()
  private var findings: [Finding] = []

  /// Reads every file under `mappings/` and tells all faults of all of them at once.
  ///
  /// - Parameter workspace: the path of the folder that holds `mappings/`.
  /// - Returns: the tables, and the findings in reading order. With findings the tables hold what
  ///   could be read and are no ground for figures.
  package static func read(
    workspace: String
  ) -> (mappings: MappingSet, findings: [Finding]) {
    var reader = MappingReader(folder: MappingFolder(workspace: workspace))
    guard reader.folder.exists else {
      let fault = Finding(
        .mappingFileUnreadable, at: SourcePosition(file: "mappings"),
        message: "the workspace has no folder mappings", remedy: "name another workspace")
      return (reader.mappings, [fault])
    }
    // In this order, so that each file finds the names that it refers to.
    reader.readCategories()
    reader.readBodies()
    reader.readSources()
    reader.readHeaders()
    reader.readCodes()
    reader.readProviders()
    reader.readAgreements()
    reader.findings += reader.folder.findings
    return (reader.mappings, reader.findings.sorted(by: Finding.inReadingOrder))
  }

  private init(folder: MappingFolder) { self.folder = folder }

  private mutating func readCategories() {
    for kind in CategoryKind.allCases {
      guard let file = folder.file(kind.path) else { continue }
      switch kind {
      case .clientGroups: (mappings.clientGroups, known.clientGroups) = axis(file)
      case .careSettings: (mappings.careSettings, known.careSettings) = axis(file)
      case .ageBands: (mappings.ageBands, known.ageBands) = axis(file)
      case .flows:
        let flows = FlowTable.read(file)
        mappings.flows = flows ?? [:]
        known.flows = flows.map { Set($0.keys) }
      case .contributionKinds:
        (mappings.contributionKinds, known.contributionKinds) = labels(file)
      case .arrangements: (mappings.arrangements, known.arrangements) = labels(file)
      }
      findings += file.findings
    }
  }

  private func axis(_ file: MappingFile) -> (CategoryAxis, Set<String>?) {
    let axis = AxisTable.read(file)
    return (axis ?? CategoryAxis(nodes: []), axis.map { Set($0.nodes.map(\.code)) })
  }

  private func labels(_ file: MappingFile) -> ([String: String], Set<String>?) {
    let labels = LabelTable.read(file)
    return (labels ?? [:], labels.map { Set($0.keys) })
  }

  private mutating func readBodies() {
    if let file = folder.file(OrganisationTable.path) {
      let organisations = OrganisationTable.read(file)
      mappings.organisations = organisations ?? [:]
      known.bodies = organisations.map { Set($0.keys) }
      findings += file.findings
    }
    if let file = folder.file(SuccessionTable.path) {
      mappings.successions = SuccessionTable.read(file, known: known)
      findings += file.findings
    }
  }

  private mutating func readSources() {
    for file in folder.files(in: SourceFile.folder, ending: "yaml") {
      known.publishers.insert(file.name)
      mappings.sources[file.name] = SourceFile.read(file, known: known)
      findings += file.findings
    }
  }

  private mutating func readHeaders() {
    read(HeaderWordTable.path, into: \.headerWords, HeaderWordTable.read)
    read(HeaderDenialTable.path, into: \.headerDenials, HeaderDenialTable.read)
    read(HeaderUnitTable.path, into: \.headerUnits, HeaderUnitTable.read)
    read(CreditWordTable.path, into: \.creditWords, CreditWordTable.read)
    read(HeaderFillerTable.path, into: \.headerFillers, HeaderFillerTable.read)
    read(TotalWordTable.path, into: \.totalWords, TotalWordTable.read)
    for publisher in mappings.sources.keys {
      mappings.sources[publisher]?.totalWords = mappings.totalWords
    }
  }

  /// Reads a table that a workspace need not have and that names nothing of other tables.
  private mutating func read<Table>(
    _ path: String, into table: WritableKeyPath<MappingSet, Table>,
    _ reading: (MappingFile) -> Table
  ) {
    guard let file = folder.file(path) else { return }
    mappings[keyPath: table] = reading(file)
    findings += file.findings
  }

  private mutating func readCodes() {
    for file in folder.files(in: CodeRuleTable.folder, ending: "csv") {
      mappings.codeRules[file.name] = CodeRuleTable.read(file)
      findings += file.findings
    }
  }

  private mutating func readProviders() {
    read(ProviderWordTable.path, into: \.providerWords, ProviderWordTable.read)
    read(
      MatchModelTables.wordCountsPath, into: \.providerWordCounts, MatchModelTables.readWordCounts)
    read(MatchModelTables.weightsPath, into: \.evidenceWeights, MatchModelTables.readWeights)
    read(MatchModelTables.bandsPath, into: \.evidenceBands, MatchModelTables.readBands)
    read(ProviderLimitTable.path, into: \.providerLimits, ProviderLimitTable.read)
    read(FamilyMemberTable.path, into: \.familyMembers, FamilyMemberTable.read)
    let known = known
    read(ProviderDecisionTable.path, into: \.providerDecisions) {
      ProviderDecisionTable.read($0, known: known)
    }
  }

  private mutating func readAgreements() {
    for file in folder.files(in: AgreementFile.folder, ending: "yaml") {
      if let agreement = AgreementFile.read(file, known: known) {
        mappings.agreements.append(agreement)
      }
      findings += file.findings
    }
    mappings.agreements.sort { $0.agreement < $1.agreement }
  }
}
