/// Spells the name of a made-up body as some ledger would: what real ledgers do to names, one after
/// the other, each seldom.
struct NameSpelling {
  private var random: SeededRandom

  /// Spells by chance, the same for a seed every time.
  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// A spelling in the ledger of a publisher.
  ///
  /// Publishers have habits: two in five write in upper case only, one in eight has a narrow column.
  mutating func spelling(of body: MadeUpBody, publisher: Int) -> String {
    var words = body.core
    changeWords(&words)
    var name = words.joined(separator: " ") + form(of: body)
    if !body.trading.isEmpty, happens(30) {
      name = happens(50) ? "\(name) T/A \(body.trading)" : "\(name) (\(body.trading))"
    }
    changeText(&name)
    if publisher % 5 < 2 { name = name.uppercased() }
    if publisher % 8 == 3 { name = String(name.prefix(20 + publisher % 16)) }
    while name.last == " " { name.removeLast() }
    return name
  }

  private mutating func happens(_ percent: Int) -> Bool { random.below(100) < percent }

  private mutating func form(of body: MadeUpBody) -> String {
    guard !body.forms.isEmpty, !happens(8) else { return "" }
    // The usual spelling half of the time.
    let form = body.forms[happens(50) ? 0 : random.below(body.forms.count)]
    return form.isEmpty ? "" : " " + form
  }

  private mutating func changeWords(_ words: inout [String]) {
    for place in words.indices {
      if words[place] == "and", happens(50) { words[place] = happens(80) ? "&" : "+" }
      let short = NameStock.abbreviations.filter { $0.0 == words[place] }
      if !short.isEmpty, happens(12) { words[place] = short[random.below(short.count)].1 }
      if words[place].hasSuffix("'s"), happens(60) { respellApostrophe(&words[place]) }
    }
    if happens(4) { slip(&words[random.below(words.count)]) }
    if words.count > 2, happens(3) { words.remove(at: 1 + random.below(words.count - 1)) }
    if words[0] == "The", happens(40) { words.removeFirst() }
    if words[0] != "The", happens(2) { words.insert("The", at: 0) }
    if happens(2) { words.append("(UK)") }
  }

  private mutating func respellApostrophe(_ word: inout String) {
    word.removeLast(2)
    word += NameStock.apostrophes[random.below(NameStock.apostrophes.count)] + "s"
  }

  /// A letter left out, doubled, or swapped with the next.
  private mutating func slip(_ word: inout String) {
    var letters = Array(word)
    guard letters.count > 4 else { return }
    let place = 1 + random.below(letters.count - 2)
    switch random.below(3) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    default: letters.swapAt(place, place + 1)
    }
    word = String(letters)
  }

  private mutating func changeText(_ name: inout String) {
    if happens(2) { name = "\(100_000 + random.below(900_000))" + name }
    if happens(1) { name += " \(100_000 + random.below(900_000))" }
    if happens(1) {
      name += " " + NameStock.paymentTexts[random.below(NameStock.paymentTexts.count)]
    }
    if happens(1), let blank = name.lastIndex(of: " ") { name.remove(at: blank) }
  }
}
