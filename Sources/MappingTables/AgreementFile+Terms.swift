import PoolModel

extension AgreementFile {
  /// What regulation 7(3) wants, as far as the file states it.
  var terms: [Agreement.Term: String] {
    let keys = Agreement.Term.allCases.map(\.rawValue)
    guard let block = root.block("terms", keys: keys) else { return [:] }
    var terms: [Agreement.Term: String] = [:]
    for term in Agreement.Term.allCases {
      if let text = block.statedText(term.rawValue) { terms[term] = text.text }
    }
    return terms
  }

  /// What years begin with.
  var balances: [Agreement.Balance] {
    var years = RepeatedKeys(of: "the balance of")
    let blocks = root.blocks("balances", keys: ["year", "brought-forward", "source"])
    return blocks.compactMap { block in
      for key in ["year", "brought-forward"] { block.need(key) }
      guard let year = block.year("year"), let amount = block.amount("brought-forward"),
        years.isNew(year.description, in: file, at: block.place(of: "year"))
      else { return nil }
      return Agreement.Balance(year: year, broughtForward: amount.amount)
    }
  }

  /// Who bears over- and underspending of a scheme.
  func riskShare(_ block: YAMLBlock) -> Agreement.RiskShare {
    var risk = Agreement.RiskShare()
    risk.overspend = code(block.statedText("overspend"), .riskShares, "the rule")
    risk.underspend = code(block.statedText("underspend"), .riskShares, "the rule")
    for (name, value) in block.pairs("shares") {
      let partner = body(name, "the partner")
      guard let share = HundredthsOfPerCent.read(value.text), let partner else {
        file.reportUnreadable(
          value.place, "the share", value.text, remedy: "write a per cent such as 60 or 52.5")
        continue
      }
      risk.shares.append((partner, share))
    }
    let whole = risk.shares.reduce(0) { $0 + $1.hundredths }
    if !risk.shares.isEmpty, whole != HundredthsOfPerCent.whole {
      file.report(
        .sharesNotWhole, block.place(of: "shares"),
        message: "the shares of the partners do not make 100 per cent",
        remedy: "correct them, or leave them out where the agreement states none")
    }
    return risk
  }
}
