import MappingTables
import PoolModel
import PoolStore

/// Holds what plans say of their lines against the lists of their year's template.
///
/// A value that no list has does not stop anything: the money is kept and counted, and no rule maps
/// what it does not know.
struct PlanVocabularyCheck {
  private struct Key: Hashable {
    var publisher: String
    var year: FinancialYear
    var field: BCFTerm.Field
    var within: String
    var value: String
  }

  private struct Place {
    var tally = RowTally()
    var first: SourcePosition

    mutating func count(_ tally: RowTally, at position: SourcePosition) {
      self.tally += tally
      if (position.file, position.line) < (first.file, first.line) { first = position }
    }
  }

  private struct Shares: Hashable {
    var publisher: String
    var nhs: String
    var la: String
  }

  private let fund: BetterCareFund
  private var unknown: [Key: Place] = [:]
  private var unlisted: [Key: Place] = [:]
  private var shares: [Shares: Place] = [:]

  /// A check of facts against the shipped and edited lists.
  init(facts: [StoredFact], mappings: MappingSet) {
    fund = mappings.betterCareFund
    for fact in facts where fact.side == .spending && fact.plan.isOfPlan { check(fact) }
  }

  private mutating func check(_ fact: StoredFact) {
    guard let year = fact.year else { return }
    let schemeType = fact.codes.service
    let cells: [(BCFTerm.Field, String)] = [
      (.schemeType, schemeType), (.subType, fact.codes.expenseType),
      (.areaOfSpend, fact.plan.areaOfSpend), (.commissioner, fact.plan.commissioner),
      (.providerType, fact.plan.providerType), (.fundingSource, fact.plan.fundingSource),
    ]
    let place = SourcePosition(file: fact.path, line: fact.firstLine)
    for (field, cell) in cells where !cell.isEmpty {
      let isListed =
        field == .subType
        ? fund.term(.schemeType, saying: schemeType, in: year) != nil
        : !fund.terms(field, in: year).isEmpty
      var key = Key(
        publisher: fact.publisher, year: year, field: field,
        within: field == .subType ? schemeType : "", value: cell)
      if isListed {
        let terms = fund.terms(field, in: year, within: schemeType)
        guard !terms.contains(where: { $0.says(cell) }) else { continue }
        unknown[key, default: Place(first: place)].count(fact.tally, at: place)
      } else if field != .subType {
        key.value = ""
        unlisted[key, default: Place(first: place)].count(fact.tally, at: place)
      }
    }
    let isJoint =
      fund.term(.commissioner, saying: fact.plan.commissioner, in: year)?.meaning == .joint
    if isJoint, PlanShares.first(fact.plan.nhsShare, fact.plan.laShare) == nil {
      let key = Shares(
        publisher: fact.publisher, nhs: fact.plan.nhsShare, la: fact.plan.laShare)
      shares[key, default: Place(first: place)].count(fact.tally, at: place)
    }
  }

  /// One finding a value, a list that is missing, and a pair of shares, in order of the messages.
  var findings: [Finding] {
    (unknown.map(unknownFinding) + unlisted.map(unlistedFinding) + shares.map(sharesFinding))
      .sorted { $0.message < $1.message }
  }

  private func unknownFinding(_ key: Key, _ place: Place) -> Finding {
    let known = fund.terms(key.field, in: key.year, within: key.within).map(\.value)
    let of = key.within.isEmpty ? "" : " of \(key.within.quotedForMessage)"
    return Finding(
      .bcfValueUnknown, at: place.first, value: key.value, atStake: place.tally.amount,
      rows: place.tally.rows,
      message: "\(key.field.rawValue) \(key.value.quotedForMessage)\(of) is not in the list of "
        + "\(key.year)",
      remedy: NearestName.nearest(to: key.value, in: known).map {
        "did you mean \($0.quotedForMessage)?"
      } ?? "correct the plan, or add it to \(Self.path)")
  }

  private func unlistedFinding(_ key: Key, _ place: Place) -> Finding {
    Finding(
      .bcfValueUnknown, at: place.first, value: "\(key.field.rawValue) \(key.year)",
      atStake: place.tally.amount,
      rows: place.tally.rows,
      message:
        "no list of \(key.field.rawValue) is held for \(key.year): its values are not checked",
      remedy: "add the list of that year's template to \(Self.path)")
  }

  private func sharesFinding(_ key: Shares, _ place: Place) -> Finding {
    Finding(
      .bcfSharesNotWhole, at: place.first, value: "\(key.nhs) \(key.la)",
      atStake: place.tally.amount, rows: place.tally.rows,
      message: "of a joint commissioner the NHS has \(Self.shown(key.nhs)) and the council "
        + "\(Self.shown(key.la)), which is not 100 per cent together",
      remedy: "ask for the shares; the NHS's part of this money is not stated until then")
  }

  private static func shown(_ share: String) -> String {
    share.isEmpty ? "no share" : share.quotedForMessage
  }

  private static let path = "mappings/bcf/vocabularies.csv"
}
