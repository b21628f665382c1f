/// Tells the names of natural persons, on sound evidence only: a body that is taken for a person
/// would vanish from every report.
struct PersonReading {
  let rules: NameRules

  /// Whether words without any organisation word read as a person's name.
  func isPerson(_ words: [String]) -> Bool {
    var names: [String] = []
    var hasTitle = false
    var isTurned = false
    for word in words {
      let sense = rules.senses[word] ?? []
      if word == "," {
        isTurned = !names.isEmpty
      } else if sense.contains(.title) {
        hasTitle = true
      } else if word == "and", hasTitle {
        continue
      } else if word.digitCount > 0 || sense.contains(.organisation) || word == "/" || word == "(" {
        return false
      } else {
        names.append(word)
      }
    }
    guard names.contains(where: { $0.utf8.count > 1 }), !names.contains("and") else { return false }
    if hasTitle { return names.count <= 4 && !names.contains("the") }
    return isUntitledPerson(names, isTurned: isTurned)
  }

  private func isUntitledPerson(_ names: [String], isTurned: Bool) -> Bool {
    guard (2...4).contains(names.count),
      !names.contains(where: {
        !isInitial($0) && !(rules.senses[$0] ?? []).isDisjoint(with: [.generic, .dropped])
      })
    else { return false }
    // "Smith, Mary" and "Smith, M A".
    if isTurned, names.dropFirst().allSatisfy({ isInitial($0) || isFirstName($0) }) { return true }
    let long = names.filter { !isInitial($0) }
    let initials = names.count - long.count
    // "J A Smith" and "Smith J A": one surname, all the rest initials.
    if long.count == 1, initials >= 1, long[0].utf8.count >= 3 {
      return names.first == long[0] || names.last == long[0]
    }
    // "Smith Mary": of ledgers that sort by surname.
    if long.count == 2, names.count == 2, isFirstName(names[1]), names[0].utf8.count >= 3 {
      return true
    }
    // "Mary Smith", "Mary J Smith".
    return names.count <= 3 && isFirstName(names[0]) && !isInitial(names[names.count - 1])
      && names[names.count - 1].utf8.count >= 3
  }

  private func isInitial(_ word: String) -> Bool { word.utf8.count == 1 }

  private func isFirstName(_ word: String) -> Bool {
    rules.senses[word]?.contains(.firstName) ?? false
  }
}
