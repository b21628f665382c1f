import FoundationEssentials

/// One case of a public suite for reading CSV, as the shared folder keeps them.
struct RobustCase: Decodable {
  let suite: String
  let id: String
  /// The bytes to read.
  let input: [UInt8]
  /// The options that the suite gives its reader, by the suite's own names.
  let options: [String: SuiteValue]
  /// What the suite expects: `rows`, `objects`, `error`, `errors`, `valid`.
  let expectations: [String: SuiteValue]

  private enum CodingKeys: String, CodingKey {
    case suite, id
    case input = "input_b64"
    case options = "opts"
    case expectations = "expect"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    suite = try values.decode(String.self, forKey: .suite)
    id = try values.decode(String.self, forKey: .id)
    input = [UInt8](try values.decode(Data.self, forKey: .input))
    options = try values.decode([String: SuiteValue].self, forKey: .options)
    expectations = try values.decode([String: SuiteValue].self, forKey: .expectations)
  }

  /// All cases of a file with one JSON object a line.
  static func all(in path: String) throws -> [RobustCase] {
    let lines = try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A)
    return try lines.map { try JSONDecoder().decode(RobustCase.self, from: Data($0)) }
  }

  /// The rows that the suite expects; nil where it expects none or something other than texts.
  var expectedRows: [[String]]? {
    guard case .list(let rows) = expectations["rows"] else { return nil }
    var texts: [[String]] = []
    for case .list(let cells) in rows {
      let row = cells.compactMap { if case .text(let text) = $0 { text } else { nil } }
      guard row.count == cells.count else { return nil }
      texts.append(row)
    }
    return texts
  }

  /// Whether the suite expects its reader to complain.
  var expectsComplaint: Bool {
    switch (expectations["error"], expectations["errors"], expectations["rows"]) {
    case (.truth(true), _, _), (_, .list, .nothing), (nil, nil, .nothing): true
    case (_, .list(let errors), _): !errors.isEmpty
    default: false
    }
  }
}

/// A value of a suite's options or expectations.
enum SuiteValue: Decodable, Equatable {
  case nothing
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([SuiteValue])
  case object([String: SuiteValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .nothing
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([SuiteValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: SuiteValue].self))
    }
  }

  /// The text, where it is one.
  var text: String? { if case .text(let text) = self { text } else { nil } }
}
