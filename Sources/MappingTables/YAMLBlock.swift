import PoolModel
import Yams

/// One mapping of a structured file, whose keys are asked for by name and know their lines.
///
/// A key that is there without a value counts as left out. `note` may stand in every block.
struct YAMLBlock {
  let file: MappingFile
  /// Where it begins.
  let place: FilePlace
  private let values: [String: Node]
  /// Known keys that a mistyped one was taken for, so that they are not told as missing too.
  private let meantKeys: Set<String>

  /// The block that makes up a whole file; nil, with a finding, where the file cannot be read.
  init?(file: MappingFile, keys: [String]) {
    guard let text = file.text else { return nil }
    do {
      // Without rules of its own the resolver leaves `2009-10` and `1.10` the texts they are.
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        file.report(
          .mappingFileUnreadable, FilePlace(), message: "the file is empty",
          remedy: "write its keys or take it away")
        return nil
      }
      self.init(root, in: file, keys: keys)
    } catch {
      file.report(YAMLFault(error, in: text))
      return nil
    }
  }

  /// A block of a file; nil, with a finding, where the node is no block.
  init?(_ node: Node, in file: MappingFile, keys: [String]) {
    guard let mapping = node.mapping else {
      file.report(
        .mappingValueUnreadable, FilePlace(node.mark), message: "keys with values are wanted here",
        remedy: "write \(keys.prefix(3).joined(separator: ": …, ")): …")
      return nil
    }
    self.init(mapping, in: file, keys: keys)
  }

  private init(_ mapping: Node.Mapping, in file: MappingFile, keys: [String]) {
    self.file = file
    place = FilePlace(mapping.mark)
    let names = mapping.map { $0.key.scalar?.string ?? "" }
    var values: [String: Node] = [:]
    var meantKeys: Set<String> = []
    for (name, pair) in zip(names, mapping) {
      if keys.contains(name) || name == "note" {
        values[name] = pair.value
        continue
      }
      let nearest = NearestName.nearest(to: name, in: keys.filter { !names.contains($0) })
      nearest.map { _ = meantKeys.insert($0) }
      file.report(
        .mappingKeyUnknown, FilePlace(pair.key.mark), value: name,
        message: "there is no key \(name.quotedForMessage) here",
        remedy: nearest.map { "did you mean \($0.quotedForMessage)?" }
          ?? "the keys here are \(keys.joined(separator: ", "))")
    }
    self.values = values
    self.meantKeys = meantKeys
  }

  /// The value of a key; nil where the key is left out or has none.
  func node(_ key: String) -> Node? {
    guard let node = values[key] else { return nil }
    if let scalar = node.scalar, scalar.string.isEmpty { return nil }
    return node
  }

  /// Notes a finding where a key is left out.
  func need(_ key: String) {
    guard node(key) == nil, !meantKeys.contains(key) else { return }
    file.report(
      .mappingKeyMissing, place, value: key,
      message: "the key \(key.quotedForMessage) is missing", remedy: "add it")
  }

  /// Where the value of a key is.
  func place(of key: String) -> FilePlace { node(key).map { FilePlace($0.mark) } ?? place }
}

/// A text of a structured file with its place.
struct YAMLText {
  let text: String
  let place: FilePlace

  /// The text of a plain value; nil, with a finding, for a list or a block.
  init?(_ node: Node, in file: MappingFile) {
    place = FilePlace(node.mark)
    guard let scalar = node.scalar else {
      file.report(
        .mappingValueUnreadable, place, message: "one plain value is wanted here",
        remedy: "write a text or a number; quote a text that begins with [ or {")
      return nil
    }
    text = scalar.string
  }
}

/// Why a text is not YAML.
struct YAMLFault {
  let place: FilePlace
  let problem: String

  init(_ error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place = FilePlace(mark)
      self.problem = problem
    case .reader(let problem, let offset, _, _):
      place = FilePlace(line: 1 + text.prefix(offset ?? 0).count { $0.isNewline })
      self.problem = problem
    case .duplicatedKeysInMapping(let keys, let context):
      place = FilePlace(context.mark)
      problem = "the key \((keys.first ?? "").quotedForMessage) stands twice in one block"
    default:
      place = FilePlace()
      problem = "\(error)"
    }
  }
}

extension MappingFile {
  /// Notes that the file is not YAML.
  func report(_ fault: YAMLFault) {
    report(
      .mappingFileUnreadable, fault.place, message: "the file is not valid YAML: \(fault.problem)",
      remedy: "correct this line or the one above it")
  }
}

extension FilePlace {
  /// The place of a node.
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 0, column: mark?.column) }
}
