import PoolModel

extension AgreementFile {
  /// The schemes with their claims.
  var schemes: [Agreement.Scheme] {
    var names = RepeatedKeys(of: "the scheme")
    let keys = ["scheme", "title", "arrangement", "lead", "claims"]
    return root.blocks("schemes", keys: keys).compactMap { block in
      let title = block.neededText("title")
      let arrangement = code(
        block.neededText("arrangement"), .arrangements, "the arrangement")
      let lead = body(block.statedText("lead"), "the lead")
      let claims = claim(block, "claims")
      guard let name = block.neededText("scheme"),
        names.isNew(name.text, in: file, at: name.place)
      else { return nil }
      return Agreement.Scheme(
        scheme: name.text, title: title?.text ?? "", arrangement: arrangement ?? "", lead: lead,
        claims: claims)
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
