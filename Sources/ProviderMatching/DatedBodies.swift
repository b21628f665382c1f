package import MappingTables
package import PoolModel

/// Finds the body of `organisations.csv` that a payee is on a day: what was decided, else what the
/// name means, and where that body has ended, the one that followed it.
package struct DatedBodies: Sendable {
  private let resolver: BodyResolver
  private let decisions: DecisionBook
  private let organisations: [String: Organisation]
  /// By predecessor.
  private let successions: [String: [Succession]]
  /// The split rule of a succession by which all that was the predecessor's is the successor's.
  private static let whole = "whole"

  /// The bodies of a workspace.
  package init(_ mappings: MappingSet) {
    organisations = mappings.organisations
    let sorted = mappings.organisations.values.sorted { $0.id < $1.id }
    resolver = BodyResolver(organisations: sorted, words: mappings.providerWords)
    decisions = DecisionBook(mappings.providerDecisions, organisations: sorted)
    successions = Dictionary(grouping: mappings.successions, by: \.predecessor)
  }

  /// Whether a payee is a body on some day or other; only the day then tells which.
  package func canBeBody(_ name: String, publisher: String) -> Bool {
    decisions.body(publisher: publisher, name: name) != nil || resolver.canMeanBody(name)
  }

  /// The body that a payee is.
  ///
  /// - Parameters:
  ///   - name: as published.
  ///   - publisher: the slug of the publisher whose export names it.
  ///   - day: the day of payment; nil where it is not known.
  /// - Returns: the body's id; nil where the name means none or more than one, or a body that had
  ///   ended by the day and was not followed by one that took over all of it.
  package func body(named name: String, publisher: String, on day: CalendarDay?) -> String? {
    if let decided = decisions.body(publisher: publisher, name: name) {
      return standing(for: decided, on: day) ?? decided
    }
    let read = resolver.reading(of: name)
    if let open = resolver.organisation(read: read, on: day) { return open.id }
    guard let ended = resolver.organisation(read: read, on: nil) else { return nil }
    return standing(for: ended.id, on: day)
  }

  /// The body itself, or the last of those that took it over whole, one after the other, by the day.
  private func standing(for body: String, on day: CalendarDay?) -> String? {
    guard let day else { return body }
    var body = body
    var seen: Set<String> = []
    while seen.insert(body).inserted {
      guard let organisation = organisations[body], !organisation.isOpen(on: day) else {
        return body
      }
      let next = (successions[body] ?? []).filter { $0.effective <= day }
      guard next.count == 1, next[0].splitRule == DatedBodies.whole else { return nil }
      body = next[0].successor
    }
    return nil
  }

  /// What a name means as a body, a line each, for an explanation; none where it means no body.
  package func explanation(of name: String, publisher: String) -> [String] {
    let decided = decisions.body(publisher: publisher, name: name)
    guard let body = decided ?? resolver.organisation(named: name, on: nil) else {
      return canBeBody(name, publisher: publisher)
        ? ["\(name.quotedForMessage) means one of several bodies; the day of payment decides"] : []
    }
    var lines = ["\(name.quotedForMessage) names \(described(body))"]
    if decided != nil { lines[0] += "; a decision says so" }
    for next in successions[body] ?? [] {
      lines.append(
        "\(body) was followed on \(next.effective) by \(described(next.successor)): \(next.kind)")
    }
    return lines
  }

  private func described(_ body: String) -> String {
    guard let organisation = organisations[body] else { return body }
    var days: [String] = []
    if let opened = organisation.opened { days.append("from \(opened)") }
    if let closed = organisation.closed { days.append("to \(closed)") }
    let open = days.isEmpty ? "" : " (\(days.joined(separator: " ")))"
    return "\(body), \(organisation.name)\(open)"
  }
}
