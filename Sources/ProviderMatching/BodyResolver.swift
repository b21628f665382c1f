package import MappingTables
package import PoolModel

/// Finds the council or NHS body of `organisations.csv` that a payee's name means.
package struct BodyResolver: Sendable {
  private let reader: NameReader
  private let organisations: [Organisation]
  /// Places in ``organisations`` by the key of a name, in order of their ids.
  private let places: [String: [(place: Int, form: LegalForm?)]]

  /// A resolver for these bodies.
  package init(organisations: [Organisation], words: [ProviderWord]) {
    self.init(organisations: organisations, reader: NameReader(words: words))
  }

  init(organisations: [Organisation], reader: NameReader) {
    self.reader = reader
    self.organisations = organisations.sorted { $0.id < $1.id }
    var places: [String: [(place: Int, form: LegalForm?)]] = [:]
    for (place, body) in self.organisations.enumerated() {
      for name in [body.name] + body.otherNames {
        let read = reader.read(name)
        let known =
          places[read.key]?.contains { $0.place == place && $0.form == read.form } ?? false
        if !read.key.isEmpty, !known { places[read.key, default: []].append((place, read.form)) }
      }
    }
    self.places = places
  }

  /// The body that a name means.
  ///
  /// - Parameters:
  ///   - name: as published; spelling, abbreviations and order of words do not count.
  ///   - day: the day of payment, which tells a body from its successor of the same name; nil
  ///     where it is not known.
  /// - Returns: the body's id; nil where the name means none or more than one.
  package func organisation(named name: String, on day: CalendarDay?) -> String? {
    organisation(read: reader.read(name), on: day)?.id
  }

  /// A name as it is read to find its body.
  func reading(of name: String) -> PayeeName { reader.read(name) }

  /// Whether a name means a body on some day or other; only the day then tells which.
  package func canMeanBody(_ name: String) -> Bool { places[reader.read(name).key] != nil }

  func organisation(read: PayeeName, on day: CalendarDay?) -> Organisation? {
    guard let all = places[read.key] else { return nil }
    let open = all.filter { day.map(organisations[$0.place].isOpen(on:)) ?? true }
    let exact = Set(open.filter { $0.form == read.form }.map(\.place))
    if exact.count == 1 { return exact.first.map { organisations[$0] } }
    guard exact.isEmpty, let form = read.form, form.isPublicBody else { return nil }
    let near = Set(open.filter { $0.form.map(form.canBe) ?? false }.map(\.place))
    return near.count == 1 ? near.first.map { organisations[$0] } : nil
  }

  /// The body with an id.
  func body(withID id: String) -> Organisation? { organisations.first { $0.id == id } }

  /// The kind of provider that a body is, by the table's words for its kind.
  ///
  /// A health authority is an NHS body, though an authority alone is a council.
  func kind(of body: Organisation) -> ProviderKind? {
    let kinds = NameWords(body.kind).words.compactMap { reader.rules.bodyKinds[$0] }
    return kinds.first { $0 == .nhsBody } ?? kinds.first
  }
}
