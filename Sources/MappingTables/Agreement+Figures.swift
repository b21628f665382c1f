package import PoolModel

extension Agreement {
  /// A figure that the agreement's documents state.
  package struct AgreementFigure: Sendable {
    /// Its slug, such as `pool-total`.
    package var figure: String
    /// The financial year it is for.
    package var year: FinancialYear
    /// In pence.
    package var amount: Money
    /// `exact`, `rounded` or `reported`.
    package var precision: String
    /// The figure it is part of; empty at the top.
    package var partOf: String
    /// The document and the place that state it.
    package var source: String

    /// A stated figure.
    package init(
      figure: String, year: FinancialYear, amount: Money, precision: String, partOf: String,
      source: String
    ) {
      self.figure = figure
      self.year = year
      self.amount = amount
      self.precision = precision
      self.partOf = partOf
      self.source = source
    }
  }

  /// A target such as "from 55% to 40% in three years".
  package struct Target: Sendable {
    /// The slug within the agreement.
    package var target: String
    /// The title, as the report prints it.
    package var title: String
    /// The lines whose share is worked out.
    package var numerator: Claim
    /// The lines that are the whole.
    package var denominator: Claim
    /// In hundredths of a per cent.
    package var base: Int
    /// In hundredths of a per cent.
    package var goal: Int
    /// How many years it is to take.
    package var years: Int
    /// Nil: not stated.
    package var baseYear: FinancialYear?
    /// What the source's numerator takes in; nil: not stated.
    package var basis: String?
    /// The bases on which the share is worked out, in the order of the file.
    package var readings: [Reading]
    /// What other sources state of the share, in the order of the file.
    package var observations: [Observation] = []
    /// Years before which no figure compares with those after, in the order of the file.
    package var breaks: [Break] = []
    /// The document and the place that state it.
    package var source: String

    /// A target.
    package init(
      target: String, title: String, numerator: Claim, denominator: Claim, base: Int, goal: Int,
      years: Int, baseYear: FinancialYear?, basis: String?, readings: [Reading], source: String
    ) {
      self.target = target
      self.title = title
      self.numerator = numerator
      self.denominator = denominator
      self.base = base
      self.goal = goal
      self.years = years
      self.baseYear = baseYear
      self.basis = basis
      self.readings = readings
      self.source = source
    }

    /// The share of one year as another source states it.
    package struct Observation: Sendable {
      /// The financial year.
      package var year: FinancialYear
      /// What is counted, such as `council only, gross, residential and nursing`.
      package var basis: String
      /// The part.
      package var numerator: Money
      /// The whole.
      package var denominator: Money
      /// The document and the place that state both.
      package var source: String
    }

    /// That what is counted changes with a year.
    package struct Break: Sendable {
      /// What changes.
      package enum Kind: String, CaseIterable, Sendable {
        case basis
        case codes
        case boundary
      }

      /// The first year after the change.
      package var year: FinancialYear
      /// What changes.
      package var kind: Kind
      /// In words.
      package var reason: String
    }

    /// One stated basis on which the share is worked out.
    package struct Reading: Sendable {
      /// What is counted, such as `residential and nursing`.
      package var basis: String
      /// Codes that are the numerator instead; each stands for all codes below it.
      package var careSettings: [String]

      /// A reading.
      package init(basis: String, careSettings: [String]) {
        self.basis = basis
        self.careSettings = careSettings
      }
    }
  }
}
