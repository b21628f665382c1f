/// What the core says besides: where, how many, and whether the name was cut off.
extension NameReader {
  /// Whether the name of a place, not a direction alone, begins at a word.
  func isPlace(_ words: [String], at place: Int) -> Bool {
    rules.places.match(words, at: place)?.meaning == .place
  }

  /// The places of a core: the phrases of the rules, each with the directions beside it.
  func places(in core: [String]) -> [String] {
    var found: [String] = []
    var directions: [String] = []
    var isAfterPlace = false
    var place = 0
    while place < core.count {
      let match = rules.places.match(core, at: place)
      switch match?.meaning {
      case .direction: directions.append(core[place])
      case .place:
        let words = core[place..<place + (match?.length ?? 1)]
        found.append((directions + words).joined(separator: " "))
        directions = []
      case nil: settle(&directions, isAfterPlace, &found)
      }
      // "London North" is "North London", but in "Devon North Quay" the direction stands alone.
      if match?.meaning != .direction { isAfterPlace = match != nil }
      place += match?.length ?? 1
    }
    settle(&directions, isAfterPlace, &found)
    return found
  }

  private func settle(_ directions: inout [String], _ isAfterPlace: Bool, _ found: inout [String]) {
    guard !directions.isEmpty else { return }
    let text = directions.joined(separator: " ")
    if isAfterPlace, let last = found.popLast() {
      found.append(text + " " + last)
    } else {
      found.append(text)
    }
    directions = []
  }

  /// The numbers of a core in digits.
  func numbers(in core: [String]) -> [String] {
    core.indices.compactMap { place in
      let word = core[place]
      if let number = rules.numberWords[word] {
        return number.isAtEndOnly && (place == 0 || place + 1 < core.count) ? nil : number.digits
      }
      guard word.digitCount > 0 else { return nil }
      let bare = word.drop { $0 == "0" }
      return bare.isEmpty ? "0" : String(bare)
    }
  }

  /// Whether a name looks as if the width of a column had cut it off.
  func isTruncated(_ name: String, published words: [String], formIsCut: Bool) -> Bool {
    let bytes = name.utf8
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      let end = bytes.lastIndex(where: { $0 > 0x20 }), let last = words.last,
      (20...35).contains(bytes.distance(from: start, to: end) + 1)
    else { return false }
    let isOpen = words.lastIndex(of: "(").map { !words[$0...].contains(")") } ?? false
    return formIsCut || isOpen || rules.beginnings.contains(last)
      || rules.senses[last]?.contains(.dropped) ?? false
  }
}
