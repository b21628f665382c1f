package import PoolModel

/// The restating of a legacy budget: `mappings/migrations/<migration>.yaml` with the crosswalk that
/// stands beside it as `<migration>.csv`.
package struct Migration: Sendable {
  /// The slug: the file's name.
  package var migration: String
  /// The title, as the sign-off file prints it.
  package var title: String
  /// The exports that hold the old budget, in the order of the file; nil: all that lie in
  /// `data/legacy/<migration>`.
  package var budgets: [LegacyBudget]?
  /// What a year's figure of a body that lived for a part of the year is for, where a budget does
  /// not say it; nil: not stated.
  package var covers: YearCover?
  /// The column of the exports that holds the code.
  package var codeColumn: CodeRule.Column
  /// The frame of the old codes; nil: any code is allowed.
  package var oldFrame: CodeFrame?
  /// The frame of the new codes; nil: any code is allowed.
  package var newFrame: CodeFrame?
  /// The axes that no bridge carries: no new code may state them more closely than the old one.
  package var notCarried: [CategoryAxisName]
  /// The closing balances of old bodies and the opening balances of new ones.
  package var balances: [StatedBalance]
  /// The rows of the crosswalk, in the file's order.
  package var rows: [CrosswalkRow]
  /// The mapping file, relative to the workspace.
  package var file: String

  /// A migration with all its keys.
  package init(
    migration: String, title: String, budgets: [LegacyBudget]?, covers: YearCover?,
    codeColumn: CodeRule.Column, oldFrame: CodeFrame?, newFrame: CodeFrame?,
    notCarried: [CategoryAxisName], balances: [StatedBalance], rows: [CrosswalkRow], file: String
  ) {
    self.migration = migration
    self.title = title
    self.budgets = budgets
    self.covers = covers
    self.codeColumn = codeColumn
    self.oldFrame = oldFrame
    self.newFrame = newFrame
    self.notCarried = notCarried
    self.balances = balances
    self.rows = rows
    self.file = file
  }

  /// Where a part of the old budget lies.
  package struct LegacyBudget: Sendable {
    /// The folders that hold exports.
    package enum Folder: String, CaseIterable, Sendable {
      /// `data/legacy/<migration>`: read by that migration only.
      case legacy
      /// `data/exports`: read by runs too, as a ledger is that changes its codes.
      case exports
    }

    /// The publisher's slug, which names its source file and its folder.
    package var publisher: String
    /// The folder above the publisher's.
    package var folder: Folder
    /// Which files are meant; empty: all.
    package var files: [CellPattern]
    /// What a year's figure of a body that lived for a part of the year is for; nil: not stated.
    package var covers: YearCover?

    /// A part of the old budget.
    package init(
      publisher: String, folder: Folder, files: [CellPattern], covers: YearCover?
    ) {
      self.publisher = publisher
      self.folder = folder
      self.files = files
      self.covers = covers
    }
  }

  /// What a year's figure of a body is for where the body opened or closed within the year.
  package enum YearCover: String, CaseIterable, Sendable {
    /// The months in which the body existed.
    case bodyLife = "body-life"
    /// All twelve months, because the budget was set before the change was known.
    case wholeYear = "whole-year"
  }

  /// A balance that a body closed or opened with, as its accounts state it.
  package struct StatedBalance: Sendable {
    /// At which side of the migration it stands.
    package enum Moment: String, CaseIterable, Sendable { case closing, opening }

    /// The organisation id.
    package var body: String
    /// Closing for old bodies, opening for new ones.
    package var moment: Moment
    /// Nil: not stated, which is not zero.
    package var amount: Money?
    /// The document that states it.
    package var source: String
    /// Where the mapping file says so.
    package var position: SourcePosition

    /// A balance.
    package init(
      body: String, moment: Moment, amount: Money?, source: String, position: SourcePosition
    ) {
      self.body = body
      self.moment = moment
      self.amount = amount
      self.source = source
      self.position = position
    }
  }
}

/// One of the three axes of the taxonomy, by the name of its column.
package enum CategoryAxisName: String, CaseIterable, Sendable {
  case clientGroup = "client-group"
  case careSetting = "care-setting"
  case ageBand = "age-band"
}

extension Category {
  /// The code on an axis.
  package subscript(axis: CategoryAxisName) -> String {
    switch axis {
    case .clientGroup: clientGroup
    case .careSetting: careSetting
    case .ageBand: ageBand
    }
  }
}

extension MappingSet {
  /// The codes of an axis.
  package func axis(_ name: CategoryAxisName) -> CategoryAxis {
    switch name {
    case .clientGroup: clientGroups
    case .careSetting: careSettings
    case .ageBand: ageBands
    }
  }
}
