import PoolModel
import Yams

/// Typed values of a block. A value that cannot be read is a finding and gives nil.
extension YAMLBlock {
  /// A plain value; nil where the key is left out.
  func text(_ key: String) -> YAMLText? { node(key).flatMap { YAMLText($0, in: file) } }

  /// A plain value that may not be left out.
  func neededText(_ key: String) -> YAMLText? {
    need(key)
    return text(key)
  }

  /// A plain value that may be left out or be `not stated`, both of which give nil.
  func statedText(_ key: String) -> YAMLText? {
    text(key).flatMap { $0.text == StatedAmount.notStatedText ? nil : $0 }
  }

  /// The values of a list, or one plain value as a list of one.
  func texts(_ key: String) -> [YAMLText] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else { return [YAMLText(node, in: file)].compactMap(\.self) }
    return sequence.compactMap { YAMLText($0, in: file) }
  }

  /// The blocks of a list.
  func blocks(_ key: String, keys: [String]) -> [YAMLBlock] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      file.report(
        .mappingValueUnreadable, place(of: key), message: "\(key) wants a list",
        remedy: "begin each of its lines with a dash")
      return []
    }
    return sequence.compactMap { YAMLBlock($0, in: file, keys: keys) }
  }

  /// The block under a key.
  func block(_ key: String, keys: [String]) -> YAMLBlock? {
    node(key).flatMap { YAMLBlock($0, in: file, keys: keys) }
  }

  /// The keys and values of a block under a key whose keys are not fixed.
  func pairs(_ key: String) -> [(name: YAMLText, value: YAMLText)] {
    guard let node = node(key) else { return [] }
    guard let mapping = node.mapping else {
      file.report(
        .mappingValueUnreadable, place(of: key), message: "\(key) wants names with values",
        remedy: "write it as {1: met, 2: not met}")
      return []
    }
    return mapping.compactMap { pair in
      guard let name = YAMLText(pair.key, in: file), let value = YAMLText(pair.value, in: file)
      else { return nil }
      return (name, value)
    }
  }

  /// A financial year; nil where the key is left out or says `not stated`.
  func year(_ key: String) -> FinancialYear? { statedText(key).flatMap(year) }

  /// The financial year that a text is.
  func year(_ text: YAMLText) -> FinancialYear? {
    let year = FinancialYear(text.text)
    if year == nil {
      file.reportUnreadable(
        text.place, "the year", text.text, remedy: "write a financial year as 2009-10")
    }
    return year
  }

  /// The first day of a month; nil where the key is left out.
  func month(_ key: String) -> CalendarDay? {
    guard let text = text(key) else { return nil }
    let month = CalendarDay(iso: text.text + "-01")
    if month == nil {
      file.reportUnreadable(text.place, key, text.text, remedy: "write a month as 2009-04")
    }
    return month
  }

  /// A day; nil where the key is left out.
  func day(_ key: String) -> CalendarDay? {
    guard let text = text(key) else { return nil }
    let day = CalendarDay(iso: text.text)
    if day == nil {
      file.reportUnreadable(text.place, key, text.text, remedy: "write a day as 2009-04-01")
    }
    return day
  }

  /// A whole number above 0.
  func count(_ key: String) -> Int? { text(key).flatMap { count($0, key) } }

  /// The whole number above 0 that a text is.
  func count(_ text: YAMLText, _ what: String) -> Int? {
    guard let count = Int(text.text), count > 0 else {
      file.reportUnreadable(text.place, what, text.text, remedy: "write a whole number above 0")
      return nil
    }
    return count
  }

  /// A per cent from 0 to 100 in hundredths of a per cent.
  func perCent(_ key: String) -> Int? {
    guard let text = text(key) else { return nil }
    guard let share = HundredthsOfPerCent.read(text.text), share <= HundredthsOfPerCent.whole
    else {
      file.reportUnreadable(
        text.place, key, text.text, remedy: "write a per cent from 0 to 100, such as 55 or 52.5")
      return nil
    }
    return share
  }

  /// One word of a few; nil where the key is left out.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type = Choice.self
  ) -> Choice? {
    text(key).flatMap { choice($0, key) }
  }

  /// The word of a few that a text is.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: YAMLText, _ what: String, of type: Choice.Type = Choice.self
  ) -> Choice? {
    let choice = Choice(rawValue: text.text)
    if choice == nil {
      let allowed = Choice.allCases.map(\.rawValue)
      file.reportUnreadable(
        text.place, what, text.text,
        remedy: NearestName.remedy(for: text.text, amongFew: allowed))
    }
    return choice
  }

  /// `true` or `false`; false where the key is left out.
  func flag(_ key: String) -> Bool {
    guard let text = text(key) else { return false }
    if text.text != "true" && text.text != "false" {
      file.reportUnreadable(text.place, key, text.text, remedy: "write true or false")
    }
    return text.text == "true"
  }

  /// A pattern of cells or names; nil also for a blank one, which would match everything.
  func pattern(_ text: YAMLText) -> CellPattern? {
    if let pattern = CellPattern(cell: text.text), pattern != .any { return pattern }
    file.reportUnreadable(
      text.place, "the pattern", text.text,
      remedy: "write a text, or a pattern with * and ?; ?* stands for any text that is not blank")
    return nil
  }

  /// An amount of money; nil where the key is left out.
  func amount(_ key: String) -> StatedAmount? {
    guard let text = text(key) else { return nil }
    let amount = StatedAmount(text.text)
    if amount == nil {
      file.reportUnreadable(
        text.place, key, text.text,
        remedy: "write it as £1,234.56, £2.653m, £3.8bn or not stated")
    }
    return amount
  }

  /// Notes a finding where a file does not name itself under a key.
  func checkNamesItself(_ key: String) {
    guard let text = neededText(key), text.text != file.name else { return }
    file.report(
      .mappingValueUnreadable, text.place, value: text.text,
      message: "\(key) \(text.text.quotedForMessage) is not the name of this file",
      remedy: "write \(file.name.quotedForMessage) or rename the file")
  }
}
