package import PoolModel

/// The standard rates of value added tax by day.
package struct VATRates: Sendable {
  private var rates: [(from: CalendarDay, to: CalendarDay?, rate: Int)] = []

  /// No rates.
  package init() {}

  /// The rate of a day in hundredths of a per cent; nil where the table states none.
  package func rate(on day: CalendarDay) -> Int? {
    rates.first { $0.from <= day && day <= $0.to ?? day }?.rate
  }

  /// Adds a rate of a span of days.
  package mutating func add(_ rate: Int, from: CalendarDay, to: CalendarDay?) {
    rates.append((from, to, rate))
  }
}

/// `mappings/categories/vat-rates.csv`.
enum VATRateTable {
  static let path = "mappings/categories/vat-rates.csv"
  private static let columns = ["from", "to", "rate", "certainty", "note"]

  /// The rates of the file.
  static func read(_ file: MappingFile) -> VATRates {
    var rates = VATRates()
    guard let table = CSVTable(file, known: columns, required: ["from", "rate"]) else {
      return rates
    }
    for row in table.rows {
      _ = row.choice("certainty", of: Certainty.self)
      let days = row.days("from", "to")
      guard row.filled("from") != nil, let from = days.first, let text = row.filled("rate") else {
        continue
      }
      guard let rate = HundredthsOfPerCent.read(text) else {
        file.reportUnreadable(row.place("rate"), "rate", text, remedy: "write a per cent as 17.5")
        continue
      }
      rates.add(rate, from: from, to: days.last)
    }
    return rates
  }
}
