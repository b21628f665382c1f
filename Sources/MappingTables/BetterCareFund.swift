package import PoolModel

/// What is known of the Better Care Fund: the tables under `mappings/bcf/`.
package struct BetterCareFund: Sendable {
  /// The areas, in the file's order.
  package var areas: [BCFArea] = []
  /// Which body was in which area, in the file's order.
  package var areaBodies: [BCFAreaBody] = []
  /// What templates let plans say, in the file's order.
  package var vocabulary: [BCFTerm] = []
  /// What counts towards minima, in the file's order.
  package var minimumRules: [BCFMinimumRule] = []
  /// What areas must reach, in the file's order.
  package var minima: [BCFMinimumFigure] = []
  /// In which years plans were made, in the file's order.
  package var templateYears: [BCFTemplateYear] = []
  /// What became of plans, in the file's order.
  package var plans: [BCFPlanState] = []
  /// In the file's order.
  package var nationalConditions: [BCFCondition] = []
  /// The versions of the performance element, in the file's order.
  package var performance: [BCFPerformance] = []

  /// No tables.
  package init() {}

  /// The areas that stood on a day; how many there were can be said of a day only.
  package func areas(on day: CalendarDay) -> [BCFArea] {
    areas.filter { ($0.from ?? day) <= day && day <= ($0.to ?? day) }
  }

  /// The bodies of a role that were in an area on some day of a span, in the file's order.
  package func bodies(
    of area: String, _ role: BCFAreaBody.Role, in span: DaySpan
  ) -> [BCFAreaBody] {
    areaBodies.filter {
      $0.area == area && $0.role == role && ($0.from ?? span.first) <= span.last
        && span.first <= ($0.to ?? span.last)
    }
  }
}
