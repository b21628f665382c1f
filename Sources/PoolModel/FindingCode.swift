/// What can be wrong with an export, a mapping file or a pool; frozen names, never reused.
///
/// Each code has a case folder under `Tests/ImportCases` and a paragraph in the manual's
/// `Findings.md`; a test fails if either is missing.
package enum FindingCode: String, CaseIterable, Sendable {
  // The export as a whole.
  case exportMissing = "export-missing"
  case exportIsDirectory = "export-is-directory"
  case exportUnreadable = "export-unreadable"
  case exportEmpty = "export-empty"
  case exportNotCSV = "export-not-csv"
  case exportRepeated = "export-repeated"
  case exportSuperseded = "export-superseded"
  case exportReissued = "export-reissued"
  case exportToldAgain = "export-told-again"
  case exportsOverlap = "exports-overlap"
  case exportHeldBack = "export-held-back"
  case exportLeftOut = "export-left-out"
  case periodMissing = "period-missing"
  case periodLate = "period-late"
  case periodPartial = "period-partial"
  case reissueDoubtful = "reissue-doubtful"
  case headerNotFound = "header-not-found"
  case headerMissing = "header-missing"
  case headerShort = "header-short"
  case tableMissing = "table-missing"
  case tableSetAside = "table-set-aside"
  case linesSetAside = "lines-set-aside"
  case sourceMissing = "source-missing"
  case archiveDamaged = "archive-damaged"
  case encodingMixed = "encoding-mixed"
  case encodingUncertain = "encoding-uncertain"
  case charactersUnreadable = "characters-unreadable"
  case nulBytes = "nul-bytes"
  case mojibake = "mojibake"
  case quoteUnterminated = "quote-unterminated"
  case quoteRepaired = "quote-repaired"
  case quoteInText = "quote-in-text"
  case dialectUncertain = "dialect-uncertain"
  case totalDiffers = "total-differs"
  case totalDoubtful = "total-doubtful"
  case totalUnreadable = "total-unreadable"
  case layoutGuessed = "layout-guessed"
  case columnAmbiguous = "column-ambiguous"
  case signDoubtful = "sign-doubtful"
  case dateOrderUnknown = "date-order-unknown"

  // One row of an export.
  case cellsTooMany = "cells-too-many"
  case cellsTooFew = "cells-too-few"
  case rowRepaired = "row-repaired"
  case rowPadded = "row-padded"
  case amountUnreadable = "amount-unreadable"
  case amountMissing = "amount-missing"
  case amountNotStated = "amount-not-stated"
  case amountRounded = "amount-rounded"
  case dateUnreadable = "date-unreadable"
  case dateMissing = "date-missing"
  case dateOrderDiffers = "date-order-differs"

  // What rows mean.
  case codeUnmapped = "code-unmapped"
  case codePartlyMapped = "code-partly-mapped"
  case codeStraggler = "code-straggler"
  case codeTied = "code-tied"
  case assertionFailed = "assertion-failed"
  case coverageLow = "coverage-low"
  case coverageTooLow = "coverage-too-low"
  case providerForReview = "provider-for-review"
  case providerManySpellings = "provider-many-spellings"
  case familiesContradict = "families-contradict"
  case familyMemberUnused = "family-member-unused"
  case identifierInvalid = "identifier-invalid"

  // Mapping files.
  case mappingFileUnreadable = "mapping-file-unreadable"
  case mappingColumnUnknown = "mapping-column-unknown"
  case mappingColumnMissing = "mapping-column-missing"
  case mappingKeyUnknown = "mapping-key-unknown"
  case mappingKeyMissing = "mapping-key-missing"
  case mappingValueUnreadable = "mapping-value-unreadable"
  case mappingRowRepeated = "mapping-row-repeated"
  case layoutRepeated = "layout-repeated"
  case categoryUnknown = "category-unknown"
  case bodyUnknown = "body-unknown"
  case rulesTie = "rules-tie"
  case sharesNotWhole = "shares-not-whole"
  case ruleDead = "rule-dead"
  case ruleShadowed = "rule-shadowed"
  case ruleTooBroad = "rule-too-broad"
  case ruleUnused = "rule-unused"
  case ruleIdle = "rule-idle"
  case ruleDatesGap = "rule-dates-gap"
  case ruleOverrides = "rule-overrides"
  case ruleUnapproved = "rule-unapproved"
  case categoryOutOfDates = "category-out-of-dates"
  case decisionsContradict = "decisions-contradict"
  case decisionDisputed = "decision-disputed"
  case decisionUnused = "decision-unused"

  // Pools.
  case poolIncomplete = "pool-incomplete"
  case transferUnpaired = "transfer-unpaired"
  case transferVariance = "transfer-variance"
  case transferSuggested = "transfer-suggested"
  case counterpartOutside = "counterpart-outside"
  case eliminationUnused = "elimination-unused"
  case agreementTermsMissing = "agreement-terms-missing"
  case powerNotInForce = "power-not-in-force"
  case baseDiffers = "base-differs"
  case basesMixed = "bases-mixed"
  case lineInTwoPools = "line-in-two-pools"
  case statedTotalDiffers = "stated-total-differs"
  case noPool = "no-pool"
  case areaWithoutPlan = "area-without-plan"
  case bcfLinkOutOfDates = "bcf-link-out-of-dates"
  case bcfValueUnknown = "bcf-value-unknown"
  case bcfSharesNotWhole = "bcf-shares-not-whole"
  case bcfSourceOverspent = "bcf-source-overspent"
  case bcfBelowMinimum = "bcf-below-minimum"
  case progressRefused = "progress-refused"
  case trendBroken = "trend-broken"

  // The migration of a legacy budget.
  case migrationCodeUnmapped = "migration-code-unmapped"
  case migrationMeaningChanged = "migration-meaning-changed"
  case migrationSplitUnproved = "migration-split-unproved"
  case migrationDetailUntold = "migration-detail-untold"
  case migrationBridgeInvented = "migration-bridge-invented"
  case migrationBridgeMissing = "migration-bridge-missing"
  case migrationUnbalanced = "migration-unbalanced"
  case partYearNotStated = "part-year-not-stated"
  case outsideBodyLife = "outside-body-life"
  case partYear = "part-year"
  case cutoverCrossed = "cutover-crossed"
  case lineInBothLedgers = "line-in-both-ledgers"
  case balanceDiffers = "balance-differs"
  case signOffOutdated = "sign-off-outdated"

  // The run.
  case waterfallUnbalanced = "waterfall-unbalanced"

  /// How much it matters.
  package var severity: Severity {
    switch self {
    case .exportSuperseded, .exportReissued, .exportToldAgain, .exportLeftOut,
      .quoteInText, .linesSetAside, .rowPadded, .encodingMixed, .encodingUncertain,
      .mojibake, .amountNotStated, .amountRounded, .dateOrderDiffers,
      .providerForReview, .providerManySpellings, .familyMemberUnused, .identifierInvalid,
      .ruleUnused, .ruleIdle, .ruleOverrides, .ruleUnapproved, .decisionUnused, .noPool,
      .transferSuggested, .eliminationUnused, .agreementTermsMissing,
      .areaWithoutPlan, .progressRefused, .trendBroken, .codePartlyMapped, .partYear:
      .info
    case .reissueDoubtful, .exportsOverlap, .exportHeldBack,
      .periodMissing, .periodLate, .periodPartial,
      .headerMissing, .headerShort, .tableSetAside, .rowRepaired, .quoteRepaired,
      .dialectUncertain, .layoutGuessed, .dateOrderUnknown, .exportRepeated, .charactersUnreadable,
      .nulBytes, .dateMissing, .dateUnreadable, .totalDoubtful, .totalUnreadable,
      .signDoubtful, .codeUnmapped, .codeStraggler, .coverageLow,
      .ruleDead, .ruleShadowed, .ruleTooBroad,
      .ruleDatesGap,
      .categoryOutOfDates,
      .decisionDisputed,
      .familiesContradict,
      .migrationBridgeMissing, .cutoverCrossed, .lineInBothLedgers, .signOffOutdated,
      .poolIncomplete,
      .transferUnpaired, .transferVariance, .counterpartOutside,
      .powerNotInForce, .baseDiffers,
      .bcfLinkOutOfDates, .bcfValueUnknown, .bcfSharesNotWhole, .bcfSourceOverspent,
      .bcfBelowMinimum,
      .statedTotalDiffers:
      .warning
    default: .error
    }
  }

  /// Who can put it right.
  package var responsible: Responsible {
    switch self {
    case .exportHeldBack, .periodMissing, .periodLate, .periodPartial,
      .headerMissing, .headerShort, .tableMissing, .tableSetAside, .rowRepaired, .rowPadded,
      .exportEmpty, .exportNotCSV, .archiveDamaged, .quoteUnterminated, .quoteRepaired,
      .quoteInText,
      .totalDiffers, .totalUnreadable,
      .encodingMixed, .encodingUncertain, .charactersUnreadable, .nulBytes, .mojibake,
      .cellsTooMany, .cellsTooFew, .amountUnreadable, .amountMissing, .amountNotStated,
      .amountRounded, .dateUnreadable, .dateMissing, .dateOrderDiffers, .identifierInvalid,
      .areaWithoutPlan, .bcfValueUnknown, .bcfSharesNotWhole,
      .bcfSourceOverspent, .bcfBelowMinimum, .codeStraggler, .cutoverCrossed,
      .lineInBothLedgers, .balanceDiffers:
      .publisher
    default: .operator
    }
  }

  /// Whether it means that Weir is wrongly set up (exit code 3) and not that an export is wrong (2).
  package var isConfigurationFault: Bool {
    switch self {
    case .mappingFileUnreadable, .mappingColumnUnknown, .mappingColumnMissing,
      .mappingKeyUnknown, .mappingKeyMissing, .mappingValueUnreadable, .mappingRowRepeated,
      .layoutRepeated, .categoryUnknown, .bodyUnknown, .rulesTie, .sharesNotWhole,
      .decisionsContradict, .lineInTwoPools, .waterfallUnbalanced,
      .migrationMeaningChanged, .migrationSplitUnproved, .migrationDetailUntold,
      .migrationBridgeInvented, .migrationUnbalanced:
      true
    default: false
    }
  }
}

/// How much a finding matters.
package enum Severity: String, Comparable, Sendable, CaseIterable {
  /// Worth knowing; nothing to do.
  case info
  /// The figures stand, but something should be put right.
  case warning
  /// Money or rows could not be used, or a mapping cannot be trusted.
  case error

  /// The lesser first.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Who must act on a finding.
package enum Responsible: String, Sendable {
  /// The council or NHS body that published the export.
  case publisher
  /// Whoever runs Weir and keeps its mapping files.
  case `operator`
}
