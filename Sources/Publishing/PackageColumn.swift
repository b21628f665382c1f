/// A column of a published table as a database holds it.
struct PackageColumn: Hashable, Sendable {
  /// What the cells are.
  enum Kind: Hashable, Sendable {
    case text
    case whole
    /// Pounds with two places in the file, whole pence in a database.
    case money
    /// A number of which every digit counts.
    case decimal
    case day
  }

  /// The unit that the schema gives columns of money.
  static let pounds = "GBP"

  let kind: Kind
  /// Its name in a database: money says that it is in pence.
  let name: String
  let description: String
  /// Whether every row fills it.
  let isFilled: Bool

  /// A column as the schema of the data package describes it.
  ///
  /// A text of the primary key is filled even where it is empty.
  init(
    name: String, type: String, unit: String?, description: String, isRequired: Bool, isKey: Bool
  ) {
    switch type {
    case "integer": kind = .whole
    case "number": kind = unit == PackageColumn.pounds ? .money : .decimal
    case "date": kind = .day
    default: kind = .text
    }
    self.name = kind == .money ? PackageColumn.penceName(name) : name
    self.description = description
    isFilled = isRequired || isKey
  }

  /// `paid_pounds` is `paid_pence` and `at_stake` is `at_stake_pence`.
  private static func penceName(_ name: String) -> String {
    let suffix = "pounds"
    return name.hasSuffix(suffix) ? name.dropLast(suffix.count) + "pence" : "\(name)_pence"
  }

  /// The cell of the file as a database takes it; nil where nothing is stated.
  func stored(_ cell: String) -> String? {
    if cell.isEmpty { return isFilled && kind == .text ? "" : nil }
    // The files write every amount with two places, so that pence are its digits.
    guard kind == .money else { return cell }
    let digits = cell.filter { $0 != "." }
    return Int64(digits).map { String($0) } ?? digits
  }
}
