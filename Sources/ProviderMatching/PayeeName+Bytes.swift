import PoolModel

/// A reading as bytes: what comparing needs of it, and of an individual only that it is one.
extension PayeeName {
  private static let kinds = ProviderKind.allCases
  private static let roles = AliasRole.allCases

  /// As bytes; the rules that made it and its views by places and numbers are left out.
  var bytes: [UInt8] {
    let isWithheld = kind == .individual || kind == .redacted
    let read = isWithheld ? PayeeName() : self
    var writer = ReadingWriter()
    writer.append(number: PayeeName.kinds.firstIndex(of: kind) ?? 0)
    writer.append(form: read.form)
    writer.append(number: Int(read.flags.rawValue))
    writer.append(read.core)
    writer.append(read.acronym)
    writer.append(read.brand)
    writer.append(number: read.aliases.count)
    for alias in read.aliases {
      writer.append(number: PayeeName.roles.firstIndex(of: alias.role) ?? 0)
      writer.append(form: alias.form)
      writer.append(alias.core)
    }
    return writer.bytes
  }

  /// A reading from bytes; nil where they are none.
  init?(bytes: ArraySlice<UInt8>) {
    self.init()
    var reader = ReadingReader(bytes: bytes)
    guard let kind = reader.member(of: PayeeName.kinds), let form = reader.form(),
      let flags = reader.number(), let core = reader.words(), let acronym = reader.text(),
      let brand = reader.text(), let aliasCount = reader.number()
    else { return nil }
    (self.kind, self.form, self.core, self.acronym, self.brand) = (kind, form, core, acronym, brand)
    self.flags = Flags(rawValue: UInt16(truncatingIfNeeded: flags))
    for _ in 0..<aliasCount {
      guard let role = reader.member(of: PayeeName.roles), let form = reader.form(),
        let core = reader.words()
      else { return nil }
      aliases.append(Alias(role: role, core: core, form: form))
    }
  }
}

/// Writes numbers, seven bits a byte, and texts behind their lengths.
private struct ReadingWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(number: Int) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(_ text: String) {
    append(number: text.utf8.count)
    bytes += text.utf8
  }

  mutating func append(_ words: [String]) {
    append(number: words.count)
    for word in words { append(word) }
  }

  /// One more than the place of the form; 0 for none.
  mutating func append(form: LegalForm?) {
    append(number: form.flatMap(LegalForm.allCases.firstIndex).map { $0 + 1 } ?? 0)
  }
}

/// Reads what the writer wrote; everything is nil where the bytes end or say what cannot be.
private struct ReadingReader {
  private var rest: ArraySlice<UInt8>

  init(bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func number() -> Int? {
    var (number, shift) = (0, 0)
    while shift < 56, let byte = rest.popFirst() {
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  mutating func text() -> String? {
    guard let length = number(), length <= rest.count else { return nil }
    defer { rest.removeFirst(length) }
    return String(decoding: rest.prefix(length), as: UTF8.self)
  }

  mutating func words() -> [String]? {
    guard let count = number(), count <= rest.count else { return nil }
    var words: [String] = []
    words.reserveCapacity(count)
    for _ in 0..<count {
      guard let word = text() else { return nil }
      words.append(word)
    }
    return words
  }

  mutating func member<Member>(of all: [Member]) -> Member? {
    guard let place = number(), all.indices.contains(place) else { return nil }
    return all[place]
  }

  /// The form, which may be none.
  mutating func form() -> LegalForm?? {
    guard let place = number(), place <= LegalForm.allCases.count else { return nil }
    return .some(place == 0 ? nil : LegalForm.allCases[place - 1])
  }
}
