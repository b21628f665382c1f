import PoolModel
import Yams

extension AgreementFile {
  private enum Precision: String, CaseIterable { case exact, rounded, reported }

  /// What partners are said to put in.
  var contributions: [Agreement.Contribution] {
    let keys = [
      "partner", "year", "kind", "label", "amount", "source", "scheme", "recurrent",
      "net-of-charges", "prices", "approved-on", "approval", "instalments",
    ]
    let schemes = schemeNames
    return root.blocks("contributions", keys: keys).compactMap { block in
      for key in ["year", "amount"] { block.need(key) }
      let partner = body(block.neededText("partner"), "the partner")
      let kind = code(block.neededText("kind"), .contributionKinds, "the kind")
      let (year, amount) = (block.year("year"), block.amount("amount"))
      guard let partner, let kind, let year, let amount else { return nil }
      var contribution = Agreement.Contribution(
        partner: partner, year: year, kind: kind, label: block.text("label")?.text ?? "",
        amount: amount.amount, source: block.text("source")?.text ?? "")
      contribution.scheme = scheme(block, among: schemes)
      contribution.isRecurrent = block.flag("recurrent")
      contribution.isNetOfCharges = block.flag("net-of-charges")
      contribution.prices = block.year("prices")
      contribution.approvedOn = block.day("approved-on")
      contribution.approval = block.text("approval")?.text ?? ""
      contribution.instalments = block.count("instalments")
      return contribution
    }
  }

  /// Without a finding: the schemes' own reading tells what is wrong with them.
  private var schemeNames: [String] {
    (root.node("schemes")?.sequence ?? []).compactMap { node in
      node.mapping?["scheme"]?.scalar?.string
    }
  }

  private func scheme(_ block: YAMLBlock, among schemes: [String]) -> String {
    guard let text = block.text("scheme") else { return "" }
    if !schemes.contains(text.text) {
      file.reportUnknown(
        .mappingValueUnreadable, text.place, "the scheme", text.text, known: schemes,
        where: "the agreement's schemes")
    }
    return text.text
  }

  /// The exports whose funding lines are contributions.
  var contributionSources: [Agreement.ContributionSource] {
    let keys = ["publisher", "partner", "kind", "year"]
    return root.blocks("contributions-from", keys: keys).compactMap { block in
      let partner = body(block.statedText("partner"), "the partner")
      let kind = code(block.text("kind"), .contributionKinds, "the kind")
      let year = block.year("year")
      guard let publisher = publisher(block.neededText("publisher")) else { return nil }
      return Agreement.ContributionSource(
        publisher: publisher, partner: partner ?? "", kind: kind ?? "", year: year)
    }
  }

  /// The figures that documents state.
  var statedFigures: [Agreement.AgreementFigure] {
    let keys = ["figure", "year", "amount", "precision", "part-of", "source"]
    let blocks = root.blocks("stated-figures", keys: keys)
    let names = blocks.compactMap { $0.text("figure")?.text }
    return blocks.compactMap { block in
      for key in ["year", "amount"] { block.need(key) }
      let precision = block.neededText("precision").flatMap {
        block.choice($0, "precision", of: Precision.self)
      }
      let (year, amount) = (block.year("year"), statedAmount(block))
      let whole = block.text("part-of")
      if let whole, !names.contains(whole.text) {
        file.reportUnknown(
          .mappingValueUnreadable, whole.place, "the figure", whole.text, known: names,
          where: "the agreement's stated-figures")
      }
      guard let figure = block.neededText("figure"), let year, let amount else { return nil }
      return Agreement.AgreementFigure(
        figure: figure.text, year: year, amount: amount,
        precision: (precision ?? .reported).rawValue, partOf: whole?.text ?? "",
        source: block.text("source")?.text ?? "")
    }
  }

  private func statedAmount(_ block: YAMLBlock) -> Money? {
    guard let amount = block.amount("amount") else { return nil }
    if amount == .notStated {
      file.reportUnreadable(
        block.place(of: "amount"), "amount", StatedAmount.notStatedText,
        remedy: "a stated figure has an amount; take the figure out")
    }
    return amount.amount
  }
}
