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
    read(folder: "\(workspace)/mappings")
  }

  /// Reads every file of a folder as ``read(workspace:)`` does those under `mappings/`.
  ///
  /// Findings name the files as `mappings/…` wherever the folder lies.
  package static func read(
    folder: String
  ) -> (mappings: MappingSet, findings: [Finding]) {
    var reader = MappingReader(folder: MappingFolder(root: folder))
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
    reader.readBetterCareFund()
    reader.readAgreements()
    reader.readMigrations()
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
        let kinds = ContributionKindTable.read(file)
        mappings.contributionRules = kinds ?? [:]
        mappings.contributionKinds = mappings.contributionRules.mapValues(\.label)
        known.contributionKinds = kinds.map { Set($0.keys) }
      case .arrangements: (mappings.arrangements, known.arrangements) = labels(file)
      case .riskShares:
        let rules = RiskShareTable.read(file)
        mappings.riskShares = rules ?? [:]
        known.riskShares = rules.map { Set($0.keys) }
      }
      findings += file.findings
    }
    let known = known
    read(LabelWordTable.path, into: \.labelWords) { LabelWordTable.read($0, known: known) }
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
    let files = folder.files(in: CodeRuleTable.folder, ending: "csv")
    for file in files where !CodeRuleTable.isOtherTable(file) {
      mappings.codeRules[file.name] = CodeRuleTable.read(file)
      findings += file.findings
    }
    let ruleSets = mappings.codeRules.keys.filter {
      $0.hasPrefix("_") && $0 != MappingSet.sharedRules
    }
    let known = known
    read(CodeIncludeTable.path, into: \.codeIncludes) {
      CodeIncludeTable.read($0, known: known, ruleSets: Set(ruleSets))
    }
    read(CodeAssertionTable.path, into: \.codeAssertions) {
      CodeAssertionTable.read($0, known: known)
    }
    read(CodeLimitTable.path, into: \.codeLimits, CodeLimitTable.read)
    read(ExportLimitTable.path, into: \.exportLimits, ExportLimitTable.read)
    read(ExportDecisionTable.path, into: \.exportDecisions, ExportDecisionTable.read)
    read(CoverageThresholdTable.path, into: \.coverageThresholds) {
      CoverageThresholdTable.read($0, known: known)
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

  private mutating func readBetterCareFund() {
    var areas: [BCFArea]? = []
    if let file = folder.file(BCFAreaTable.path) {
      areas = BCFAreaTable.read(file)
      mappings.betterCareFund.areas = areas ?? []
      findings += file.findings
    }
    let links = BCFAreaBodyTable(
      areas: areas, organisations: mappings.organisations, known: known)
    read(BCFAreaBodyTable.path, into: \.betterCareFund.areaBodies, links.read)
    read(BCFVocabularyTable.path, into: \.betterCareFund.vocabulary, BCFVocabularyTable.read)
    read(
      BCFMinimumRuleTable.path, into: \.betterCareFund.minimumRules, BCFMinimumRuleTable.read)
    let rules = mappings.betterCareFund.minimumRules
    read(BCFMinimumTable.path, into: \.betterCareFund.minima) {
      BCFMinimumTable.read($0, areas: areas, rules: rules)
    }
    read(
      BCFTemplateYearTable.path, into: \.betterCareFund.templateYears, BCFTemplateYearTable.read)
    read(BCFPlanStateTable.path, into: \.betterCareFund.plans) {
      BCFPlanStateTable.read($0, areas: areas)
    }
    read(
      BCFConditionTable.path, into: \.betterCareFund.nationalConditions, BCFConditionTable.read)
    read(BCFPerformanceTable.path, into: \.betterCareFund.performance, BCFPerformanceTable.read)
    known.bcfAreas = areas.map { Set($0.map(\.area)) }
  }

  private mutating func readAgreements() {
    for file in folder.files(in: AgreementFile.folder, ending: "yaml") {
      if let agreement = AgreementFile.read(file, known: known) {
        reportSecond(of: agreement, in: file)
        mappings.agreements.append(agreement)
      }
      findings += file.findings
    }
    mappings.agreements.sort { $0.agreement < $1.agreement }
    read(EliminationTable.path, into: \.eliminations, EliminationTable.read)
    read(VATRateTable.path, into: \.vatRates, VATRateTable.read)
    let known = known
    read(PowerTable.path, into: \.powers) { PowerTable.read($0, known: known) }
  }

  /// An area of the Better Care Fund has one plan a year, so that one agreement is its pool.
  private func reportSecond(of agreement: Agreement, in file: MappingFile) {
    guard let area = agreement.bcfArea else { return }
    for other in mappings.agreements where other.bcfArea == area {
      for year in agreement.years where other.years.contains(year) {
        file.report(
          .mappingRowRepeated, FilePlace(), value: area,
          message: "\(other.file) is the pool of the area \(file.quoted(area)) in \(year) already",
          remedy: "leave bcf-area in one of the two, or give them different years")
      }
    }
  }

  private mutating func readMigrations() {
    var frames: [String: CodeFrame] = [:]
    for file in folder.files(in: CodeFrameTable.folder, ending: "csv") {
      frames[file.name] = CodeFrameTable.read(file, known: known)
      findings += file.findings
    }
    for file in folder.files(in: CrosswalkTable.folder, ending: "yaml") {
      if var migration = MigrationFile.read(file, known: known, frames: frames) {
        let path = "\(CrosswalkTable.folder)/\(file.name).csv"
        if let crosswalk = folder.file(path) {
          migration.rows = CrosswalkTable.read(crosswalk, known: known)
          findings += crosswalk.findings
        } else {
          file.report(
            .mappingFileUnreadable, FilePlace(), message: "its crosswalk \(path) is missing",
            remedy: "add it")
        }
        mappings.migrations.append(migration)
      }
      findings += file.findings
    }
    read(SignOffTable.path, into: \.signOffs, SignOffTable.read)
  }
}
