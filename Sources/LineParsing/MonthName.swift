import MappingTables

/// Names of months.
package enum MonthName {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let letters = names.map { Array($0.utf8) }

  /// The month, 1 to 12, of a name or of its beginning with three letters or more.
  package static func month(_ word: some StringProtocol) -> Int? {
    let name = String(word)
    return NameStart.place(of: name.utf8.span, 0..<name.utf8.count, in: letters).map { $0 + 1 }
  }

  /// The month that some of a cell's bytes name.
  static func month(_ cell: Span<UInt8>, _ word: Range<Int>) -> Int? {
    NameStart.place(of: cell, word, in: letters).map { $0 + 1 }
  }

  /// The month of a name with no more than two slips of the pen; nil for short words.
  package static func misspelt(_ word: some StringProtocol) -> Int? {
    guard word.utf8.count >= 6, let nearest = NearestName.nearest(to: word.lowercased(), in: names),
      let month = names.firstIndex(of: nearest),
      NearestName.edits(from: Array(word.lowercased().utf8), to: Array(nearest.utf8)) <= 2
    else { return nil }
    return month + 1
  }
}

/// Names of days of the week.
enum WeekdayName {
  private static let names = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }

  /// Whether some of a cell's bytes are a day's name, or its beginning with three letters or more.
  static func isDay(_ cell: Span<UInt8>, _ word: Range<Int>) -> Bool {
    NameStart.place(of: cell, word, in: names) != nil
  }
}

/// Looks names up by their beginning.
private enum NameStart {
  /// The place of the first name that begins with a word of three letters or more, in either case.
  static func place(of cell: Span<UInt8>, _ word: Range<Int>, in names: [[UInt8]]) -> Int? {
    guard (3...9).contains(word.count) else { return nil }
    for (number, name) in names.enumerated() where name.count >= word.count {
      var place = 0
      while place < word.count, cell[word.lowerBound + place] | 0x20 == name[place] { place += 1 }
      if place == word.count { return number }
    }
    return nil
  }
}
