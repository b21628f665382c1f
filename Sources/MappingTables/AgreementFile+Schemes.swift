import PoolModel

extension AgreementFile {
  static let schemeKeys = [
    "scheme", "title", "arrangement", "lead", "claims", "accounting-treatment", "overspend",
    "underspend", "shares",
  ]

  /// The schemes with their claims.
  var schemes: [Agreement.Scheme] {
    var names = RepeatedKeys(of: "the scheme")
    return root.blocks("schemes", keys: AgreementFile.schemeKeys).compactMap { block in
      let title = block.neededText("title")
      let arrangement = code(
        block.neededText("arrangement"), .arrangements, "the arrangement")
      let lead = body(block.statedText("lead"), "the lead")
      let claims = claim(block, "claims")
      let risk = riskShare(block)
      guard let name = block.neededText("scheme"),
        names.isNew(name.text, in: file, at: name.place)
      else { return nil }
      var scheme = Agreement.Scheme(
        scheme: name.text, title: title?.text ?? "", arrangement: arrangement ?? "", lead: lead,
        claims: claims)
      scheme.accountingTreatment = block.statedText("accounting-treatment")?.text
      scheme.risk = risk
      return scheme
    }
  }

  /// The claim under a key; one that asks nothing where the key is left out.
  func claim(_ block: YAMLBlock, _ key: String) -> Agreement.Claim {
    let keys = ["client-group", "care-setting", "age-band", "publisher", "flow"]
    guard let claim = block.block(key, keys: keys) else { return Agreement.Claim() }
    return Agreement.Claim(
      clientGroups: codes(claim, "client-group", .clientGroups),
      careSettings: codes(claim, "care-setting", .careSettings),
      ageBands: codes(claim, "age-band", .ageBands),
      publishers: claim.texts("publisher").compactMap(publisher),
      flows: codes(claim, "flow", .flows))
  }

  /// The codes of a list.
  func codes(_ block: YAMLBlock, _ key: String, _ kind: CategoryKind) -> [String] {
    block.texts(key).compactMap { code($0, kind, "the \(key)") }
  }
}
