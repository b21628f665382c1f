/// A council or NHS body: a row of `mappings/organisations.csv`.
package struct Organisation: Hashable, Sendable {
  /// Weir's own id, such as `PCT-5PG`; never reused.
  package let id: String
  /// The name it is printed under.
  package let name: String
  /// Council, PCT, CCG, ICB, NHS trust…, as the table says.
  package let kind: String
  /// Other names under which exports pay it.
  package let otherNames: [String]
  /// The code of the NHS Organisation Data Service; nil where it has none or it is not known.
  package let ods: String?
  /// The code of the Office for National Statistics; nil where it has none or it is not known.
  package let gss: String?
  /// Its first day as a legal body; nil: not known or before all exports.
  package let opened: CalendarDay?
  /// Its last day as a legal body; nil: still open or not known.
  package let closed: CalendarDay?

  /// An organisation with the columns of the table.
  package init(
    id: String, name: String, kind: String, otherNames: [String] = [], ods: String? = nil,
    gss: String? = nil, opened: CalendarDay? = nil, closed: CalendarDay? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.otherNames = otherNames
    self.ods = ods
    self.gss = gss
    self.opened = opened
    self.closed = closed
  }

  /// Whether it was a legal body on that day.
  package func isOpen(on day: CalendarDay) -> Bool {
    (opened.map { $0 <= day } ?? true) && (closed.map { day <= $0 } ?? true)
  }
}
