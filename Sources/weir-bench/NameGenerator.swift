/// Makes up suppliers' names with the body that each stands for, the same for a seed every time.
struct NameGenerator {
  /// One name in one publisher's ledger.
  struct Record: Hashable {
    let body: Int
    let publisher: Int
    let name: String
  }

  /// So many publishers name suppliers.
  static let publishers = 200
  /// Of so many hundred bodies two or more names are known, if the spellings allow it.
  static let shareWithSeveral = 35

  /// Names in an order that tells nothing of their bodies.
  static func records(_ count: Int, seed: UInt64) -> [Record] {
    var random = SeededRandom(seed: seed)
    var spelling = NameSpelling(seed: seed ^ 0x5EED)
    var records: [Record] = []
    records.reserveCapacity(count)
    var taken: Set<[String]> = []
    var body = 0
    while records.count < count {
      let drawn = MadeUpBody(&random)
      guard taken.insert(drawn.core).inserted else { continue }
      var names: Set<String> = []
      let size = min(size(&random), count - records.count)
      while names.count < size {
        let publisher = random.below(publishers)
        var name = spelling.spelling(of: drawn, publisher: publisher)
        // Bodies with few ways to spell them come twice under one name.
        for _ in 0..<8 where names.contains(name) {
          name = spelling.spelling(of: drawn, publisher: publisher)
        }
        guard names.insert(name).inserted else { break }
        records.append(Record(body: body, publisher: publisher, name: name))
      }
      body += 1
    }
    shuffle(&records, &random)
    return records
  }

  /// Writes the names and, beside them, the truth.
  static func write(_ records: [Record], names: String, truth: String) throws(BenchError) {
    var rows = Array("record_id,source,name\n".utf8)
    var bodies = Array("record_id,entity_id\n".utf8)
    for (id, record) in records.enumerated() {
      let name = LedgerWords.cell(record.name)
      rows += Array("\(id),publisher-\(record.publisher),\(name)\n".utf8)
      bodies += Array("\(id),\(record.body)\n".utf8)
    }
    try OutputFile(path: names).write(rows)
    try OutputFile(path: truth).write(bodies)
  }

  /// How many names a body has: each further one comes two times in five.
  private static func size(_ random: inout SeededRandom) -> Int {
    guard random.below(100) < shareWithSeveral else { return 1 }
    var size = 2
    while size < 14, random.below(5) < 2 { size += 1 }
    return size
  }

  private static func shuffle(_ records: inout [Record], _ random: inout SeededRandom) {
    for place in records.indices.reversed() {
      records.swapAt(place, random.below(place + 1))
    }
  }
}
