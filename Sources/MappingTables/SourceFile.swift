import ExportReading
import PoolModel

/// `mappings/sources/<publisher>.yaml`.
enum SourceFile {
  static let folder = "mappings/sources"
  private static let keys = [
    "publisher", "organisation", "encoding", "encodings", "repair-mojibake", "date-orders",
    "layouts", "delimiter", "quote", "escape", "supersedes",
    "overlaps", "expects",
  ]

  /// What the publisher's exports look like; nil where the file as a whole cannot be used.
  static func read(_ file: MappingFile, known: KnownNames) -> PublisherSource? {
    guard let root = YAMLBlock(file: file, keys: keys) else { return nil }
    root.checkNamesItself("publisher")
    root.need("organisation")
    // A body that is in no table yet is not stated; its money is read all the same.
    let organisation = root.statedText("organisation")
    if let organisation {
      known.checkBody(organisation.text, "the organisation", in: file, at: organisation.place)
    }
    root.need("layouts")
    let encodings = root.blocks("encodings", keys: ["file", "encoding"]).compactMap { block in
      let pattern = block.neededText("file").flatMap(block.pattern)
      block.need("encoding")
      let encoding = block.choice("encoding", of: FallbackEncoding.self)
      return pattern.flatMap { file in encoding.map { (file: file, encoding: $0) } }
    }
    var source = PublisherSource(
      publisher: file.name, organisation: organisation?.text ?? "",
      encoding: root.choice("encoding"), encodings: encodings,
      layouts: layouts(root), file: file.path)
    source.dateOrders = dateOrders(root)
    source.reissues = Reissue.rows(root)
    source.overlaps = Overlap.rows(root)
    source.expects = ExpectedPeriods.rows(root)
    source.dialect = StatedDialect(root).dialect
    source.repairsMojibake = root.flag("repair-mojibake")
    return source
  }

  private static func dateOrders(_ root: YAMLBlock) -> [(file: CellPattern, order: DateOrder)] {
    root.blocks("date-orders", keys: ["file", "date-order"]).compactMap { block in
      let pattern = block.neededText("file").flatMap(block.pattern)
      block.need("date-order")
      let order = block.choice("date-order", of: DateOrder.self)
      return pattern.flatMap { file in order.map { (file: file, order: $0) } }
    }
  }

  private static func layouts(_ root: YAMLBlock) -> [SourceLayout] {
    var names = RepeatedKeys(of: "the layout")
    var firsts: [Set<String>: (name: String, line: Int)] = [:]
    return root.blocks("layouts", keys: LayoutBlock.keys).map { block in
      let layout = LayoutBlock(block).layout
      if !layout.name.isEmpty {
        _ = names.isNew(layout.name, in: block.file, at: block.place(of: "layout"))
      }
      let headers = Set(FoldedText.headers(layout.headers).filter { !$0.isEmpty })
      // A layout that names its files may have the headers of another.
      guard layout.files.isEmpty else { return layout }
      if let first = firsts[headers], !headers.isEmpty {
        block.file.report(
          .layoutRepeated, block.place, value: layout.name,
          message: "layout \(layout.name.quotedForMessage) has the same headers as layout "
            + "\(first.name.quotedForMessage) on line \(first.line)",
          remedy: "take one of the two out, or correct its headers")
      } else {
        firsts[headers] = (layout.name, block.place.line)
      }
      return layout
    }
  }
}
