/// The name of a column whose header is blank or missing: `Column 7` is the seventh.
package enum ColumnPlace {
  /// The name of the column at a place, from 0.
  package static func name(_ place: Int) -> String { "Column \(place + 1)" }

  /// The place that a folded name gives, from 0; nil for any other name.
  package static func place(named folded: String) -> Int? {
    guard folded.hasPrefix("column "), let number = Int(folded.dropFirst(7)), number > 0 else {
      return nil
    }
    return number - 1
  }

  /// What a column is called: its header, or its place where that is blank.
  package static func name(_ place: Int, among headers: [String]) -> String {
    headers[place].isEmpty ? name(place) : headers[place]
  }
}
