package import PoolModel

/// Which periods a publisher is to publish, and how soon after their end: a row of `expects` in a
/// source file.
package struct ExpectedPeriods: Hashable, Sendable {
  /// How long a period is.
  package enum Length: String, CaseIterable, Sendable {
    case month
    case quarter
    case year

    /// In months.
    package var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .year: 12
      }
    }
  }

  /// How long each period is; quarters and years are those of financial years.
  package var every: Length
  /// The first month of the first period.
  package var from: CalendarMonth
  /// The last month of the last period; nil: they go on.
  package var to: CalendarMonth?
  /// How many days after the end of a period it is due.
  package var withinDays: Int

  /// A row of `expects`.
  package init(every: Length, from: CalendarMonth, to: CalendarMonth? = nil, withinDays: Int) {
    self.every = every
    self.from = from
    self.to = to
    self.withinDays = withinDays
  }

  private static let keys = ["every", "from", "to", "within-days", "note"]

  /// The rows of a source file.
  static func rows(_ root: YAMLBlock) -> [ExpectedPeriods] {
    root.blocks("expects", keys: keys).compactMap { block in
      for key in ["every", "from", "within-days"] { block.need(key) }
      let every = block.choice("every", of: Length.self)
      let (from, to) = (block.month("from"), block.month("to"))
      let days = block.count("within-days")
      guard let every, let from, let days else { return nil }
      let first = CalendarMonth(containing: from)
      guard isStart(first, of: every) else {
        block.file.reportUnreadable(
          block.place(of: "from"), "from", "\(first)",
          remedy: "write the first month of a \(every.rawValue) of the financial year")
        return nil
      }
      if let to, to < from {
        block.file.reportUnreadable(
          block.place(of: "to"), "to", "\(CalendarMonth(containing: to))",
          remedy: "write a month that is not before from")
        return nil
      }
      return ExpectedPeriods(
        every: every, from: first, to: to.map { CalendarMonth(containing: $0) }, withinDays: days)
    }
  }

  /// Financial years begin in April.
  private static func isStart(_ month: CalendarMonth, of length: Length) -> Bool {
    (Int(month.index) - 3).isMultiple(of: length.months)
  }
}
