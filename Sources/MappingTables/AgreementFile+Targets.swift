import PoolModel

extension AgreementFile {
  private enum ConditionState: String, CaseIterable {
    case met
    case notMet = "not met"
    case notStated = "not stated"
  }

  private static let targetKeys = [
    "target", "title", "numerator", "denominator", "base", "goal", "years", "base-year", "basis",
    "readings", "observations", "breaks", "source",
  ]

  /// The targets.
  var targets: [Agreement.Target] {
    var names = RepeatedKeys(of: "the target")
    return root.blocks("targets", keys: AgreementFile.targetKeys).compactMap { block in
      for key in ["title", "numerator", "denominator", "base", "goal", "years"] { block.need(key) }
      let target = target(block)
      guard let name = block.neededText("target"),
        names.isNew(name.text, in: file, at: name.place)
      else { return nil }
      return target
    }
  }

  private func target(_ block: YAMLBlock) -> Agreement.Target {
    var target = Agreement.Target(
      target: block.text("target")?.text ?? "", title: block.text("title")?.text ?? "",
      numerator: claim(block, "numerator"), denominator: claim(block, "denominator"),
      base: block.perCent("base") ?? 0, goal: block.perCent("goal") ?? 0,
      years: block.count("years") ?? 0, baseYear: block.year("base-year"),
      basis: block.statedText("basis")?.text, readings: readings(block),
      source: block.text("source")?.text ?? "")
    target.observations = observations(block)
    target.breaks = breaks(block)
    return target
  }

  private func observations(_ block: YAMLBlock) -> [Agreement.Target.Observation] {
    var keys = RepeatedKeys(of: "the observation")
    let names = ["year", "basis", "numerator", "denominator", "source"]
    return block.blocks("observations", keys: names).compactMap { stated in
      for key in names { stated.need(key) }
      guard let year = stated.year("year"), let basis = stated.neededText("basis")?.text,
        let numerator = stated.amount("numerator")?.amount,
        let denominator = stated.amount("denominator")?.amount,
        keys.isNew("\(year) \(basis)", in: file, at: stated.place)
      else { return nil }
      return Agreement.Target.Observation(
        year: year, basis: basis, numerator: numerator, denominator: denominator,
        source: stated.text("source")?.text ?? "")
    }
  }

  private func breaks(_ block: YAMLBlock) -> [Agreement.Target.Break] {
    block.blocks("breaks", keys: ["year", "of", "reason"]).compactMap { stated in
      for key in ["year", "of", "reason"] { stated.need(key) }
      guard let year = stated.year("year"), let reason = stated.neededText("reason")?.text,
        let kind = stated.choice("of", of: Agreement.Target.Break.Kind.self)
      else { return nil }
      return Agreement.Target.Break(year: year, kind: kind, reason: reason)
    }
  }

  private func readings(_ block: YAMLBlock) -> [Agreement.Target.Reading] {
    block.blocks("readings", keys: ["basis", "care-setting"]).map { reading in
      reading.need("care-setting")
      return Agreement.Target.Reading(
        basis: reading.neededText("basis")?.text ?? "",
        careSettings: codes(reading, "care-setting", .careSettings))
    }
  }

  /// The conditions, each with its states in the agreement's order.
  var conditions: [PoolCondition] {
    var numbers = RepeatedKeys(of: "the condition")
    var conditions = root.blocks("conditions", keys: ["number", "text"]).compactMap { block in
      let text = block.neededText("text")
      block.need("number")
      guard let number = block.count("number"),
        numbers.isNew("\(number)", in: file, at: block.place(of: "number"))
      else { return nil as PoolCondition? }
      return PoolCondition(number: number, text: text?.text ?? "", states: [])
    }
    var areas = RepeatedKeys(of: "the area")
    for block in root.blocks("condition-states", keys: ["area", "states"]) {
      block.need("states")
      guard let area = block.neededText("area"), areas.isNew(area.text, in: file, at: area.place)
      else { continue }
      for (number, state) in block.pairs("states") {
        add(state, of: number, in: area.text, to: &conditions, block)
      }
    }
    return conditions
  }

  private func add(
    _ state: YAMLText, of number: YAMLText, in area: String,
    to conditions: inout [PoolCondition], _ block: YAMLBlock
  ) {
    let known = block.choice(state, "the state", of: ConditionState.self)
    guard let place = conditions.firstIndex(where: { "\($0.number)" == number.text }) else {
      file.reportUnknown(
        .mappingValueUnreadable, number.place, "the condition", number.text,
        known: conditions.map { "\($0.number)" }, where: "the agreement's conditions")
      return
    }
    guard let known else { return }
    conditions[place].states.append(PoolCondition.State(area: area, state: known.rawValue))
  }
}
