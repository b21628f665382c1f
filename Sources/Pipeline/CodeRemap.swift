import CodeMapping
import PoolModel
import PoolStore

/// Decides the stored lines of one publisher's exports by the rules as they are now.
final class CodeRemap {
  private let codes: PublisherCodes
  private let writer: ExportRemap
  private var decider: CodeDecider

  /// A remap of the exports of a publisher, whose rules look at no column that the store's codes do
  /// not hold.
  init(publisher: String, rules: CompiledRules, store: PoolStore) throws {
    codes = try store.codes(of: publisher)
    writer = ExportRemap(store: store)
    decider = CodeDecider(rules: rules)
  }

  /// Decides the lines of an export anew; gives how many have a new decision.
  ///
  /// `key` is what the ledger notes; `replacesFacts`: other lines count than before.
  func run(_ export: StoredExport, _ key: String, replacesFacts: Bool = false) throws -> Int {
    var facts = FactTally()
    return try writer.run(export, mappings: key, replacesFacts: replacesFacts) { coded in
      let place = self.decide(coded.line)
      if !coded.isAside {
        facts.count(coded.line, decision: place, self.decider.decisions[Int(place)])
      }
      return place
    } decision: {
      self.decider.decisions[Int($0)]
    } facts: {
      facts.facts
    }
  }

  private func decide(_ line: SpendLine) -> Int32 {
    let codes = codes.place(ofCodes: line.codes)
    return decider.place(
      ofCodes: codes, fields: self.codes.fields[Int(codes)], day: line.day, amount: line.amount)
  }
}
