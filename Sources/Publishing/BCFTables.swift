internal import PoolModel

extension PublishedTable where Row == BCFAreaYear {
  static var bcfAreas: PublishedTable {
    PublishedTable(
      name: "bcf-areas",
      description:
        "Areas of the Better Care Fund by year, those without a plan as well: no plan is "
        + "not a plan of nothing.",
      primaryKey: ["area", "year"],
      columns: [
        .text("area", "The area's id.", .required) { $0.area },
        .text("name", "The area.", .required) { $0.name },
        .year { $0.year },
        .text(
          "plan",
          "Whether it has a plan. Figures of a plan that is not approved are in bcf-sources.",
          .required, oneOf: BCFAreaYear.Plan.allCases.map(\.rawValue)
        ) { $0.plan.rawValue },
        .text("reason", "Why no area made a plan in the year.") { $0.reason },
        .text("councils", "The councils that were in it in the year, between bars.") {
          $0.councils.joined(separator: "|")
        },
        .text("nhs_bodies", "The NHS bodies that were in it in the year, between bars.") {
          $0.nhsBodies.joined(separator: "|")
        },
        .poundsIfStated("income_pounds", "The plan's income.") { $0.income },
        .poundsIfStated("spending_pounds", "The plan's spending, capital with it.") { $0.spending },
        .text("pool", "The pool's account. Empty: no agreement is of the area.") { $0.account },
      ])
  }
}

extension PublishedTable where Row == PoolRow<BCFSource> {
  static var bcfSources: PublishedTable {
    PublishedTable(
      name: "bcf-sources",
      description: "What each source of an area's plan brings, and what is spent from it.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("source", "The source of funding. Empty: the plan does not say.") { $0.part.source },
        .text("listed", "Whether the list of the year has it.", .required, oneOf: ["yes", "no"]) {
          $0.part.isListed ? "yes" : "no"
        },
        .poundsIfStated("income_pounds", "What it brings.") { $0.part.income },
        .poundsIfStated("spending_pounds", "What is spent from it.") { $0.part.spending },
      ])
  }
}

extension PublishedTable where Row == PoolRow<BCFMinimum> {
  static var bcfMinima: PublishedTable {
    PublishedTable(
      name: "bcf-minima", description: "What an area's plan must reach, and what it has.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("minimum", "Its name in mappings/bcf/minimum-rules.csv.", .required) {
          $0.part.minimum
        },
        .text("label", "For people.", .required) { $0.part.label },
        .poundsIfStated("required_pounds", "What the plan must reach.") { $0.part.required },
        .poundsIfStated("planned_pounds", "What the plan has.") { $0.part.planned },
        .text("source", "Where the required figure is said.") { $0.part.source },
        .text("certainty", "How sure the table is of the figure: verified, recalled or judged.") {
          $0.part.certainty
        },
        .text("rule_certainty", "How sure the table is of what counts towards it.") {
          $0.part.ruleCertainty
        },
      ])
  }
}

extension PublishedTable where Row == PoolRow<BCFYearTerm> {
  static var bcfTerms: PublishedTable {
    PublishedTable(
      name: "bcf-terms",
      description: "The national conditions of a plan's year, and the versions of its performance "
        + "element.",
      foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text("kind", "What it is.", .required, oneOf: BCFYearTerm.Kind.allCases.map(\.rawValue)) {
          $0.part.kind.rawValue
        },
        .text("name", "Its number or version.", .required) { $0.part.name },
        .text("text", "In our words.", .required) { $0.part.text },
        .day("announced", "When a version was announced. Empty: a condition.") {
          $0.part.announced
        },
        .text(
          "in_force", "Whether no later version took its place before the year began.", .required,
          oneOf: ["yes", "no"]
        ) { $0.part.isInForce ? "yes" : "no" },
        .text("certainty", "How sure the table is of it: verified, recalled or judged.") {
          $0.part.certainty
        },
      ])
  }
}
