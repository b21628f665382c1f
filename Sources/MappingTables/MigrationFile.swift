import PoolModel

/// `mappings/migrations/<migration>.yaml`, without the rows of its crosswalk.
struct MigrationFile {
  private static let keys = [
    "migration", "title", "budgets", "covers", "code", "old-frame", "new-frame", "not-carried",
    "balances",
  ]

  let file: MappingFile
  let root: YAMLBlock
  let known: KnownNames
  let frames: [String: CodeFrame]

  /// The migration; nil where the file as a whole cannot be used.
  static func read(
    _ file: MappingFile, known: KnownNames, frames: [String: CodeFrame]
  ) -> Migration? {
    guard let root = YAMLBlock(file: file, keys: keys) else { return nil }
    root.checkNamesItself("migration")
    for key in ["title", "code"] { root.need(key) }
    return MigrationFile(file: file, root: root, known: known, frames: frames).migration
  }

  private var migration: Migration {
    Migration(
      migration: file.name, title: root.text("title")?.text ?? "",
      budgets: root.node("budgets") == nil ? nil : budgets, covers: root.choice("covers"),
      codeColumn: root.choice("code") ?? .subjectiveCode, oldFrame: frame("old-frame"),
      newFrame: frame("new-frame"),
      notCarried: root.texts("not-carried").compactMap { root.choice($0, "not-carried") },
      balances: balances, rows: [], file: file.path)
  }

  private var budgets: [Migration.LegacyBudget] {
    root.blocks("budgets", keys: ["publisher", "folder", "files", "covers"]).compactMap { block in
      guard let publisher = block.neededText("publisher") else { return nil }
      known.checkPublisher(publisher.text, "the publisher", in: file, at: publisher.place)
      return Migration.LegacyBudget(
        publisher: publisher.text, folder: block.choice("folder") ?? .legacy,
        files: block.texts("files").compactMap(block.pattern), covers: block.choice("covers"))
    }
  }

  private var balances: [Migration.StatedBalance] {
    let keys = ["body", "moment", "amount", "source"]
    return root.blocks("balances", keys: keys).compactMap { block in
      block.need("amount")
      let amount = block.amount("amount")
      let moment = block.neededText("moment").flatMap {
        block.choice($0, "moment", of: Migration.StatedBalance.Moment.self)
      }
      guard let body = block.neededText("body"), let moment, let amount else { return nil }
      known.checkBody(body.text, "the body", in: file, at: body.place)
      return Migration.StatedBalance(
        body: body.text, moment: moment, amount: amount.amount,
        source: block.text("source")?.text ?? "",
        position: SourcePosition(file: file.path, line: block.place.line))
    }
  }

  private func frame(_ key: String) -> CodeFrame? {
    guard let text = root.text(key) else { return nil }
    if let frame = frames[text.text] { return frame }
    file.reportUnknown(
      .mappingValueUnreadable, text.place, "the frame", text.text, known: frames.keys,
      where: CodeFrameTable.folder)
    return nil
  }
}
