package import MappingTables
package import PoolModel

/// Finds the faults of a crosswalk before a line of a budget is read.
package enum CrosswalkLint {
  /// The findings on one migration, in reading order.
  package static func findings(in migration: Migration, mappings: MappingSet) -> [Finding] {
    let entries = Crosswalk(migration.rows).entries
    var found = entries.flatMap { shapeFindings(of: $0.rows) }
    found += untoldMerges(entries, migration)
    found += entries.flatMap(\.rows).flatMap { meaningFindings(of: $0, migration, mappings) }
    found += migration.rows.flatMap { strangers(in: $0, migration) }
    found += forgottenCodes(migration)
    return found.sorted(by: Finding.inReadingOrder)
  }

  /// Shares that are not whole, kinds that do not fit their rows, splits without proof.
  private static func shapeFindings(of rows: [CrosswalkRow]) -> [Finding] {
    let head = rows[0]
    var found: [Finding] = []
    if rows.contains(where: { $0.kind != head.kind }) || rows.count > 1 && head.kind != .split {
      found.append(
        Finding(
          .mappingRowRepeated, at: rows[1].position, value: rows[1].kind.rawValue,
          message: "line \(head.position.line) has the same old body, code and dates",
          remedy: "make all of them split, or take one out"))
    }
    let whole = rows.reduce(0) { $0 + $1.share }
    if whole != HundredthsOfPerCent.whole {
      found.append(
        Finding(
          .sharesNotWhole, at: head.position, value: Money(pence: Int64(whole)).decimal,
          message:
            "the shares of this old code make \(Money(pence: Int64(whole)).decimal) per cent",
          remedy: "make them exactly 100"))
    }
    for row in rows where row.kind == .split && (row.rule.isEmpty || row.evidence.isEmpty) {
      found.append(
        Finding(
          .migrationSplitUnproved, at: row.position, value: row.newCode,
          message: "a split without \(row.rule.isEmpty ? "its rule" : "the evidence of its rule")",
          remedy: "fill rule and evidence, or make it no-bridge"))
    }
    for row in rows where [.closed, .noBridge].contains(row.kind) && row.rule.isEmpty {
      found.append(
        Finding(
          .migrationSplitUnproved, at: row.position, value: row.kind.rawValue,
          message: "nothing says why this code is \(row.kind.rawValue)", remedy: "fill rule"))
    }
    return found
  }

  /// Several old codes under one new one where a row does not say what is lost.
  private static func untoldMerges(
    _ entries: [Crosswalk.Entry], _ migration: Migration
  ) -> [Finding] {
    struct Target: Hashable {
      var body: String
      var code: String
    }
    var sources: [Target: [CrosswalkRow]] = [:]
    for row in entries.flatMap(\.rows) where !row.newCode.isEmpty || !row.newBody.isEmpty {
      guard row.kind == .same || row.kind == .merge else { continue }
      sources[Target(body: row.newBody, code: row.newCode), default: []].append(row)
    }
    // One code whose rows follow one another in time is one code.
    let several = sources.values.filter { Set($0.map { [$0.oldBody, $0.oldCode] }).count > 1 }
      .flatMap(\.self)
    let single = sources.values.flatMap(\.self).filter {
      $0.kind == .merge || $0.takesSeveralCodes(of: migration.oldFrame)
    }
    let untold = (several + single).filter { $0.loses.isEmpty && !$0.staysAsItIs }
    return Set(untold.map(\.position)).map { position in
      Finding(
        .migrationDetailUntold, at: position,
        message: "another old code or body goes to the same new one, and nothing says what is lost",
        remedy: "make the kind merge and fill loses")
    }
  }

  /// Codes that mean another thing afterwards, and bridges that nobody has built.
  private static func meaningFindings(
    of row: CrosswalkRow, _ migration: Migration, _ mappings: MappingSet
  ) -> [Finding] {
    guard let oldFrame = migration.oldFrame, let newFrame = migration.newFrame,
      [.same, .merge, .split].contains(row.kind)
    else { return [] }
    return oldFrame.codes.filter { $0.kind == .line && row.oldCode.matches($0.code) }
      .flatMap { old -> [Finding] in
        guard let new = newFrame[row.newCode.isEmpty ? old.code : row.newCode] else { return [] }
        return CategoryAxisName.allCases.compactMap { axis in
          finding(on: axis, from: old, to: new, row, migration, mappings.axis(axis))
        }
      }
  }

  private static func finding(
    on name: CategoryAxisName, from old: CodeFrame.Code, to new: CodeFrame.Code,
    _ row: CrosswalkRow, _ migration: Migration, _ axis: CategoryAxis
  ) -> Finding? {
    let (was, now) = (old.category[name], new.category[name])
    guard was != now else { return nil }
    let isWider = axis.isCode(was, within: now) || Category.isUnstated(now)
    if migration.notCarried.contains(name), !isWider {
      return Finding(
        .migrationBridgeInvented, at: row.position, value: new.code,
        message: "\(old.code.quotedForMessage) was \(was), and there is no bridge to \(now): the "
          + "\(name.rawValue) is not carried by this migration",
        remedy: "choose a new code that leaves the \(name.rawValue) open, or make it no-bridge")
    }
    if isWider ? row.loses.isEmpty : row.evidence.isEmpty {
      return Finding(
        .migrationMeaningChanged, at: row.position, value: new.code,
        message: "\(old.code.quotedForMessage) meant \(was) and "
          + "\(new.code.quotedForMessage) means \(now)",
        remedy: isWider
          ? "correct the new code, or say under loses what can no longer be told"
          : "correct the new code, or give the evidence that they are the same")
    }
    return nil
  }

  /// Codes that the frames do not have.
  private static func strangers(in row: CrosswalkRow, _ migration: Migration) -> [Finding] {
    func unknown(_ code: String, _ frame: CodeFrame) -> Finding {
      Finding(
        .mappingValueUnreadable, at: row.position, value: code,
        message: "code \(code.quotedForMessage) is not in \(frame.file)",
        remedy: "add it there or correct it here")
    }
    var found: [Finding] = []
    if let frame = migration.oldFrame {
      found += row.oldCode.exactValues.filter { frame[$0] == nil }.map { unknown($0, frame) }
    }
    if let frame = migration.newFrame, !row.newCode.isEmpty, frame[row.newCode] == nil {
      found.append(unknown(row.newCode, frame))
    }
    return found
  }

  /// Codes of the old frame that no row speaks of.
  private static func forgottenCodes(_ migration: Migration) -> [Finding] {
    let forgotten = (migration.oldFrame?.codes ?? []).filter { code in
      code.kind == .line && !migration.rows.contains { $0.oldCode.matches(code.code) }
    }
    return forgotten.map { code in
      Finding(
        .migrationCodeUnmapped, at: code.position, value: code.code,
        message: "code \(code.code.quotedForMessage) of the old frame is in no row of "
          + migration.crosswalkPath,
        remedy: "say there what becomes of it")
    }
  }
}

extension CrosswalkRow {
  /// Whether it brings several old codes under one new one; without a frame of the old codes, whether
  /// it could.
  fileprivate func takesSeveralCodes(of frame: CodeFrame?) -> Bool {
    guard !newCode.isEmpty, oldCode.exactText == nil else { return false }
    guard let frame else { return true }
    return frame.codes.filter { $0.kind == .line && oldCode.matches($0.code) }.count > 1
  }

  /// Whether the row keeps body and code, as that of a new code that is in use already.
  fileprivate var staysAsItIs: Bool {
    let keepsBody = newBody.isEmpty || oldBody == .exact(CellPattern.folded(newBody))
    return keepsBody && (newCode.isEmpty || oldCode == .exact(CellPattern.folded(newCode)))
  }
}

extension Category {
  /// Whether a code says that nothing is stated on its axis.
  fileprivate static func isUnstated(_ code: String) -> Bool {
    [unknownClientGroup, unknownCareSetting, allAges].contains(code)
  }
}
